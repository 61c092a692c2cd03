#pragma once

#include "core/base/result.h"

namespace chayan::eye {

/// Does once, on tiny pictures of our own, all that will be done with pictures of others: so every plugin,
/// table and converter is loaded before the right to open files goes. Unsupported when a format cannot be
/// read on this machine, or when something started a thread.
Status preload();

/// Reads those pictures once more. A forked process shares its memory with its parent until it writes, and
/// pays at each first touch; paid while it waits for its picture, that costs the picture nothing.
void warmUp();

}  // namespace chayan::eye
