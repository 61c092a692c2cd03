#include "core/vision/regions.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace chayan::vision {

namespace {

/// Below this no decoder sees an edge: black and white less than about 12 levels apart at 3 pixels a module.
constexpr float leastEnergy = 12;

/// What one cell looks like.
struct Look {
    cv::Mat energy;
    /// 0 every direction alike, 1 one direction only.
    cv::Mat coherence;
};

Look lookOf(const Tensors& tensors) {
    Look look;
    look.energy = tensors.xx + tensors.yy;
    cv::Mat length;
    cv::magnitude(cv::Mat(tensors.xx - tensors.yy), cv::Mat(tensors.xy * 2), length);
    look.coherence = length / (look.energy + 1e-3F);
    return look;
}

/// The value below which a share of all cells lies.
float percentile(const cv::Mat& values, double share) {
    std::vector<float> sorted(values.begin<float>(), values.end<float>());
    const auto at =
        sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), at, sorted.end());
    return *at;
}

using Cell = cv::Point;

/// Connected cells of a mask; neighbours join when `joins` says so.
template <class Joins>
std::vector<std::vector<Cell>> regionsOf(cv::Mat mask, const Joins& joins) {
    std::vector<std::vector<Cell>> regions;
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x) {
            if (!mask.at<std::uint8_t>(y, x))
                continue;
            std::vector<Cell> region{{x, y}};
            mask.at<std::uint8_t>(y, x) = 0;
            for (std::size_t i = 0; i < region.size(); ++i) {
                const Cell at = region[i];
                for (int ny = std::max(0, at.y - 1); ny <= std::min(mask.rows - 1, at.y + 1); ++ny)
                    for (int nx = std::max(0, at.x - 1); nx <= std::min(mask.cols - 1, at.x + 1); ++nx)
                        if (mask.at<std::uint8_t>(ny, nx) && joins(at, Cell(nx, ny))) {
                            mask.at<std::uint8_t>(ny, nx) = 0;
                            region.emplace_back(nx, ny);
                        }
            }
            regions.push_back(std::move(region));
        }
    return regions;
}

double meanAt(const cv::Mat& values, const std::vector<Cell>& region) {
    double sum = 0;
    for (const Cell& cell : region)
        sum += values.at<float>(cell);
    return sum / static_cast<double>(region.size());
}

/// The smallest upright range of positions along a direction that holds nearly all cells.
struct Range {
    double from = 0, to = 0;
};

Range rangeAlong(const std::vector<Cell>& region, double cosine, double sine) {
    std::vector<double> at;
    at.reserve(region.size());
    for (const Cell& cell : region)
        at.push_back((cell.x + 0.5) * cosine + (cell.y + 0.5) * sine);
    std::sort(at.begin(), at.end());
    const std::size_t stray = at.size() / 100;
    return {at[stray] - 0.5, at[at.size() - 1 - stray] + 0.5};
}

cv::RotatedRect boxAlong(const std::vector<Cell>& region, double radians, int cell) {
    const double cosine = std::cos(radians), sine = std::sin(radians);
    const Range along = rangeAlong(region, cosine, sine), across = rangeAlong(region, -sine, cosine);
    const double u = (along.from + along.to) / 2, v = (across.from + across.to) / 2;
    return {cv::Point2f(static_cast<float>((u * cosine - v * sine) * cell),
                        static_cast<float>((u * sine + v * cosine) * cell)),
            cv::Size2f(static_cast<float>((along.to - along.from) * cell),
                       static_cast<float>((across.to - across.from) * cell)),
            static_cast<float>(radians * 180 / std::numbers::pi)};
}

/// The direction in which grey changes most over a region.
double directionOf(const Tensors& tensors, const std::vector<Cell>& region) {
    double xx = 0, yy = 0, xy = 0;
    for (const Cell& cell : region) {
        xx += tensors.xx.at<float>(cell);
        yy += tensors.yy.at<float>(cell);
        xy += tensors.xy.at<float>(cell);
    }
    return std::atan2(2 * xy, xx - yy) / 2;
}

/// The smallest box at any angle.
cv::RotatedRect boxAround(const std::vector<Cell>& region, int cell) {
    // The ends of each line of cells are enough.
    std::map<int, std::pair<int, int>> ends;
    for (const Cell& at : region) {
        const auto [line, isNew] = ends.try_emplace(at.y, at.x, at.x);
        auto& [left, right] = line->second;
        left = std::min(left, at.x);
        right = std::max(right, at.x);
    }
    std::vector<cv::Point2f> points;
    for (const auto& [y, line] : ends)
        for (const int below : {0, 1}) {
            points.emplace_back(static_cast<float>(line.first * cell),
                                static_cast<float>((y + below) * cell));
            points.emplace_back(static_cast<float>((line.second + 1) * cell),
                                static_cast<float>((y + below) * cell));
        }
    return cv::minAreaRect(points);
}

/// Noise is everywhere, codes are not: what the quieter part of the picture shows is no edge.
float noiseOf(const cv::Mat& energy) {
    return percentile(energy, 0.25);
}

}  // namespace

std::vector<Candidate> barRegions(const Tensors& tensors) {
    const Look look = lookOf(tensors);
    constexpr double coherent = 0.6;
    const float edge = std::max(leastEnergy, std::min(2 * noiseOf(look.energy), 200.0F));
    const cv::Mat mask = (look.energy > edge) & (look.coherence > coherent);
    // The doubled angle as a vector turns once for half a turn of the edge.
    const auto joins = [&](const Cell& a, const Cell& b) {
        const auto doubled = [&](const Cell& at) {
            return cv::Vec2f(tensors.xx.at<float>(at) - tensors.yy.at<float>(at),
                             2 * tensors.xy.at<float>(at));
        };
        const cv::Vec2f first = doubled(a), second = doubled(b);
        const float cosine =
            first.dot(second) / static_cast<float>(cv::norm(first) * cv::norm(second) + 1e-6);
        constexpr float thirtyDegrees = 0.866F;  // of the doubled angle
        return cosine > thirtyDegrees;
    };
    std::vector<Candidate> found;
    for (const std::vector<Cell>& region : regionsOf(mask, joins)) {
        const cv::RotatedRect box = boxAlong(region, directionOf(tensors, region), tensors.cell);
        constexpr float leastWidth = 40, leastHeight = 8;
        if (box.size.width < leastWidth || box.size.height < leastHeight)
            continue;
        found.push_back({Candidate::Kind::Bars, box, meanAt(look.energy, region)});
    }
    return found;
}

std::vector<Candidate> gridRegions(const Tensors& tensors) {
    const Look look = lookOf(tensors);
    constexpr double scattered = 0.75;
    const float edge = std::max(leastEnergy, std::min(2 * noiseOf(look.energy), 200.0F));
    const float top = percentile(look.energy, 0.995);
    std::vector<Candidate> found;
    float height = edge;
    do {
        const cv::Mat mask = (look.energy > height) & (look.coherence < scattered);
        for (const std::vector<Cell>& region :
             regionsOf(mask, [](const Cell&, const Cell&) { return true; })) {
            const cv::RotatedRect box = boxAround(region, tensors.cell);
            const float shorter = std::min(box.size.width, box.size.height);
            const float longer = std::max(box.size.width, box.size.height);
            constexpr float leastSide = 16, longest = 10;
            const double filled = static_cast<double>(region.size()) * tensors.cell * tensors.cell /
                                  static_cast<double>(box.size.area());
            constexpr double mostlyFull = 0.5;
            if (shorter >= leastSide && longer <= longest * shorter && filled >= mostlyFull)
                found.push_back({Candidate::Kind::Grid, box, meanAt(look.energy, region)});
        }
        height *= 1.7F;
    } while (height < std::max(top, 2 * edge));
    return found;
}

}  // namespace chayan::vision
