#include "core/vision/rectify.h"

#include "core/base/limits.h"
#include "core/vision/light.h"
#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

std::vector<cv::Point2f> pointsOf(const LabelCorners& corners) {
    std::vector<cv::Point2f> points;
    for (const QPointF& corner : corners)
        points.emplace_back(static_cast<float>(corner.x()), static_cast<float>(corner.y()));
    return points;
}

/// From the unit square.
cv::Matx33d fromSquare(const LabelCorners& corners) {
    const std::vector<cv::Point2f> square{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    return cv::Matx33d(cv::Mat_<double>(cv::getPerspectiveTransform(square, pointsOf(corners))));
}

/// How many pixels of the photograph a whole side would have at the rate of its densest corner.
cv::Size2d mostPixels(const cv::Matx33d& h) {
    cv::Size2d most;
    for (const double u : {0.0, 1.0})
        for (const double v : {0.0, 1.0}) {
            const cv::Vec3d at = h * cv::Vec3d(u, v, 1);
            const auto rate = [&](int column) {
                const double x = (h(0, column) * at[2] - at[0] * h(2, column)) / (at[2] * at[2]),
                             y = (h(1, column) * at[2] - at[1] * h(2, column)) / (at[2] * at[2]);
                return std::hypot(x, y);
            };
            most.width = std::max(most.width, rate(0));
            most.height = std::max(most.height, rate(1));
        }
    return most;
}

/// Width to height of the sheet itself: Zhang and He, "Whiteboard scanning and image enhancement", 2007,
/// section 3.2, with square pixels and the axis in the picture's middle. Where two sides run so nearly alike
/// that the focal length is lost, it is that of a common camera, which then matters little.
double proportionOf(const LabelCorners& corners, QSize picture) {
    const auto at = [&](std::size_t i) {
        return cv::Vec3d(corners[i].x() - picture.width() / 2.0, corners[i].y() - picture.height() / 2.0, 1);
    };
    // Their m1 to m4: top left, top right, bottom left, bottom right.
    const cv::Vec3d m1 = at(0), m2 = at(1), m3 = at(3), m4 = at(2);
    const double k2 = m1.cross(m4).dot(m3) / m2.cross(m4).dot(m3),
                 k3 = m1.cross(m4).dot(m2) / m3.cross(m4).dot(m2);
    const cv::Vec3d n2 = k2 * m2 - m1, n3 = k3 * m3 - m1;
    const double longer = std::max(picture.width(), picture.height());
    constexpr double common = 0.9, shortest = 0.5, longest = 5, alike = 0.06;
    double focal = common * longer;
    if (std::abs(n2[2]) > alike && std::abs(n3[2]) > alike) {
        const double squared = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
        if (squared > std::pow(shortest * longer, 2) && squared < std::pow(longest * longer, 2))
            focal = std::sqrt(squared);
    }
    const auto length = [&](const cv::Vec3d& n) { return std::hypot(n[0] / focal, n[1] / focal, n[2]); };
    return length(n2) / length(n3);
}

double lengthOf(const QPointF& along) {
    return std::hypot(along.x(), along.y());
}

}  // namespace

bool canBeRectified(const LabelCorners& corners, QSize picture) {
    constexpr double least = 8;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF &at = corners[i], in = at - corners[(i + 3) % 4], out = corners[(i + 1) % 4] - at;
        if (!(at.x() >= -0.5 && at.y() >= -0.5 && at.x() <= picture.width() - 0.5 &&
              at.y() <= picture.height() - 0.5) ||
            lengthOf(out) < least)
            return false;
        constexpr double flattest = 0.08;
        if (in.x() * out.y() - in.y() * out.x() < flattest * lengthOf(in) * lengthOf(out))
            return false;
    }
    return true;
}

QSize rectifiedSize(const LabelCorners& corners, QSize picture) {
    const cv::Size2d most = mostPixels(fromSquare(corners));
    const double across = (lengthOf(corners[1] - corners[0]) + lengthOf(corners[2] - corners[3])) / 2,
                 down = (lengthOf(corners[3] - corners[0]) + lengthOf(corners[2] - corners[1])) / 2;
    double proportion = across / down;
    // A proportion far from what is seen comes from corners that are not quite right.
    if (const double told = proportionOf(corners, picture);
        told > proportion / 1.6 && told < proportion * 1.6)
        proportion = told;
    // Neither side loses, and neither gains much more than it must.
    double width = std::max(most.width, most.height * proportion), height = width / proportion;
    const double shrink =
        std::min({1.0, std::sqrt(static_cast<double>(limits::rectifiedPixels) / (width * height)),
                  limits::pictureSide / width, limits::pictureSide / height});
    width *= shrink;
    height *= shrink;
    return {std::max(1, static_cast<int>(width + (shrink < 1 ? 0 : 0.5))),
            std::max(1, static_cast<int>(height + (shrink < 1 ? 0 : 0.5)))};
}

Seen<Rectified> rectified(const QImage& picture, const LabelCorners& corners, bool evened) {
    return guarded([&]() -> Seen<Rectified> {
        if (!canBeRectified(corners, picture.size()))
            return tl::unexpected(Refusal{Fault::Damaged, u"the corners enclose no label"_s, picture.size()});
        const QImage plain = normalised(picture);
        cv::Mat colours;
        if (plain.format() == QImage::Format_Grayscale8)
            cv::cvtColor(matOf(plain), colours, cv::COLOR_GRAY2BGRA);
        else
            colours = matOf(plain);
        const QSize size = rectifiedSize(corners, picture.size());
        Rectified out{QImage(size, QImage::Format_RGB32)};
        if (out.picture.isNull())
            throw std::bad_alloc();
        cv::Mat target = matOf(out.picture);
        const float right = static_cast<float>(size.width()) - 0.5F,
                    foot = static_cast<float>(size.height()) - 0.5F;
        const std::vector<cv::Point2f> upright{{-0.5F, -0.5F}, {right, -0.5F}, {right, foot}, {-0.5F, foot}};
        cv::warpPerspective(colours, target, cv::getPerspectiveTransform(upright, pointsOf(corners)),
                            target.size(), cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
        out.evened = evened && evenLight(target);
        return out;
    });
}

}  // namespace chayan::vision
