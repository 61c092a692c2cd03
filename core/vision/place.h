#pragma once

#include "core/vision/code.h"

#include <vector>

namespace chayan::vision {

using Corners = std::array<QPoint, 4>;

QPoint middleOf(const Corners& corners);

/// The longest side in pixels.
double lengthOf(const Corners& corners);

/// Two readings of one symbol lie nearer than half its longest side, two symbols do not.
bool isSamePlace(const Corners& a, const Corners& b);

/// Lines of codes from above, each from the left, as a page is read.
void sortForReading(std::vector<Code>& codes);

}  // namespace chayan::vision
