#include "core/vision/localise.h"

#include "core/vision/regions.h"
#include "core/vision/tensor.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chayan::vision {

namespace {

/// Cells are small enough for the finest codes and still make the rest of the work cheap.
int cellFor(GreyView view) {
    constexpr double largePicture = 1e6;
    return static_cast<double>(view.width) * view.height > largePicture ? 8 : 4;
}

double areaOf(const cv::RotatedRect& box) {
    return static_cast<double>(box.size.area());
}

double angleApart(double a, double b) {
    const double apart = std::fmod(std::abs(a - b), 180.0);
    return std::min(apart, 180.0 - apart);
}

/// The same place found twice, through two windows or at two heights of the threshold.
bool isSame(const Candidate& a, const Candidate& b) {
    if (a.kind != b.kind)
        return false;
    const double small = std::min(areaOf(a.box), areaOf(b.box)),
                 large = std::max(areaOf(a.box), areaOf(b.box));
    const double side = std::sqrt(small);
    const cv::Point2f apart = a.box.center - b.box.center;
    constexpr double sizeRatio = 0.6, nearness = 0.2, sameAngle = 8;
    return small > sizeRatio * large && std::hypot(apart.x, apart.y) < nearness * side &&
           (a.kind == Candidate::Kind::Grid || angleApart(a.box.angle, b.box.angle) < sameAngle);
}

/// Codes are large areas of strong edges, and matrix codes are nearly square; print comes in lines.
double likelihoodOf(const Candidate& candidate) {
    const cv::Size2f size = candidate.box.size;
    const double squareness =
        static_cast<double>(std::min(size.width, size.height) / std::max(size.width, size.height));
    constexpr double ofLines = 0.3;
    return candidate.energy * std::sqrt(areaOf(candidate.box)) * (ofLines + squareness);
}

void addNew(std::vector<Candidate>& known, const Candidate& candidate) {
    const auto same = [&](const Candidate& other) { return isSame(other, candidate); };
    if (std::none_of(known.begin(), known.end(), same))
        known.push_back(candidate);
}

}  // namespace

std::vector<Candidate> candidatesIn(GreyView view, int most, Search search) {
    const Tensors cells = tensorsOf(view, cellFor(view));
    if (cells.isEmpty())
        return {};
    struct Window {
        int cells;
        bool quick, bars, grids;
    };
    constexpr std::array windows{Window{3, true, true, false}, Window{9, true, true, true},
                                 Window{3, false, false, true}, Window{5, false, true, true},
                                 Window{15, false, true, false}};
    std::vector<Candidate> bars, grids;
    for (const Window& window : windows) {
        if (search == Search::Quick && !window.quick)
            break;
        const Tensors seen = pooled(cells, window.cells);
        if (window.bars)
            for (const Candidate& found : barRegions(seen))
                addNew(bars, found);
        if (window.grids)
            for (const Candidate& found : gridRegions(seen))
                addNew(grids, found);
    }
    const auto likelier = [](const Candidate& a, const Candidate& b) {
        return likelihoodOf(a) > likelihoodOf(b);
    };
    for (auto* kind : {&bars, &grids}) {
        std::stable_sort(kind->begin(), kind->end(), likelier);
        kind->resize(std::min(kind->size(), static_cast<std::size_t>(most)));
    }
    bars.insert(bars.end(), grids.begin(), grids.end());
    return bars;
}

}  // namespace chayan::vision
