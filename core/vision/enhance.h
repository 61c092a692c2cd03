#pragma once

#include "core/vision/treatment.h"

#include <opencv2/core.hpp>

namespace chayan::vision {

/// The pixels treated; scale and turn are the frame's business and are done by then.
cv::Mat treated(const cv::Mat& pixels, const Treatment& treatment);

}  // namespace chayan::vision
