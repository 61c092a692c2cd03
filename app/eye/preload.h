#pragma once

#include "core/base/result.h"

namespace chayan::eye {

/// Does once, on tiny pictures of our own, all that will be done with pictures of others: so every plugin,
/// table and converter is loaded before the right to open files goes. Unsupported when a format cannot be
/// read on this machine, or when something started a thread.
Status preload();

}  // namespace chayan::eye
