#include "core/vision/frame.h"

#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chayan::vision {

namespace {

/// The frame of `size` pixels whose middle is `centre`, turned by `radians`, steps of 1 / `scale` a pixel.
Frame around(cv::Point2d centre, cv::Size size, double radians, cv::Size2d scale) {
    const cv::Vec2d across = cv::Vec2d(std::cos(radians), std::sin(radians)) / scale.width;
    const cv::Vec2d down = cv::Vec2d(-std::sin(radians), std::cos(radians)) / scale.height;
    // Middles of pixels lie at whole numbers.
    const cv::Vec2d origin = cv::Vec2d(centre.x - 0.5, centre.y - 0.5) - across * ((size.width - 1) / 2.0) -
                             down * ((size.height - 1) / 2.0);
    return {size, {across[0], down[0], origin[0], across[1], down[1], origin[1]}};
}

int pixels(double side) {
    return std::max(1, static_cast<int>(std::lround(side)));
}

bool isUpright(const Frame& frame) {
    return frame.toPicture(0, 1) == 0 && frame.toPicture(1, 0) == 0;
}

}  // namespace

Frame wholeFrame(GreyView picture, double scale, double degrees) {
    const double radians = degrees * std::numbers::pi / 180;
    const double cosine = std::abs(std::cos(radians)), sine = std::abs(std::sin(radians));
    const double width = picture.width, height = picture.height;
    const cv::Size size(pixels((width * cosine + height * sine) * scale),
                        pixels((width * sine + height * cosine) * scale));
    return around({width / 2, height / 2}, size, radians, {scale, scale});
}

Frame partFrame(const cv::Rect& part, double scale) {
    return around({part.x + part.width / 2.0, part.y + part.height / 2.0},
                  {pixels(part.width * scale), pixels(part.height * scale)}, 0, {scale, scale});
}

Frame boxFrame(const cv::RotatedRect& box, cv::Size2f margin, cv::Size2d scale) {
    const double width = static_cast<double>(box.size.width) + 2 * static_cast<double>(margin.width);
    const double height = static_cast<double>(box.size.height) + 2 * static_cast<double>(margin.height);
    return around(box.center, {pixels(width * scale.width), pixels(height * scale.height)},
                  static_cast<double>(box.angle) * std::numbers::pi / 180, scale);
}

namespace {

/// Pixels of the picture that one step across, and one down, passes.
cv::Size2d stepOf(const Frame& frame) {
    const cv::Matx23d& m = frame.toPicture;
    return {std::hypot(m(0, 0), m(1, 0)), std::hypot(m(0, 1), m(1, 1))};
}

/// The same place in so many times the pixels.
Frame finer(const Frame& frame, int across, int down) {
    const cv::Matx23d& m = frame.toPicture;
    const double x = 1.0 / across, y = 1.0 / down;
    return {{frame.size.width * across, frame.size.height * down},
            {m(0, 0) * x, m(0, 1) * y, m(0, 2) + (m(0, 0) * (x - 1) + m(0, 1) * (y - 1)) / 2, m(1, 0) * x,
             m(1, 1) * y, m(1, 2) + (m(1, 0) * (x - 1) + m(1, 1) * (y - 1)) / 2}};
}

}  // namespace

cv::Mat seenThrough(const Frame& frame, GreyView picture) {
    const cv::Mat whole = matOf(picture);
    const cv::Size2d step = stepOf(frame);
    if (isUpright(frame) && step.width >= 1 && step.width == step.height) {
        const cv::Rect part(static_cast<int>(std::lround(frame.toPicture(0, 2) - (step.width - 1) / 2)),
                            static_cast<int>(std::lround(frame.toPicture(1, 2) - (step.height - 1) / 2)),
                            pixels(frame.size.width * step.width), pixels(frame.size.height * step.height));
        const cv::Rect inside = part & cv::Rect({0, 0}, whole.size());
        if (inside == part && step.width == 1)
            return whole(part);
        constexpr int strayPixels = 4;  // of rounding, at the picture's edges
        if (inside.area() > 0 && part.width - inside.width <= strayPixels &&
            part.height - inside.height <= strayPixels) {
            cv::Mat small;
            cv::resize(whole(inside), small, frame.size, 0, 0, cv::INTER_AREA);
            return small;
        }
    }
    cv::Mat seen;
    // Shrinking takes an average of what falls together; enlarging asks for more than straight lines between.
    constexpr double shrinking = 1.5;
    if (step.width > shrinking || step.height > shrinking) {
        const auto times = [](double side) {
            return side > shrinking ? static_cast<int>(std::ceil(side)) : 1;
        };
        cv::resize(seenThrough(finer(frame, times(step.width), times(step.height)), picture), seen,
                   frame.size, 0, 0, cv::INTER_AREA);
        return seen;
    }
    const bool enlarging = step.width < 1 && step.height < 1;
    cv::warpAffine(whole, seen, frame.toPicture, frame.size,
                   (enlarging ? cv::INTER_CUBIC : cv::INTER_LINEAR) | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, cv::Scalar(255));
    return seen;
}

QPoint inPicture(const Frame& frame, QPoint pixel, GreyView picture) {
    const cv::Vec2d at = frame.toPicture * cv::Vec3d(pixel.x(), pixel.y(), 1);
    return {std::clamp(static_cast<int>(std::lround(at[0])), 0, picture.width - 1),
            std::clamp(static_cast<int>(std::lround(at[1])), 0, picture.height - 1)};
}

}  // namespace chayan::vision
