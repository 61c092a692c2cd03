#pragma once

#include "core/vision/pixels.h"

#include <QPoint>

#include <opencv2/core.hpp>

namespace chayan::vision {

/// A rectangle of the picture, in any place and at any angle, as one look sees it: so many pixels, and where
/// in the picture each of them lies.
struct Frame {
    cv::Size size;
    /// A pixel of the frame to one of the picture.
    cv::Matx23d toPicture = {1, 0, 0, 0, 1, 0};
};

/// The whole picture, `scale` times as large and turned by so many degrees.
Frame wholeFrame(GreyView picture, double scale, double degrees);

/// An upright part of the picture.
Frame partFrame(const cv::Rect& part, double scale);

/// A box turned upright, its width along the frame's rows, with so many pixels of the picture around it.
Frame boxFrame(const cv::RotatedRect& box, cv::Size2f margin, cv::Size2d scale);

/// The picture through the frame: no copy where the frame is a plain part of it. Beyond the picture all is
/// white, as paper is.
cv::Mat seenThrough(const Frame& frame, GreyView picture);

/// The pixel of the picture under one of the frame, inside the picture.
QPoint inPicture(const Frame& frame, QPoint pixel, GreyView picture);

}  // namespace chayan::vision
