#pragma once

#include "core/vision/code.h"
#include "core/vision/pixels.h"

#include <vector>

namespace chayan::vision {

/// Which symbologies one call looks for. The two DataBar readers abort the process on some pictures
/// (ZXing-cpp 1.4, Result.cpp, `lineCount() == 1`), so they never run together with the others.
enum class Symbologies { AllButDataBar, DataBar };

/// The symbols that ZXing reads in `view`, at most `most`; corners are pixels of the view, `pass` is empty.
/// Throws what ZXing throws.
std::vector<Code> symbolsIn(GreyView view, Symbologies symbologies, int most);

}  // namespace chayan::vision
