#include "core/vision/label.h"

#include "core/vision/opencv.h"
#include "core/vision/quads.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace chayan::vision {

namespace {

constexpr double smallSide = 900;

cv::Mat smallOf(const cv::Mat& colours, double scale) {
    cv::Mat small;
    if (scale >= 1)
        return colours.clone();
    cv::resize(colours, small, {}, scale, scale, cv::INTER_AREA);
    return small;
}

/// Fine strokes: print, bars, and texture; not where one plain colour meets another.
struct Strokes {
    cv::Mat all;
    /// Those that stand out like print, not like the grain of wood.
    cv::Mat strong;
};
Strokes strokesOf(const cv::Mat& lightness) {
    cv::Mat around, apart;
    constexpr int window = 11;  // wider things are their own surroundings
    cv::medianBlur(lightness, around, window);
    cv::absdiff(lightness, around, apart);
    constexpr double visible = 12, standsOut = 0.3;
    double most = 0;
    cv::minMaxLoc(apart, nullptr, &most);
    return {apart > visible, apart > std::max(visible, standsOut * most)};
}

struct Judged {
    Quad corners;
    double worth = 0;
};

class Judge {
  public:
    Judge(const cv::Mat& colours, const std::vector<std::vector<cv::Point2f>>& codes)
        : m_colours(colours), m_codes(codes) {
        cv::Mat lightness;
        cv::extractChannel(colours, lightness, 0);
        Strokes strokes = strokesOf(lightness);
        m_strokes = std::move(strokes.all);
        m_strong = std::move(strokes.strong);
        cv::Mat x, y;
        cv::Sobel(lightness, x, CV_32F, 1, 0);
        cv::Sobel(lightness, y, CV_32F, 0, 1);
        m_xx = x.mul(x);
        m_yy = y.mul(y);
        m_xy = x.mul(y);
        m_all = std::max(1, cv::countNonZero(m_strokes));
        m_allStrong = std::max(1, cv::countNonZero(m_strong));
    }

    /// Zero where it is no label.
    Judged operator()(const Quad& quad) const {
        constexpr float reach = 7;
        const QuadSides sides = followed(m_colours, quad, reach);
        Judged judged{sides.corners};
        const double weakest = *std::ranges::min_element(sides.seen);
        double mean = 0;
        for (const double seen : sides.seen)
            mean += seen / 4;
        constexpr double leastSeen = 0.3, leastMean = 0.55;
        if (weakest < leastSeen || mean < leastMean)
            return judged;
        std::size_t held = 0;
        for (const auto& code : m_codes) {
            const auto inside = std::ranges::count_if(
                code, [&](const cv::Point2f& corner) { return contains(sides.corners, corner); });
            if (inside == static_cast<std::ptrdiff_t>(code.size()))
                ++held;
            else if (inside > 0 && contains(sides.corners, middle(code)))
                return judged;  // a side runs through a code
        }
        cv::Mat mask = cv::Mat::zeros(m_strokes.size(), CV_8U);
        const double area = areaOf(sides.corners);
        // Its own outline is no print.
        fill(mask, shrunkBy(sides.corners, 0.04), 255);
        for (const auto& code : m_codes)  // nor is a code: what is asked is whether more is there than that
            fill(mask, grown(code, 1.15F), 0);
        const double room = std::max(1, cv::countNonZero(mask));
        const double print = cv::countNonZero(m_strokes & mask);
        const double density = print / room, share = print / m_all;
        constexpr double leastDensity = 0.015;
        const bool holdsCode = held > 0;
        if (density < leastDensity || (holdsCode && room < 0.35 * area) || isBars(mask))
            return judged;
        // A strip or a box of a label is not the label, if most of what is printed lies elsewhere.
        constexpr double leastOfPrint = 0.3;
        if (!holdsCode && cv::countNonZero(m_strong & mask) < leastOfPrint * m_allStrong)
            return judged;
        const double byCode = m_codes.empty() ? 1
                              : holdsCode
                                  ? 1 + static_cast<double>(held) / static_cast<double>(m_codes.size())
                                  : 0.25;
        judged.worth =
            (0.5 * weakest + 0.5 * mean) * (0.2 + share) * std::sqrt(density / (density + 0.06)) * byCode;
        return judged;
    }

  private:
    /// Edges of one direction alone are the bars of a code that was not read.
    bool isBars(const cv::Mat& mask) const {
        const double xx = cv::mean(m_xx, mask)[0], yy = cv::mean(m_yy, mask)[0], xy = cv::mean(m_xy, mask)[0];
        constexpr double nearlyAll = 0.7;
        return std::hypot(xx - yy, 2 * xy) > nearlyAll * (xx + yy);
    }
    static cv::Point2f middle(const std::vector<cv::Point2f>& points) {
        cv::Point2f sum;
        for (const cv::Point2f& point : points)
            sum += point;
        return sum / static_cast<float>(points.size());
    }
    static std::vector<cv::Point2f> grown(std::vector<cv::Point2f> points, float by) {
        const cv::Point2f centre = middle(points);
        for (cv::Point2f& point : points)
            point = centre + (point - centre) * by;
        return points;
    }
    static std::vector<cv::Point2f> shrunkBy(const Quad& quad, double part) {
        return grown({quad.begin(), quad.end()}, static_cast<float>(1 - 2 * part));
    }
    static void fill(cv::Mat& mask, const std::vector<cv::Point2f>& points, int value) {
        cv::fillConvexPoly(mask, std::vector<cv::Point>(points.begin(), points.end()), cv::Scalar(value));
    }

    const cv::Mat& m_colours;
    const std::vector<std::vector<cv::Point2f>>& m_codes;
    cv::Mat m_strokes, m_strong, m_xx, m_yy, m_xy;
    double m_all = 1, m_allStrong = 1;
};

/// The corner from which the label is read comes first.
Quad turnedUpright(const Quad& quad, std::span<const Corners> codes) {
    // Along the reading direction of its codes, or the picture's upper side.
    cv::Point2f right(1, 0);
    double longest = 0;
    for (const Corners& code : codes) {
        const QPoint along = code[1] - code[0];
        const double length = std::hypot(along.x(), along.y());
        if (length > longest && contains(quad, {static_cast<float>(middleOf(code).x()),
                                                static_cast<float>(middleOf(code).y())})) {
            longest = length;
            right = {static_cast<float>(along.x()), static_cast<float>(along.y())};
        }
    }
    std::size_t first = 0;
    double best = -2;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2f upper = quad[(i + 1) % 4] - quad[i], lower = quad[(i + 2) % 4] - quad[(i + 3) % 4];
        const cv::Point2f side = upper + lower;
        const double alike = static_cast<double>(side.dot(right)) / (cv::norm(side) * cv::norm(right) + 1e-9);
        if (alike > best) {
            best = alike;
            first = i;
        }
    }
    Quad out;
    for (std::size_t i = 0; i < 4; ++i)
        out[i] = quad[(first + i) % 4];
    return out;
}

}  // namespace

Seen<std::optional<LabelCorners>> labelIn(const QImage& picture, std::span<const Corners> codes) {
    return guarded([&]() -> Seen<std::optional<LabelCorners>> {
        const QImage plain = normalised(picture);
        cv::Mat colours;
        cv::cvtColor(matOf(plain), colours,
                     plain.format() == QImage::Format_Grayscale8 ? cv::COLOR_GRAY2BGR : cv::COLOR_BGRA2BGR);
        const double scale = std::min(1.0, smallSide / std::max(colours.cols, colours.rows));
        cv::Mat small;
        cv::cvtColor(smallOf(colours, scale), small, cv::COLOR_BGR2Lab);
        // A pixel of the small picture covers several, so its middle lies between them.
        const auto toSmall = [&](float at) { return (at + 0.5F) * static_cast<float>(scale) - 0.5F; };
        const auto toLarge = [&](float at) { return (at + 0.5F) / static_cast<float>(scale) - 0.5F; };
        std::vector<std::vector<cv::Point2f>> places;
        for (const Corners& code : codes) {
            auto& place = places.emplace_back();
            for (const QPoint& corner : code)
                place.emplace_back(toSmall(static_cast<float>(corner.x())),
                                   toSmall(static_cast<float>(corner.y())));
        }
        const Judge judge(small, places);
        Judged best;
        for (const Quad& quad : quadsIn(small))
            if (const Judged judged = judge(quad); judged.worth > best.worth)
                best = judged;
        constexpr double least = 0.08;
        if (best.worth < least)
            return std::optional<LabelCorners>();
        if (const Judged wider = judge(extended(small, best.corners)); wider.worth > 0)
            best = wider;
        Quad corners = best.corners;
        for (cv::Point2f& corner : corners)
            corner = {toLarge(corner.x), toLarge(corner.y)};
        if (scale < 1) {
            const float reach = static_cast<float>(2 / scale) + 1;
            const QuadSides fine = followed(colours, corners, reach);
            if (*std::ranges::min_element(fine.seen) > 0)
                corners = fine.corners;
        }
        // On so few pixels nothing can be read.
        constexpr double leastSide = 40;
        for (std::size_t i = 0; i < 4; ++i)
            if (cv::norm(corners[(i + 1) % 4] - corners[i]) < leastSide)
                return std::optional<LabelCorners>();
        corners = turnedUpright(corners, codes);
        LabelCorners answer;
        for (std::size_t i = 0; i < 4; ++i)
            answer[i] = {
                static_cast<double>(std::clamp(corners[i].x, -0.5F, static_cast<float>(colours.cols) - 0.5F)),
                static_cast<double>(
                    std::clamp(corners[i].y, -0.5F, static_cast<float>(colours.rows) - 0.5F))};
        return std::optional(answer);
    });
}

}  // namespace chayan::vision
