#pragma once

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/domain/kinds.h"

#include <string>
#include <vector>

namespace chayan::cli {

/// The dossier that an argument names; BadInput when it is no id.
Result<DossierId> dossierId(const std::string& argument);

/// `[{format,text,bytes}]`
Json codesJson(const std::vector<domain::ScannedCode>& codes);

}  // namespace chayan::cli
