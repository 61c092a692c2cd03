#pragma once

#include "core/vision/code.h"
#include "core/vision/pixels.h"

#include <vector>

namespace chayan::vision {

/// Which symbologies one call looks for. ZXing-cpp 1.4 aborts the process (Result.cpp, `lineCount() == 1`)
/// when one call finds the same linear content in two places, which the DataBar readers also do with one
/// symbol. So DataBar never runs together with the others, and a call that must not abort looks for matrix
/// symbols only, or for one linear symbol at most.
enum class Symbologies { AllButDataBar, DataBar, Matrix, Linear };

/// The symbols that ZXing reads in `view`, at most `most`; corners are pixels of the view, `pass` is empty.
/// Throws what ZXing throws.
std::vector<Code> symbolsIn(GreyView view, Symbologies symbologies, int most);

}  // namespace chayan::vision
