#pragma once

#include "core/vision/pixels.h"

#include <cstdint>
#include <vector>

namespace chayan::vision {

/// From one turning point of a line to the next.
struct Rise {
    float amount = 0;
    /// Pixels from a tenth to nine tenths of it.
    float width = 0;
    /// Where half of it is done, along its line.
    float middle = 0;
    /// The lighter of both ends.
    std::uint8_t light = 0;
};

/// All that the lines of a picture say, rows first and then columns.
struct Edges {
    std::vector<Rise> rises;
    /// Where in `rises` a line begins.
    std::vector<std::size_t> lines;
    /// So many of the lines are rows.
    std::size_t rows = 0;
    /// Pixels from one line to the next; the first lies at half of it.
    int step = 1;
};

/// Follows one line in several of a large picture, across and down, from turning point to turning point; what
/// goes back by less than `tolerance` is no turning.
Edges edgesOf(GreyView view, int tolerance);

/// The value below which so large a share of all lies; reorders them. There must be some.
double percentile(std::vector<float>& values, double share);

}  // namespace chayan::vision
