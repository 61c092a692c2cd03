#pragma once

#include "core/vision/difference.h"

#include <opencv2/core.hpp>

#include <vector>

namespace chayan::vision {

/// Where plain areas of a label have another colour, once the colour of the light is allowed for. Both
/// pictures are of one size, three channels of 8 bits; what is not `inside` is not looked at.
std::vector<Difference> coloursApart(const cv::Mat& reference, const cv::Mat& aligned, const cv::Mat& inside);

/// Whether any colours are seen inside: a picture taken or kept in grey has none, not even those of the
/// light.
bool hasColours(const cv::Mat& picture, const cv::Mat& inside);

}  // namespace chayan::vision
