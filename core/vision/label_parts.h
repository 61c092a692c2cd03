#pragma once

#include <QRect>

#include <opencv2/core.hpp>

#include <vector>

namespace chayan::vision {

/// Grey values from 0 to 255, as CV_32F, of three channels of 8 bits.
cv::Mat lightnessOf(const cv::Mat& colours);

/// Boxes around what hangs together in the mask once gaps are closed, of at least so many pixels.
std::vector<cv::Rect> boxesOf(const cv::Mat& mask, int gap, int leastArea);

/// Multiplied by `scale`, at least one pixel wide and high.
QRect toRect(const cv::Rect& rect, double scale);
cv::Rect toRect(const QRect& rect);

}  // namespace chayan::vision
