#include "core/vision/place.h"

#include <algorithm>
#include <cmath>

namespace chayan::vision {

QPoint middleOf(const Corners& corners) {
    QPoint sum;
    for (const QPoint& corner : corners)
        sum += corner;
    return sum / 4;
}

double lengthOf(const Corners& corners) {
    double longest = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const QPoint side = corners[(i + 1) % corners.size()] - corners[i];
        longest = std::max(longest, std::hypot(side.x(), side.y()));
    }
    return longest;
}

bool isSamePlace(const Corners& a, const Corners& b) {
    const QPoint apart = middleOf(a) - middleOf(b);
    return std::hypot(apart.x(), apart.y()) <= std::max(lengthOf(a), lengthOf(b)) / 2;
}

void sortForReading(std::vector<Code>& codes) {
    const auto height = [](const Code& code) {
        const auto [least, most] =
            std::minmax_element(code.corners.begin(), code.corners.end(),
                                [](const QPoint& a, const QPoint& b) { return a.y() < b.y(); });
        return most->y() - least->y();
    };
    std::stable_sort(codes.begin(), codes.end(), [](const Code& a, const Code& b) {
        return middleOf(a.corners).y() < middleOf(b.corners).y();
    });
    // A line ends where a code's middle lies below the half of the line's first.
    for (auto line = codes.begin(); line != codes.end();) {
        const int below = middleOf(line->corners).y() + std::max(height(*line), 1) / 2;
        auto end = line;
        while (end != codes.end() && middleOf(end->corners).y() <= below)
            ++end;
        std::stable_sort(line, end, [](const Code& a, const Code& b) {
            return middleOf(a.corners).x() < middleOf(b.corners).x();
        });
        line = end;
    }
}

}  // namespace chayan::vision
