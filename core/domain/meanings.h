#pragma once

#include "core/codes/codes.h"
#include "core/domain/kinds.h"

namespace chayan::domain {

/// What a code that is recorded may mean, the likeliest first (codes::meaningsOfCode()).
std::vector<codes::Meaning> meaningsOf(const ScannedCode& code);

}  // namespace chayan::domain
