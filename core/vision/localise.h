#pragma once

#include "core/vision/pixels.h"

#include <opencv2/core.hpp>

#include <vector>

namespace chayan::vision {

/// A place that looks like a code from afar.
struct Candidate {
    enum class Kind {
        /// Many edges of one direction: linear codes, PDF417.
        Bars,
        /// Many edges of many directions: matrix codes, and print.
        Grid,
    };
    Kind kind = Kind::Bars;
    /// Pixels of the picture. Of bars, the width runs along the reading direction, across the bars.
    cv::RotatedRect box;
    /// Mean squared difference of neighbouring pixels; the more, the likelier.
    double energy = 0;
};

enum class Search {
    /// A fifth of a plain look at the picture; misses some faint and some crowded places.
    Quick,
    /// Through several windows, the same places often twice.
    Thorough,
};

/// Where codes may be, the likeliest first, at most `most` of each kind. Sees codes of modules from 1.3
/// pixels on, in low contrast too; print, fabric and foliage come with them.
std::vector<Candidate> candidatesIn(GreyView view, int most, Search search);

}  // namespace chayan::vision
