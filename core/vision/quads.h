#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace chayan::vision {

/// Four corners, clockwise as one sees them.
using Quad = std::array<cv::Point2f, 4>;

/// How well a side of a quad is seen.
struct QuadSides {
    Quad corners;
    /// Of each side the part along which the colours inside and outside differ just there, 0 to 1.
    std::array<double, 4> seen{};
};

/// Places of a picture that four straight sides enclose, each once; `colours`: CIELAB of 8 bits, small (about
/// 900 pixels): it is looked at many times.
std::vector<Quad> quadsIn(const cv::Mat& colours);

/// Each side moved to where the colours change most within `reach` pixels, found between the samples; three
/// channels of 8 bits. What lies at the picture's edge is not seen.
QuadSides followed(const cv::Mat& colours, const Quad& quad, float reach);

/// The quad without its outermost step: where two neighbouring sides run on as straight and seen beyond one
/// of its sides, to another that is seen, the place reaches to there. So the coloured strip above a label's
/// white belongs to it.
Quad extended(const cv::Mat& colours, const Quad& quad);

double areaOf(const Quad& quad);
bool contains(const Quad& quad, cv::Point2f point);

}  // namespace chayan::vision
