#include "core/vision/square.h"

#include "core/vision/frame.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace chayan::vision {

namespace {

using Corner = cv::Point2d;
using Shape = std::vector<Corner>;

/// The candidate's place with some room around it.
Frame frameAround(const Candidate& candidate, int longest) {
    const cv::Size2f size = candidate.box.size;
    const float longer = std::max(size.width, size.height);
    const float margin = longer * 0.2F + 8;
    const double scale = std::min(3.0, longest / static_cast<double>(longer + 2 * margin));
    return boxFrame(candidate.box, {margin, margin}, {scale, scale});
}

/// The dark cells that hang together once the gaps of a few modules are closed, around the middle and off the
/// edges.
cv::Mat joined(const cv::Mat& seen) {
    cv::Mat dark, labels, stats, centres;
    const int side = std::max(seen.cols, seen.rows);
    cv::adaptiveThreshold(seen, dark, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV,
                          std::max(15, side / 4) | 1, 6);
    const int gap = std::max(3, side / 24) | 1;
    cv::morphologyEx(dark, dark, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {gap, gap}));
    // What hangs on by a thread, as print beside the code does, is let go.
    cv::morphologyEx(dark, dark, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {gap, gap}));
    const int count = cv::connectedComponentsWithStats(dark, labels, stats, centres, 8);
    int best = 0, area = 0;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const bool atEdge =
            box.x <= 1 || box.y <= 1 || box.br().x >= seen.cols - 1 || box.br().y >= seen.rows - 1;
        if (!atEdge && stats.at<int>(i, cv::CC_STAT_AREA) > area) {
            best = i;
            area = stats.at<int>(i, cv::CC_STAT_AREA);
        }
    }
    constexpr double least = 0.1;
    return area > least * static_cast<double>(seen.total()) ? cv::Mat(labels == best) : cv::Mat();
}

/// Where two lines meet; nothing where they hardly do.
std::optional<Corner> meeting(Corner a, Corner b, Corner c, Corner d) {
    const Corner u = b - a, v = d - c;
    const double turn = u.cross(v);
    constexpr double nearlyParallel = 0.05;
    if (std::abs(turn) < nearlyParallel * std::hypot(u.x, u.y) * std::hypot(v.x, v.y))
        return {};
    return a + u * ((c - a).cross(v) / turn);
}

/// The four-sided shape around a convex one: side after side is given up and its neighbours drawn out until
/// they meet, the one first that adds least.
std::optional<Shape> fourSided(Shape shape) {
    while (shape.size() > 4) {
        const std::size_t n = shape.size();
        std::size_t best = n;
        double least = 0;
        Corner at;
        for (std::size_t i = 0; i < n; ++i) {
            const Corner &before = shape[(i + n - 1) % n], &from = shape[i], &to = shape[(i + 1) % n],
                         &after = shape[(i + 2) % n];
            const auto meet = meeting(before, from, after, to);
            // Beyond both ends of the side that goes.
            if (!meet || (*meet - from).dot(from - before) < 0 || (*meet - to).dot(to - after) < 0)
                continue;
            const double added = std::abs((from - *meet).cross(to - *meet));
            if (best == n || added < least) {
                best = i;
                least = added;
                at = *meet;
            }
        }
        if (best == n)
            return {};
        shape[best] = at;
        shape.erase(shape.begin() + static_cast<std::ptrdiff_t>((best + 1) % n));
    }
    return shape.size() == 4 ? std::optional(shape) : std::nullopt;
}

/// Positive where the corners run as those of a picture do: to the right, then down.
double signedAreaOf(const Shape& shape) {
    double twice = 0;
    for (std::size_t i = 0; i < shape.size(); ++i)
        twice += shape[i].cross(shape[(i + 1) % shape.size()]);
    return twice / 2;
}

/// The corners of what is dark there, in pixels of `seen`.
std::optional<Shape> cornersIn(const cv::Mat& seen) {
    const cv::Mat dark = joined(seen);
    if (dark.empty())
        return {};
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(dark, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<cv::Point> all, hull, simple;
    for (const auto& contour : contours)
        all.insert(all.end(), contour.begin(), contour.end());
    cv::convexHull(all, hull);
    cv::approxPolyDP(hull, simple, 0.006 * std::max(seen.cols, seen.rows), true);
    if (simple.size() < 4)
        return {};
    Shape shape(simple.begin(), simple.end());
    // A code must not be mirrored.
    if (signedAreaOf(shape) < 0)
        std::ranges::reverse(shape);
    const auto corners = fourSided(shape);
    constexpr double filled = 0.8;
    if (!corners || signedAreaOf(shape) < filled * signedAreaOf(*corners))
        return {};
    return corners;
}

double lengthOf(Corner side) {
    return std::hypot(side.x, side.y);
}

}  // namespace

std::optional<Square> squareIn(const Candidate& candidate, GreyView picture, int side) {
    constexpr int longest = 640;
    const Frame frame = frameAround(candidate, longest);
    const cv::Mat seen = seenThrough(frame, picture);
    const auto corners = cornersIn(seen);
    if (!corners)
        return {};
    const Shape& c = *corners;
    double across = (lengthOf(c[1] - c[0]) + lengthOf(c[3] - c[2])) / 2;
    double down = (lengthOf(c[2] - c[1]) + lengthOf(c[0] - c[3])) / 2;
    // Perspective makes a square longer one way; what is much longer is a rectangle.
    constexpr double square = 1.5;
    if (across < square * down && down < square * across)
        across = down = std::max(across, down);
    const double scale = side / std::max(across, down);
    const double width = across * scale, height = down * scale, quiet = side * 0.12;
    const std::array<cv::Point2f, 4> from{cv::Point2f(c[0]), cv::Point2f(c[1]), cv::Point2f(c[2]),
                                          cv::Point2f(c[3])};
    const auto at = [&](double x, double y) {
        return cv::Point2f(static_cast<float>(quiet + x), static_cast<float>(quiet + y));
    };
    const std::array<cv::Point2f, 4> to{at(0, 0), at(width, 0), at(width, height), at(0, height)};
    const cv::Matx33d straight = cv::getPerspectiveTransform(from.data(), to.data());
    Square found;
    cv::warpPerspective(seen, found.pixels, straight,
                        {static_cast<int>(width + 2 * quiet), static_cast<int>(height + 2 * quiet)},
                        cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar(255));
    const cv::Matx23d& m = frame.toPicture;
    found.inside = {quiet, quiet, width, height};
    found.toPicture =
        cv::Matx33d(m(0, 0), m(0, 1), m(0, 2), m(1, 0), m(1, 1), m(1, 2), 0, 0, 1) * straight.inv();
    return found;
}

}  // namespace chayan::vision
