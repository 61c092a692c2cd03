#include "core/vision/rises.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>

namespace chayan::vision {

namespace {

/// So many pixels are looked at in each direction.
constexpr int sampledPixels = 1'000'000;

/// Where the way from pixel `from` to pixel `to` has come `share` of its amount; the last such place before
/// the next larger share is reached.
float crossing(std::span<const std::uint8_t> line, int from, int to, double share) {
    const double start = line[static_cast<std::size_t>(from)];
    const double goal = start + share * (line[static_cast<std::size_t>(to)] - start);
    const bool up = line[static_cast<std::size_t>(to)] > line[static_cast<std::size_t>(from)];
    for (int i = from + 1; i <= to; ++i) {
        const double before = line[static_cast<std::size_t>(i - 1)], here = line[static_cast<std::size_t>(i)];
        if (up ? here >= goal : here <= goal)
            return static_cast<float>(i - 1 + (here == before ? 1.0 : (goal - before) / (here - before)));
    }
    return static_cast<float>(to);
}

/// Follows one line from turning point to turning point; what goes back by less than `tolerance` is no
/// turning.
template <class Take>
void followLine(std::span<const std::uint8_t> line, int tolerance, Take take) {
    int start = 0, extreme = 0, direction = 0;
    for (int i = 1; i < static_cast<int>(line.size()); ++i) {
        const int value = line[static_cast<std::size_t>(i)], best = line[static_cast<std::size_t>(extreme)];
        if (direction == 0) {
            const int first = line[static_cast<std::size_t>(start)];
            if (std::abs(value - first) >= tolerance) {
                direction = value > first ? 1 : -1;
                extreme = i;
            }
        } else if ((value - best) * direction >= 0) {
            extreme = i;
        } else if ((best - value) * direction >= tolerance) {
            Rise rise;
            rise.amount = static_cast<float>(std::abs(best - line[static_cast<std::size_t>(start)]));
            // From the last pixel that is as far back as the start.
            int foot = extreme;
            while (foot > start &&
                   line[static_cast<std::size_t>(foot)] != line[static_cast<std::size_t>(start)])
                --foot;
            const float low = crossing(line, foot, extreme, 0.1), high = crossing(line, foot, extreme, 0.9);
            rise.width = high - low;
            rise.middle = crossing(line, foot, extreme, 0.5);
            rise.light =
                std::max(line[static_cast<std::size_t>(start)], line[static_cast<std::size_t>(extreme)]);
            take(rise);
            start = extreme;
            extreme = i;
            direction = -direction;
        }
    }
}

void follow(Edges& edges, std::span<const std::uint8_t> line, int tolerance) {
    edges.lines.push_back(edges.rises.size());
    followLine(line, tolerance, [&edges](const Rise& rise) { edges.rises.push_back(rise); });
}

}  // namespace

double percentile(std::vector<float>& values, double share) {
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

Edges edgesOf(GreyView view, int tolerance) {
    Edges edges;
    const auto step = static_cast<int>(std::max<qint64>(1, qint64{view.width} * view.height / sampledPixels));
    for (int y = step / 2; y < view.height; y += step)
        follow(edges, {view.data + qsizetype{y} * view.stride, static_cast<std::size_t>(view.width)},
               tolerance);
    edges.step = step;
    edges.rows = edges.lines.size();
    // Columns are gathered a row at a time, as memory has them.
    const int columns = (view.width - step / 2 + step - 1) / step;
    std::vector<std::uint8_t> gathered(static_cast<std::size_t>(columns) *
                                       static_cast<std::size_t>(view.height));
    for (int y = 0; y < view.height; ++y) {
        const std::uint8_t* row = view.data + qsizetype{y} * view.stride;
        for (int i = 0; i < columns; ++i)
            gathered[static_cast<std::size_t>(i) * static_cast<std::size_t>(view.height) +
                     static_cast<std::size_t>(y)] = row[step / 2 + i * step];
    }
    for (int i = 0; i < columns; ++i)
        follow(edges,
               {gathered.data() + static_cast<std::ptrdiff_t>(i) * view.height,
                static_cast<std::size_t>(view.height)},
               tolerance);
    return edges;
}

}  // namespace chayan::vision
