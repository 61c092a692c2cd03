#include "core/vision/likeness.h"

#include "core/vision/frame.h"
#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace chayan::vision {

namespace {

/// So many lines through a box, along its width. A line's pixels are its own; nothing is averaged.
cv::Mat linesThrough(const cv::RotatedRect& box, int lines, double longest, GreyView picture) {
    const double width = static_cast<double>(box.size.width);
    const cv::Size2d scale(std::min(1.0, longest / width), lines / static_cast<double>(box.size.height));
    const Frame frame = boxFrame(box, {0, 0}, scale);
    cv::Mat seen;
    cv::warpAffine(matOf(picture), seen, frame.toPicture, frame.size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REPLICATE);
    return seen;
}

/// Changes between dark and light along a line, of at least `step` about the mean around.
int changesIn(const cv::Mat& line, const cv::Mat& mean, float step) {
    const auto* value = line.ptr<float>();
    const auto* around = mean.ptr<float>();
    int changes = 0, side = 0;
    for (int x = 0; x < line.cols; ++x) {
        const float apart = value[x] - around[x];
        const int now = apart > step ? 1 : apart < -step ? -1 : side;
        changes += side != 0 && now != side;
        side = now;
    }
    return changes;
}

cv::Mat meanAround(const cv::Mat& lines, int parts) {
    cv::Mat mean;
    cv::blur(lines, mean, {std::max(3, lines.cols / parts) | 1, 1});
    return mean;
}

double deviationOf(const cv::Mat& values) {
    cv::Scalar mean, deviation;
    cv::meanStdDev(values, mean, deviation);
    return deviation[0];
}

Likeness ofBars(const cv::RotatedRect& box, GreyView picture) {
    constexpr int lines = 16;
    constexpr double longest = 1200;
    cv::Mat seen, upper, lower;
    linesThrough(box, lines, longest, picture).convertTo(seen, CV_32F);
    const int half = std::max(1, seen.rows / 2);
    cv::reduce(seen.rowRange(0, half), upper, 0, cv::REDUCE_AVG);
    cv::reduce(seen.rowRange(std::min(half, seen.rows - 1), seen.rows), lower, 0, cv::REDUCE_AVG);
    const cv::Mat both = (upper + lower) / 2;
    const double deviation = deviationOf(both);
    constexpr double ofDeviation = 0.25;
    constexpr int leastChanges = 20, parts = 8;  // EAN-8 has 43 edges, four digits of ITF 27
    if (changesIn(both, meanAround(both, parts), static_cast<float>(ofDeviation * deviation)) < leastChanges)
        return Likeness::None;
    const cv::Mat product = (upper - cv::mean(upper)[0]).mul(lower - cv::mean(lower)[0]);
    const double alike = cv::mean(product)[0] / (deviationOf(upper) * deviationOf(lower) + 1e-6);
    constexpr double notApart = 0.1;
    return alike > notApart ? Likeness::Strong : Likeness::None;
}

/// What the lines in one direction show.
struct Texture {
    /// Changes a line, on average.
    double changes = 0;
    /// The share of lines with many.
    double busy = 0;
    /// Of the lines between the first and the last that have many, the share of those that have next to none:
    /// what lies between two lines of print.
    double gaps = 0;
};

Texture textureOf(cv::RotatedRect box, bool down, GreyView picture) {
    if (down) {
        std::swap(box.size.width, box.size.height);
        box.angle += 90;
    }
    constexpr int lines = 24, parts = 4, many = 5, few = 3;
    constexpr double longest = 300, ofDeviation = 0.3, leastStep = 2;
    cv::Mat seen;
    linesThrough(box, lines, longest, picture).convertTo(seen, CV_32F);
    const auto step = static_cast<float>(std::max(leastStep, ofDeviation * deviationOf(seen)));
    const cv::Mat mean = meanAround(seen, parts);
    Texture texture;
    int first = -1, idle = 0, idleInside = 0, last = 0;
    for (int y = 0; y < seen.rows; ++y) {
        const int changes = changesIn(seen.row(y), mean.row(y), step);
        texture.changes += changes;
        texture.busy += changes >= many ? 1 : 0;
        if (changes >= many) {
            first = first < 0 ? y : first;
            last = y;
            idleInside = idle;
        } else if (first >= 0 && changes < few) {
            ++idle;
        }
    }
    texture.gaps = first < 0 ? 0 : idleInside / static_cast<double>(last - first + 1);
    texture.changes /= seen.rows;
    texture.busy /= seen.rows;
    return texture;
}

Likeness ofGrid(const cv::RotatedRect& box, GreyView picture) {
    const bool isHigh = box.size.height > box.size.width;
    const Texture along = textureOf(box, isHigh, picture), across = textureOf(box, !isHigh, picture);
    Texture less = along, more = across;
    if (less.busy > more.busy)
        std::swap(less, more);
    const double squareness = static_cast<double>(std::min(box.size.width, box.size.height) /
                                                  std::max(box.size.width, box.size.height));
    const auto shows = [&](double changes, double lessBusy, double moreBusy, double square) {
        return less.changes >= changes && less.busy >= lessBusy && more.busy >= moreBusy &&
               squareness > square;
    };
    constexpr double ofNoise = 24, ofPrint = 0.2;
    if (std::max(less.gaps, more.gaps) < ofPrint && shows(5, 0.45, 0.55, 0.6) && less.changes < ofNoise)
        return Likeness::Strong;
    // PDF417 has many changes along its rows and a few across them, and so have a few lines of print.
    const bool isStack =
        along.changes >= 22 && across.changes >= 3 && along.busy >= 0.5 && across.busy > 0.15;
    return isStack || shows(3.5, 0.3, 0.5, 0.4) ? Likeness::Some : Likeness::None;
}

}  // namespace

Likeness likenessOf(const Candidate& candidate, GreyView picture) {
    const cv::Size2f size = candidate.box.size;
    if (size.width < 1 || size.height < 1)
        return Likeness::None;
    return candidate.kind == Candidate::Kind::Bars ? ofBars(candidate.box, picture)
                                                   : ofGrid(candidate.box, picture);
}

}  // namespace chayan::vision
