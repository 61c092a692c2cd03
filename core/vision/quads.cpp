#include "core/vision/quads.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace chayan::vision {

namespace {

using Outline = std::vector<cv::Point>;

/// Where the lines through both pairs of points meet; far away for lines that run alike.
std::optional<cv::Point2d> crossing(cv::Point2d a, cv::Point2d b, cv::Point2d c, cv::Point2d d) {
    const cv::Point2d ab = b - a, cd = d - c;
    const double apart = ab.cross(cd);
    if (std::abs(apart) < 1e-9 * (cv::norm(ab) * cv::norm(cd) + 1e-9))
        return {};
    return a + ab * ((c - a).cross(cd) / apart);
}

/// Four sides around a convex outline: the side whose loss adds the least area goes until four are left.
std::optional<Quad> quadAround(const Outline& hull) {
    std::vector<cv::Point2d> points(hull.begin(), hull.end());
    while (points.size() > 4) {
        const std::size_t n = points.size();
        double least = std::numeric_limits<double>::max();
        std::size_t lost = n;
        cv::Point2d at;
        for (std::size_t i = 0; i < n; ++i) {
            const cv::Point2d &before = points[(i + n - 1) % n], &from = points[i], &to = points[(i + 1) % n],
                              &after = points[(i + 2) % n];
            const auto meet = crossing(before, from, to, after);
            // On the far side of the lost one, or nothing is enclosed.
            if (!meet || (to - from).cross(*meet - from) * (to - from).cross(before - from) > 0)
                continue;
            const double added = std::abs((to - from).cross(*meet - from)) / 2;
            if (added < least) {
                least = added;
                lost = i;
                at = *meet;
            }
        }
        if (lost == n)
            return {};
        points[lost] = at;
        points.erase(points.begin() + static_cast<std::ptrdiff_t>((lost + 1) % n));
    }
    if (points.size() != 4)
        return {};
    Quad quad;
    std::ranges::copy(points, quad.begin());
    // The other way round than OpenCV gives them, if need be.
    if ((quad[1] - quad[0]).cross(quad[2] - quad[1]) < 0)
        std::reverse(quad.begin(), quad.end());
    return quad;
}

bool isNear(const Quad& a, const Quad& b, double within) {
    for (std::size_t turn = 0; turn < 4; ++turn) {
        bool all = true;
        for (std::size_t i = 0; i < 4 && all; ++i)
            all = cv::norm(a[i] - b[(i + turn) % 4]) < within;
        if (all)
            return true;
    }
    return false;
}

class Collector {
  public:
    explicit Collector(cv::Size size) : m_size(size) {}

    /// What the mask encloses, holes left aside.
    void take(const cv::Mat& mask) {
        std::vector<Outline> outlines;
        cv::findContours(mask, outlines, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
        for (const Outline& outline : outlines)
            take(outline);
    }
    std::vector<Quad> quads() && { return std::move(m_quads); }

  private:
    void take(const Outline& outline) {
        constexpr double least = 0.01, most = 0.985, full = 0.82, straight = 0.86;
        const double picture = m_size.area();
        if (static_cast<double>(cv::boundingRect(outline).area()) < least * picture)
            return;
        Outline hull;
        cv::convexHull(outline, hull);
        const double area = cv::contourArea(hull);
        if (area < least * picture || area > most * picture || cv::contourArea(outline) < full * area)
            return;
        const auto quad = quadAround(hull);
        if (!quad || area < straight * areaOf(*quad) || !isPlausible(*quad))
            return;
        const double within = 0.012 * std::max(m_size.width, m_size.height);
        if (std::ranges::none_of(m_quads, [&](const Quad& known) { return isNear(known, *quad, within); }))
            m_quads.push_back(*quad);
    }

    /// A sheet seen from the side, not a sliver.
    bool isPlausible(const Quad& quad) const {
        const float shorter = static_cast<float>(std::min(m_size.width, m_size.height));
        for (std::size_t i = 0; i < 4; ++i) {
            const cv::Point2f &before = quad[(i + 3) % 4], &at = quad[i], &after = quad[(i + 1) % 4];
            const cv::Point2f in = at - before, out = after - at;
            const double length = cv::norm(out);
            constexpr double sharpest = 0.5;  // the sine of an angle of 30 degrees
            if (length < 0.06 * shorter || in.cross(out) < sharpest * cv::norm(in) * length)
                return false;
            const float far = 0.1F * shorter;
            if (at.x < -far || at.y < -far || at.x > static_cast<float>(m_size.width) + far ||
                at.y > static_cast<float>(m_size.height) + far)
                return false;
        }
        return true;
    }

    cv::Size m_size;
    std::vector<Quad> m_quads;
};

/// Values below which so many parts of all lie.
int quantile(const cv::Mat& channel, double part) {
    std::array<int, 256> counts{};
    for (int y = 0; y < channel.rows; ++y)
        for (int x = 0; x < channel.cols; ++x)
            ++counts[channel.at<std::uint8_t>(y, x)];
    double left = part * static_cast<double>(channel.total());
    for (int value = 0; value < 256; ++value)
        if ((left -= counts[static_cast<std::size_t>(value)]) <= 0)
            return value;
    return 255;
}

/// The colour at a place, averaged along a side.
class Sampler {
  public:
    explicit Sampler(const cv::Mat& colours) : m_colours(colours) {}

    bool holds(cv::Point2f at) const {
        constexpr float edge = 1;
        return at.x >= edge && at.y >= edge && at.x < static_cast<float>(m_colours.cols - 1) - edge &&
               at.y < static_cast<float>(m_colours.rows - 1) - edge;
    }
    cv::Vec3f at(cv::Point2f point) const {
        const int x = static_cast<int>(point.x), y = static_cast<int>(point.y);
        const float u = point.x - static_cast<float>(x), v = point.y - static_cast<float>(y);
        const cv::Vec3f top = cv::Vec3f(m_colours.at<cv::Vec3b>(y, x)) * (1 - u) +
                              cv::Vec3f(m_colours.at<cv::Vec3b>(y, x + 1)) * u;
        const cv::Vec3f below = cv::Vec3f(m_colours.at<cv::Vec3b>(y + 1, x)) * (1 - u) +
                                cv::Vec3f(m_colours.at<cv::Vec3b>(y + 1, x + 1)) * u;
        return top * (1 - v) + below * v;
    }

  private:
    const cv::Mat& m_colours;
};

struct Side {
    /// A point and a direction, or nothing seen.
    std::optional<std::pair<cv::Point2d, cv::Point2d>> line;
    double seen = 0;
};

/// Whether the colours on both sides of a line differ at a point of it.
bool isEdgeAt(const Sampler& sampler, cv::Point2f at, cv::Point2f normal) {
    constexpr float visible = 9;
    for (const float off : {0.F, 1.F, -1.F}) {
        const cv::Point2f place = at + normal * off;
        if (!sampler.holds(place + normal * 4) || !sampler.holds(place - normal * 4))
            return false;
        const cv::Vec3f out = sampler.at(place + normal * 1.5F) + sampler.at(place + normal * 3.F),
                        in = sampler.at(place - normal * 1.5F) + sampler.at(place - normal * 3.F);
        if (cv::norm(out - in) > 2 * static_cast<double>(visible))
            return true;
    }
    return false;
}

cv::Point2f normalOf(cv::Point2f along) {
    const float length = static_cast<float>(cv::norm(along));
    return {along.y / length, -along.x / length};
}

double partSeen(const Sampler& sampler, cv::Point2f from, cv::Point2f to) {
    constexpr int samples = 24;
    const cv::Point2f along = to - from, normal = normalOf(along);
    int seen = 0;
    for (int i = 0; i < samples; ++i)
        seen += isEdgeAt(sampler, from + along * ((static_cast<float>(i) + 0.5F) / samples), normal) ? 1 : 0;
    return static_cast<double>(seen) / samples;
}

/// The quad with side `i` as far out as its neighbours lead.
std::optional<Quad> outward(const Sampler& sampler, const Quad& quad, std::size_t i) {
    const cv::Point2d a = quad[i], b = quad[(i + 1) % 4], c = quad[(i + 2) % 4], d = quad[(i + 3) % 4];
    const auto vanishing = crossing(a, b, d, c);  // where this side and its opposite meet, if they do
    const cv::Point2d up = a - d, down = b - c;
    const double length = cv::norm(up);
    const cv::Point2f left = normalOf(cv::Point2f(up)), right = normalOf(cv::Point2f(-down));
    std::optional<Quad> best;
    int steps = 0, seen = 0;
    constexpr double farthest = 1.5, nearest = 4, mostly = 0.8;
    for (double out = 2; out < farthest * length; ++out, ++steps) {
        const cv::Point2d at = a + up * (out / length);
        const bool parallel = !vanishing || cv::norm(*vanishing - a) > 1e5;
        const auto other = crossing(at, parallel ? at + (b - a) : *vanishing, c, b);
        if (!other || down.dot(*other - b) < 0 || !sampler.holds(at) || !sampler.holds(*other))
            break;
        seen += isEdgeAt(sampler, at, left) && isEdgeAt(sampler, *other, right) ? 1 : 0;
        constexpr int patience = 8;
        if (steps > patience && seen < mostly * steps)
            break;
        if (out < nearest || partSeen(sampler, at, *other) < mostly)
            continue;
        Quad wider = quad;
        wider[i] = at;
        wider[(i + 1) % 4] = *other;
        best = wider;
    }
    return best;
}

Side sideOf(const Sampler& sampler, cv::Point2f from, cv::Point2f to, float reach) {
    constexpr int samples = 48;
    constexpr float corner = 0.08F;  // labels have round ones
    const cv::Point2f along = to - from;
    const float length = static_cast<float>(cv::norm(along));
    const cv::Point2f step = along / length, outward(step.y, -step.x);
    constexpr int window = 3;
    const int depth = static_cast<int>(std::ceil(reach)) + window;
    std::vector<cv::Point2f> places;
    std::vector<int> numbers;  // of the samples
    std::vector<cv::Vec3f> profile(static_cast<std::size_t>(2 * depth + 1));
    for (int i = 0; i < samples; ++i) {
        const cv::Point2f middle =
            from + along * (corner + (1 - 2 * corner) * static_cast<float>(i) / (samples - 1));
        if (!sampler.holds(middle + outward * depth + step * 2) ||
            !sampler.holds(middle - outward * depth - step * 2) ||
            !sampler.holds(middle + outward * depth - step * 2))
            continue;
        for (int d = -depth; d <= depth; ++d) {
            cv::Vec3f sum;
            for (const float aside : {-2.F, -1.F, 0.F, 1.F, 2.F})
                sum += sampler.at(middle + outward * d + step * aside);
            profile[static_cast<std::size_t>(d + depth)] = sum / 5.F;
        }
        const auto apart = [&](int d) {  // between pixel d and the next
            cv::Vec3f in, out;
            for (int w = 0; w < window; ++w) {
                in += profile[static_cast<std::size_t>(d + depth - w)];
                out += profile[static_cast<std::size_t>(d + depth + 1 + w)];
            }
            return static_cast<float>(cv::norm(out - in)) / window;
        };
        float most = 0;
        int at = 0;
        for (int d = -depth + window; d < depth - window; ++d)
            if (const float here = apart(d); here > most) {
                most = here;
                at = d;
            }
        constexpr float visible = 9;
        if (most < visible)
            continue;
        float part = 0;
        if (at > -depth + window && at < depth - window - 1) {
            const float before = apart(at - 1), after = apart(at + 1);
            const float bend = before - 2 * most + after;
            part = bend < -1e-3F ? std::clamp(0.5F * (before - after) / bend, -0.5F, 0.5F) : 0;
        }
        numbers.push_back(i);
        places.push_back(middle + outward * (static_cast<float>(at) + 0.5F + part));
    }
    constexpr std::size_t fewest = 10;
    Side side;
    if (places.size() < fewest)
        return side;
    cv::Vec4f line;
    std::vector<cv::Point2f> kept = places;
    for (int round = 0; round < 4; ++round) {
        cv::fitLine(kept, line, cv::DIST_HUBER, 0, 0.01, 0.01);
        const cv::Point2f direction(line[0], line[1]), through(line[2], line[3]);
        const float within = std::max(1.2F, reach / static_cast<float>(2 << round));
        std::vector<cv::Point2f> near;
        for (const cv::Point2f& place : places)
            if (std::abs(direction.cross(place - through)) <= within)
                near.push_back(place);
        if (near.size() < fewest)
            return side;
        kept = std::move(near);
    }
    cv::fitLine(kept, line, cv::DIST_L2, 0, 0.01, 0.01);
    side.seen = static_cast<double>(kept.size()) / samples;
    // Both ends must be there: around a box that shows two faces, sides run on where nothing is.
    const cv::Point2f direction(line[0], line[1]), through(line[2], line[3]);
    std::array<int, 2> ends{};
    for (std::size_t i = 0; i < places.size(); ++i)
        if (std::abs(direction.cross(places[i] - through)) <= 1.5F)
            for (const bool last : {false, true})
                ends[last ? 1 : 0] += (last ? samples - 1 - numbers[i] : numbers[i]) < samples / 5 ? 1 : 0;
    constexpr int fewestAtEnd = samples / 5 / 3;
    if (std::min(ends[0], ends[1]) < fewestAtEnd)
        side.seen *= 0.3;
    side.line = std::pair(cv::Point2d(line[2], line[3]), cv::Point2d(line[0], line[1]));
    return side;
}

}  // namespace

Quad extended(const cv::Mat& colours, const Quad& quad) {
    const Sampler sampler(colours);
    Quad widest = quad;
    for (std::size_t i = 0; i < 4; ++i)
        if (const auto wider = outward(sampler, widest, i))
            widest = *wider;
    return widest;
}

double areaOf(const Quad& quad) {
    return cv::contourArea(std::vector<cv::Point2f>(quad.begin(), quad.end()));
}

bool contains(const Quad& quad, cv::Point2f point) {
    for (std::size_t i = 0; i < 4; ++i)
        if ((quad[(i + 1) % 4] - quad[i]).cross(point - quad[i]) < 0)
            return false;
    return true;
}

std::vector<Quad> quadsIn(const cv::Mat& colours) {
    Collector collector(colours.size());
    cv::Mat soft;
    cv::medianBlur(colours, soft, 5);
    std::vector<cv::Mat> channels;
    cv::split(soft, channels);
    const cv::Mat close = cv::getStructuringElement(cv::MORPH_RECT, {5, 5});
    for (std::size_t c = 0; c < channels.size(); ++c) {
        const int low = quantile(channels[c], 0.02), high = quantile(channels[c], 0.98);
        const int levels = c == 0 ? 14 : 7, least = c == 0 ? 20 : 8;
        if (high - low >= least)
            for (int i = 1; i < levels; ++i) {
                cv::Mat mask = channels[c] > low + (high - low) * i / levels;
                collector.take(mask);
                cv::morphologyEx(mask, mask, cv::MORPH_OPEN, close);  // cut loose from what touches it
                collector.take(mask);
            }
    }
    // Where light falls unevenly no one level tells label and table apart, but its edge does.
    for (const double strong : {40.0, 90.0, 180.0}) {
        cv::Mat all = cv::Mat::zeros(colours.size(), CV_8U), edges;
        for (std::size_t c = 0; c < channels.size(); ++c) {
            cv::Canny(channels[c], edges, strong * (c == 0 ? 0.4 : 0.2), strong * (c == 0 ? 1.0 : 0.5), 3,
                      true);
            all |= edges;
        }
        for (const int gap : {3, 7}) {
            cv::Mat joined;
            cv::morphologyEx(all, joined, cv::MORPH_CLOSE,
                             cv::getStructuringElement(cv::MORPH_RECT, {gap, gap}));
            cv::dilate(joined, joined, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
            collector.take(joined);
        }
    }
    return std::move(collector).quads();
}

QuadSides followed(const cv::Mat& colours, const Quad& quad, float reach) {
    const Sampler sampler(colours);
    QuadSides answer{quad, {}};
    std::array<std::pair<cv::Point2d, cv::Point2d>, 4> lines;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2f from = quad[i], to = quad[(i + 1) % 4];
        const Side side = sideOf(sampler, from, to, reach);
        answer.seen[i] = side.seen;
        lines[i] = side.line.value_or(std::pair(cv::Point2d(from), cv::Point2d(to - from)));
    }
    Quad moved;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& [a, along] = lines[(i + 3) % 4];
        const auto& [b, next] = lines[i];
        const auto meet = crossing(a, a + along, b, b + next);
        if (!meet || cv::norm(cv::Point2f(*meet) - quad[i]) > 4 * static_cast<double>(reach) + 4)
            return answer;
        moved[i] = *meet;
    }
    answer.corners = moved;
    return answer;
}

}  // namespace chayan::vision
