#pragma once

#include "core/vision/code.h"
#include "core/vision/pixels.h"

#include <vector>

namespace chayan::vision {

/// The Aztec runes in a picture (ISO/IEC 24778, annex A), which ZXing-cpp 1.4 does not read: a bullseye, and
/// around it a ring of one module that says a number from 0 to 255. `text` is its three digits, as it is
/// transmitted; corners are pixels of the view, `pass` is empty. At most one bit of the ring may be wrong, of
/// 28 that differ in at least six places from one rune to another.
std::vector<Code> runesIn(GreyView view);

}  // namespace chayan::vision
