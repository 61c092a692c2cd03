#pragma once

#include "core/vision/code.h"
#include "core/vision/pixels.h"
#include "core/vision/treatment.h"

#include <vector>

namespace chayan::vision {

/// Which symbologies one call looks for. ZXing-cpp 1.4 aborts the process (Result.cpp, `lineCount() == 1`)
/// when one call finds the same linear content in two places, which the DataBar readers also do with one
/// symbol. So DataBar never runs together with the others, and a call that must not abort looks for matrix
/// symbols only, or for one linear symbol at most.
enum class Symbologies {
    AllButDataBar,
    DataBar,
    /// All matrix symbols, PDF417 included.
    Matrix,
    Linear,
    /// Those of add_on.h.
    WithAddOn,
    /// PDF417, whose rows look like linear symbols from afar.
    Stacked,
    // What ZXing does not know.
    /// rune.h.
    AztecRune,
    /// databar_limited.h.
    DataBarLimited,
};

/// How one call looks.
struct Scan {
    Symbologies symbologies = Symbologies::AllButDataBar;
    /// At most this many symbols, 1 to 255.
    int most = 255;
    /// Linear symbols that run down as well as across.
    bool bothWays = true;
    Threshold threshold = Threshold::Local;
    /// Rows that must agree on a linear symbol.
    int rows = 2;
};

/// The symbols that ZXing reads in `view`, which is asked for what it knows; corners are pixels of the view,
/// `pass` is empty. Throws what ZXing throws.
std::vector<Code> symbolsIn(GreyView view, const Scan& scan);

}  // namespace chayan::vision
