#pragma once

#include "core/vision/localise.h"

#include <opencv2/core.hpp>

#include <optional>

namespace chayan::vision {

/// A place that was seen askew, pulled straight: its four corners stand at those of a rectangle.
struct Square {
    /// Grey, with white around the rectangle.
    cv::Mat pixels;
    /// A pixel of it to one of the picture.
    cv::Matx33d toPicture;
    /// Where the rectangle lies in the pixels.
    cv::Rect2d inside;
};

/// The dark modules of a matrix code are joined, and the four straight lines around them found, whatever the
/// perspective. Nothing where no such shape stands apart from what is around it. `side`: pixels of the longer
/// side.
std::optional<Square> squareIn(const Candidate& candidate, GreyView picture, int side);

/// The same drawn anew, module by module: each is black or white by its middle, so that neither bent lines
/// nor ragged print are left. How many there are is told by where dark and light change. Nothing where they
/// change in no rhythm.
std::optional<Square> drawnAnew(const Square& square);

}  // namespace chayan::vision
