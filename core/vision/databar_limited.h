#pragma once

#include "core/vision/code.h"
#include "core/vision/pixels.h"

#include <vector>

namespace chayan::vision {

/// The symbols of GS1 DataBar Limited (ISO/IEC 24724, clause 6) whose bars cross the view's rows, which
/// ZXing-cpp 1.4 does not read. `text` and `bytes` are `01` and a GTIN-14, as they are transmitted; `rows`
/// tells how many of the rows looked at gave it, at least two. Corners are pixels of the view, `pass` is
/// empty.
std::vector<Code> limitedIn(GreyView view);

}  // namespace chayan::vision
