#include "core/vision/quality.h"

#include "core/vision/likeness.h"
#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace chayan::vision {

namespace {

/// So many pixels are looked at in each direction.
constexpr int sampledPixels = 1'000'000;

double percentile(std::vector<float>& values, double share) {
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// From one turning point of a line to the next.
struct Rise {
    float amount = 0;
    /// Pixels from a tenth to nine tenths of it.
    float width = 0;
    /// Where half of it is done.
    float middle = 0;
};

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
            take(rise);
            start = extreme;
            extreme = i;
            direction = -direction;
        }
    }
}

/// All that the lines of one direction say.
struct Edges {
    std::vector<Rise> rises;
    /// Where in `rises` a line begins.
    std::vector<std::size_t> lines;

    void follow(std::span<const std::uint8_t> line, int tolerance) {
        lines.push_back(rises.size());
        followLine(line, tolerance, [this](const Rise& rise) { rises.push_back(rise); });
    }
};

Edges followed(GreyView view, int tolerance) {
    Edges edges;
    const auto step = static_cast<int>(std::max<qint64>(1, qint64{view.width} * view.height / sampledPixels));
    for (int y = step / 2; y < view.height; y += step)
        edges.follow({view.data + qsizetype{y} * view.stride, static_cast<std::size_t>(view.width)},
                     tolerance);
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
        edges.follow({gathered.data() + static_cast<std::ptrdiff_t>(i) * view.height,
                      static_cast<std::size_t>(view.height)},
                     tolerance);
    return edges;
}

/// The sharpest fifth of the strongest edges, seen along lines that cross them at right angles or nearly.
double edgeWidthOf(const Edges& edges, double least) {
    constexpr std::size_t enough = 100;
    std::vector<float> amounts;
    for (const Rise& rise : edges.rises)
        if (rise.amount >= least)
            amounts.push_back(rise.amount);
    if (amounts.size() < enough)
        return 0;
    const double strong = std::max(least, 0.4 * percentile(amounts, 0.98));
    std::vector<float> widths;
    for (const Rise& rise : edges.rises)
        if (rise.amount >= strong)
            widths.push_back(rise.width);
    return widths.size() < enough ? 0 : percentile(widths, 0.2);
}

/// What many changes in a row, print and bars, come to at their finest.
struct Finest {
    /// Pixels from one change to the next.
    double stroke = 0;
    /// How much of the print's contrast is left there, 0 to 1.
    double depth = 0;
};

Finest finestOf(const Edges& edges, double least) {
    constexpr std::size_t inRow = 8, enough = 200;
    constexpr float farApart = 40;
    struct Change {
        float apart, depth;
    };
    std::vector<Change> changes, row;
    float deepest = 0;
    const auto end = [&] {
        if (row.size() >= inRow)
            for (const Change& change : row)
                changes.push_back({change.apart, change.depth / deepest});
        row.clear();
        deepest = 0;
    };
    std::size_t line = 0;
    for (std::size_t i = 1; i < edges.rises.size(); ++i) {
        while (line < edges.lines.size() && edges.lines[line] < i)
            ++line;
        const Rise &before = edges.rises[i - 1], &here = edges.rises[i];
        const float apart = here.middle - before.middle;
        if ((line < edges.lines.size() && edges.lines[line] == i) || apart > farApart)
            end();
        else {
            row.push_back({apart, std::min(before.amount, here.amount)});
            deepest = std::max({deepest, before.amount, here.amount});
        }
        if (!row.empty() && deepest < least)
            end();
    }
    end();
    if (changes.size() < enough)
        return {};
    std::vector<float> apart;
    apart.reserve(changes.size());
    for (const Change& change : changes)
        apart.push_back(change.apart);
    Finest finest{percentile(apart, 0.1), 0};
    std::vector<float> depths;
    for (const Change& change : changes)
        if (change.apart <= 1.25 * finest.stroke)
            depths.push_back(change.depth);
    finest.depth = percentile(depths, 0.5);
    return finest;
}

/// From the differences that neither slopes nor edges leave (J. Immerkaer, "Fast Noise Variance Estimation",
/// 1996; the median in place of the mean, so that print does not count).
double noiseOf(GreyView view) {
    std::vector<float> differences;
    const int step = std::max(1, view.width * (view.height / 200) / 5'000);
    for (int y = 1; y + 1 < view.height; y += std::max(1, view.height / 200)) {
        const std::uint8_t *above = view.data + qsizetype{y - 1} * view.stride, *row = above + view.stride,
                           *below = row + view.stride;
        for (int x = 1 + y % step; x + 1 < view.width; x += step)
            differences.push_back(static_cast<float>(std::abs(above[x - 1] - 2 * above[x] + above[x + 1] -
                                                              2 * (row[x - 1] - 2 * row[x] + row[x + 1]) +
                                                              below[x - 1] - 2 * below[x] + below[x + 1])));
    }
    if (differences.empty())
        return 0;
    // The mask's weights squared are 36; 0.6745 is the median of a normal distribution's amount.
    return percentile(differences, 0.5) / (6 * 0.6745);
}

/// What is white with a soft rim and darker farther out is a light that is mirrored; paper has a sharp rim,
/// or none.
double glareOf(GreyView view) {
    constexpr double side = 512;
    const double factor = std::min(1.0, side / std::max(view.width, view.height));
    const GreyImage small = shrunk(view, factor);
    const cv::Mat pixels = matOf(small.view());
    constexpr int white = 250;
    cv::Mat names, figures, middles;
    const int count = cv::connectedComponentsWithStats(pixels >= white, names, figures, middles);
    const auto round = [](int size) { return cv::getStructuringElement(cv::MORPH_ELLIPSE, {size, size}); };
    constexpr int near = 3, far = 12;
    const cv::Mat nearby = round(2 * near + 1), around = round(2 * far + 1), next = round(3);
    const double all = static_cast<double>(pixels.total());
    double glare = 0;
    for (int name = 1; name < count; ++name) {
        const int area = figures.at<int>(name, cv::CC_STAT_AREA);
        if (area < all / 1000 || area > all * 0.4)
            continue;
        const cv::Rect box = cv::Rect(figures.at<int>(name, cv::CC_STAT_LEFT) - far - 1,
                                      figures.at<int>(name, cv::CC_STAT_TOP) - far - 1,
                                      figures.at<int>(name, cv::CC_STAT_WIDTH) + 2 * far + 2,
                                      figures.at<int>(name, cv::CC_STAT_HEIGHT) + 2 * far + 2) &
                             cv::Rect(0, 0, pixels.cols, pixels.rows);
        const cv::Mat blob = names(box) == name;
        // How far below white most of the pixels at this distance are; print that the rim crosses is not most
        // of it.
        const auto fall = [&](const cv::Mat& reach) {
            cv::Mat inner, outer;
            cv::dilate(blob, inner, reach);
            cv::dilate(inner, outer, next);
            const cv::Mat ring = outer & ~inner;
            std::vector<float> falls;
            for (int y = 0; y < ring.rows; ++y)
                for (int x = 0; x < ring.cols; ++x)
                    if (ring.at<std::uint8_t>(y, x) != 0)
                        falls.push_back(
                            static_cast<float>(white - pixels.at<std::uint8_t>(box.y + y, box.x + x)));
            return falls.empty() ? 0.0 : percentile(falls, 0.4);
        };
        constexpr double softly = 40, surely = 15;
        const double rim = fall(nearby);
        if (rim > 0 && rim < softly && fall(around) > surely)
            glare += area;
    }
    return glare / all;
}

}  // namespace

std::vector<Flaw> Quality::flaws() const {
    std::vector<Flaw> flaws;
    const int contrast = lightest - darkest;
    // Lines that come close run into one another: in a picture that is sharp they are too fine.
    constexpr double hardly = 0.24, soft = 3, blurred = 5;
    const bool isLost = stroke > 0 && depth < hardly;
    if (edgeWidth > blurred || (isLost && edgeWidth > soft))
        flaws.push_back(Flaw::Blurred);
    const auto isFlat = [&](int levels) { return contrast < levels || contrast < 8 * noise; };
    constexpr int darkFrom = 100, lightFrom = 200;
    // What is cut off at white leaves the rest little; in the dark everything is there, down to the noise.
    constexpr int flatInLight = 60, flatInDark = 24;
    if (lightest < darkFrom && isFlat(flatInDark))
        flaws.push_back(Flaw::Dark);
    if (lightest > lightFrom && isFlat(flatInLight))
        flaws.push_back(Flaw::Washed);
    constexpr double muchGlare = 0.002;
    if (glare > muchGlare)
        flaws.push_back(Flaw::Glare);
    if (isLost && edgeWidth <= soft)
        flaws.push_back(Flaw::Small);
    return flaws;
}

Seen<Quality> qualityOf(GreyView view) {
    return guarded([&]() -> Seen<Quality> {
        Quality quality;
        std::array<qint64, 256> histogram{};
        const int step = std::max(1, view.height / 500);
        qint64 all = 0;
        for (int y = 0; y < view.height; y += step, all += view.width)
            for (int x = 0; x < view.width; ++x)
                ++histogram[view.data[qsizetype{y} * view.stride + x]];
        constexpr qint64 twoHundredth = 200;
        qint64 below = 0;
        while ((below += histogram[static_cast<std::size_t>(quality.darkest)]) * twoHundredth < all)
            ++quality.darkest;
        qint64 above = 0;
        while ((above += histogram[static_cast<std::size_t>(quality.lightest)]) * twoHundredth < all)
            --quality.lightest;
        // Of a drawing without any greys it says nothing; no sensor has more.
        constexpr double mostNoise = 12;
        quality.noise = std::min(noiseOf(view), mostNoise);
        const int contrast = quality.lightest - quality.darkest;
        const double tolerance = std::max({4.0, 4 * quality.noise, contrast / 12.0});
        const Edges edges = followed(view, static_cast<int>(std::ceil(tolerance)));
        const double least = std::max({12.0, 2 * tolerance, contrast / 6.0});
        quality.edgeWidth = edgeWidthOf(edges, least);
        const Finest finest = finestOf(edges, least);
        quality.stroke = finest.stroke;
        quality.depth = finest.depth;
        quality.glare = glareOf(view);
        return quality;
    });
}

Seen<std::vector<Flaw>> flawsOf(GreyView view) {
    const Seen<Quality> quality = qualityOf(view);
    if (!quality)
        return tl::unexpected(quality.error());
    return flawsOf(view, *quality);
}

Seen<std::vector<Flaw>> flawsOf(GreyView view, const Quality& quality) {
    std::vector<Flaw> flaws = quality.flaws();
    return guarded([&]() -> Seen<std::vector<Flaw>> {
        constexpr int places = 6;
        const auto isLikeCode = [view](const Candidate& place) {
            return likenessOf(place, view) == Likeness::Strong;
        };
        if (std::ranges::count(flaws, Flaw::Small) > 0 &&
            std::ranges::none_of(candidatesIn(view, places, Search::Quick), isLikeCode))
            std::erase(flaws, Flaw::Small);
        return std::move(flaws);
    });
}

}  // namespace chayan::vision
