#include "core/vision/smear.h"

#include "core/vision/opencv.h"
#include "core/vision/rises.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace chayan::vision {

namespace {

/// Of half a turn.
constexpr int directions = 8;

/// Walks up and down the slope at a place.
class Slopes {
  public:
    explicit Slopes(const cv::Mat& pixels) : m_pixels(pixels) {}

    struct Rise {
        float amount = 0;
        /// Pixels from a tenth to nine tenths of it.
        float width = 0;
    };
    Rise at(cv::Point2f place, cv::Point2f upward) {
        m_line.clear();
        follow(place, -upward, -1);
        std::ranges::reverse(m_line);
        m_line.push_back(valueAt(place));
        follow(place, upward, 1);
        Rise rise{m_line.back() - m_line.front()};
        rise.width = whereReached(0.9F * rise.amount) - whereReached(0.1F * rise.amount);
        return rise;
    }

  private:
    bool holds(cv::Point2f at) const {
        return at.x >= 0 && at.y >= 0 && at.x < static_cast<float>(m_pixels.cols - 1) &&
               at.y < static_cast<float>(m_pixels.rows - 1);
    }
    float valueAt(cv::Point2f at) const {
        const int x = static_cast<int>(at.x), y = static_cast<int>(at.y);
        const float u = at.x - static_cast<float>(x), v = at.y - static_cast<float>(y);
        const std::uint8_t *top = m_pixels.ptr<std::uint8_t>(y) + x,
                           *foot = m_pixels.ptr<std::uint8_t>(y + 1) + x;
        const auto between = [u](const std::uint8_t* row) {
            return static_cast<float>(row[0]) * (1 - u) + static_cast<float>(row[1]) * u;
        };
        return between(top) * (1 - v) + between(foot) * v;
    }
    /// As far as it goes on by `sign`; a few pixels of noise do not end it.
    void follow(cv::Point2f from, cv::Point2f step, float sign) {
        constexpr int farthest = 60;
        constexpr std::size_t patience = 3;
        constexpr float back = 3;
        const std::size_t start = m_line.size();
        std::size_t kept = start;
        float best = sign * valueAt(from);
        for (int i = 1; i <= farthest; ++i) {
            const cv::Point2f place = from + step * i;
            if (!holds(place))
                break;
            const float value = valueAt(place);
            m_line.push_back(value);
            if (sign * value > best) {
                best = sign * value;
                kept = m_line.size();
            } else if (best - sign * value > back || m_line.size() - kept > patience) {
                break;
            }
        }
        m_line.resize(kept);
    }
    float whereReached(float amount) const {
        const float goal = m_line.front() + amount;
        std::size_t i = 1;
        while (i + 1 < m_line.size() && m_line[i] < goal)
            ++i;
        if (i >= m_line.size())
            return 0;
        const float step = m_line[i] - m_line[i - 1];
        return static_cast<float>(i - 1) + (step > 0 ? std::min(1.F, (goal - m_line[i - 1]) / step) : 1.F);
    }

    const cv::Mat& m_pixels;
    std::vector<float> m_line;
};

struct Edge {
    std::size_t direction = 0;
    std::size_t tile = 0;
    Slopes::Rise rise;
};

}  // namespace

Smear smearOf(GreyView view) {
    constexpr double most = 2e6, looked = 50'000;
    const double factor = std::min(1.0, std::sqrt(most / (static_cast<double>(view.width) * view.height)));
    const GreyImage small = factor < 1 ? shrunk(view, factor) : GreyImage();
    const cv::Mat pixels = factor < 1 ? matOf(small.view()) : matOf(view);
    cv::Mat soft, across, down;
    cv::GaussianBlur(pixels, soft, {5, 5}, 1.0);
    cv::Sobel(soft, across, CV_16S, 1, 0);
    cv::Sobel(soft, down, CV_16S, 0, 1);
    constexpr int tileSide = 64;
    const int tilesInRow = soft.cols / tileSide + 1, tiles = tilesInRow * (soft.rows / tileSide + 1);
    const int step = std::max(1, static_cast<int>(std::sqrt(static_cast<double>(soft.total()) / looked)));
    std::vector<Edge> edges;
    std::vector<float> amounts;
    Slopes slopes(soft);
    for (int y = 1; y + 1 < soft.rows; y += step)
        for (int x = 1; x + 1 < soft.cols; x += step) {
            const cv::Point2f slope(across.at<std::int16_t>(y, x), down.at<std::int16_t>(y, x));
            const float length = std::hypot(slope.x, slope.y);
            constexpr float steep = 3 * 8;  // three grey levels a pixel, as Sobel weighs them
            if (length < steep)
                continue;
            Edge edge;
            edge.rise = slopes.at(cv::Point2f(cv::Point(x, y)), slope / length);
            const auto turns = static_cast<int>(std::lround(
                std::atan2(static_cast<double>(slope.y), static_cast<double>(slope.x)) / CV_PI * directions));
            edge.direction = static_cast<std::size_t>((turns + directions) % directions);
            edge.tile = static_cast<std::size_t>(y / tileSide * tilesInRow + x / tileSide);
            amounts.push_back(edge.rise.amount);
            edges.push_back(edge);
        }
    if (edges.empty())
        return {};
    constexpr double least = 20;
    const double strong = std::max(least, 0.3 * percentile(amounts, 0.98));
    std::erase_if(edges,
                  [strong](const Edge& edge) { return static_cast<double>(edge.rise.amount) < strong; });
    std::vector<std::array<bool, directions>> seen(static_cast<std::size_t>(tiles));
    for (const Edge& edge : edges)
        seen[edge.tile][edge.direction] = true;
    const auto acrossOf = [](std::size_t direction) { return (direction + directions / 2) % directions; };
    std::array<std::vector<float>, directions> widths;
    for (const Edge& edge : edges)
        if (seen[edge.tile][acrossOf(edge.direction)])
            widths[edge.direction].push_back(edge.rise.width);
    constexpr std::size_t enough = 60;
    constexpr double sharpest = 0.2;
    std::array<double, directions> sharp{};
    for (std::size_t i = 0; i < directions; ++i)
        if (widths[i].size() >= enough)
            sharp[i] = percentile(widths[i], sharpest) / factor;
    Smear smear;
    double worst = 0;
    for (std::size_t i = 0; i < directions; ++i)
        if (const double other = sharp[acrossOf(i)]; other > 0 && sharp[i] / other > worst) {
            worst = sharp[i] / other;
            smear = {sharp[i], other};
        }
    return smear;
}

}  // namespace chayan::vision
