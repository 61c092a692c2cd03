#pragma once

#include "core/eye/wire.h"

#include <functional>

namespace chayan::eye {

/// Decodes and reads one picture. `tell` gets what is known after each step; the last one counts.
void look(const Request& request, ByteView bytes, const std::function<void(const Reading&)>& tell);

}  // namespace chayan::eye
