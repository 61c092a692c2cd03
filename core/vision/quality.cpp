#include "core/vision/quality.h"

#include "core/vision/likeness.h"
#include "core/vision/opencv.h"
#include "core/vision/rises.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace chayan::vision {

namespace {

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

/// So many of the strongest rises are print, and not a hair.
constexpr std::size_t asPrint = 50;

double printOf(const Edges& edges) {
    std::vector<float> amounts;
    amounts.reserve(edges.rises.size());
    for (const Rise& rise : edges.rises)
        amounts.push_back(rise.amount);
    if (amounts.size() <= asPrint)
        return 0;
    const auto at = amounts.begin() + asPrint;
    std::ranges::nth_element(amounts, at, std::greater<>());
    return static_cast<double>(*at);
}

/// The longer side of the place in which all strong rises lie, where they come close; 0 where they do not.
double speckOf(const Edges& edges, double print, QSize picture) {
    const auto strong = static_cast<float>(0.35 * print);
    std::array<std::vector<float>, 2> places;
    std::vector<float> apart, amounts;
    for (std::size_t line = 0; line < edges.lines.size(); ++line) {
        const bool isRow = line < edges.rows;
        const std::size_t end = line + 1 < edges.lines.size() ? edges.lines[line + 1] : edges.rises.size();
        const auto across = static_cast<float>(
            edges.step / 2 + static_cast<int>(isRow ? line : line - edges.rows) * edges.step);
        const Rise* before = nullptr;
        for (std::size_t i = edges.lines[line]; i < end; ++i) {
            const Rise& rise = edges.rises[i];
            if (rise.amount < strong)
                continue;
            amounts.push_back(rise.amount);
            places[isRow ? 0 : 1].push_back(rise.middle);
            places[isRow ? 1 : 0].push_back(across);
            if (before != nullptr)
                apart.push_back(rise.middle - before->middle);
            before = &rise;
        }
    }
    if (apart.size() < asPrint / 2)
        return 0;
    std::array<double, 2> sides{};
    for (std::size_t i = 0; i < 2; ++i) {
        constexpr double outside = 0.05;
        sides[i] = percentile(places[i], 1 - outside) - percentile(places[i], outside);
    }
    constexpr double fine = 5, ofPicture = 0.02;
    const bool isPlace = sides[0] * sides[1] < ofPicture * picture.width() * picture.height();
    // Print that keeps its contrast can be made out, however small.
    constexpr double whole = 0.8;
    return isPlace && percentile(apart, 0.5) < fine &&
                   percentile(amounts, 0.5) < whole * percentile(amounts, 0.98)
               ? std::max(sides[0], sides[1])
               : 0;
}

/// Half of the strokes on what is cut off at white are less deep, in parts of black.
double burntDepthOf(const Edges& edges, double least) {
    constexpr std::uint8_t cutOff = 253;
    constexpr std::size_t enough = 200;
    std::vector<float> amounts;
    for (const Rise& rise : edges.rises)
        if (rise.light >= cutOff && rise.amount >= least)
            amounts.push_back(rise.amount);
    return amounts.size() < enough ? 0 : percentile(amounts, 0.5) / 255;
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

/// Whether no sensor saw it: what is neither white nor black nor an edge is of one grey.
bool isDrawn(GreyView view) {
    constexpr int white = 250, black = 5, edge = 30;
    qint64 plain = 0, alike = 0;
    const int step = std::max(1, view.height / 500);
    for (int y = 0; y < view.height; y += step) {
        const std::uint8_t* row = view.data + qsizetype{y} * view.stride;
        for (int x = 1; x + 1 < view.width; ++x) {
            const auto [low, high] = std::minmax({row[x - 1], row[x], row[x + 1]});
            if (low <= black || high >= white || high - low >= edge)
                continue;
            ++plain;
            alike += high - low <= 1 ? 1 : 0;
        }
    }
    constexpr qint64 enough = 1000;
    return plain < enough || 2 * alike > plain;
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
    // Moved: sharp in one direction only.
    constexpr double moved = 8, apart = 2.5;
    const bool isMoved = smear.along > moved && smear.along > apart * smear.across;
    if (edgeWidth > blurred || (isLost && edgeWidth > soft) || isMoved)
        flaws.push_back(Flaw::Blurred);
    const auto isFlat = [&](int levels) { return contrast < levels || contrast < 8 * noise; };
    constexpr int darkFrom = 100, lightFrom = 200;
    // What is cut off at white leaves the rest little; in the dark everything is there, down to the noise.
    constexpr int flatInLight = 60, flatInDark = 24;
    if (lightest < darkFrom && isFlat(flatInDark))
        flaws.push_back(Flaw::Dark);
    // No lens draws edges as hard as white that is cut off does, where it reaches into them.
    constexpr double burntFrom = 0.35, shallow = 0.6, hard = 1.05;
    const bool isBurnt =
        burnt > burntFrom && burntDepth > 0 && burntDepth < shallow && edgeWidth > 0 && edgeWidth < hard;
    // On paper that fills the picture a few strokes are print enough, unless they are what is left of more.
    constexpr int cutOff = 253;
    const bool hasPrint = lightest < cutOff && print > flatInLight;
    const bool isWashed = isBurnt || (lightest > lightFrom && isFlat(flatInLight) && !hasPrint);
    if (isWashed)
        flaws.push_back(Flaw::Washed);
    constexpr double muchGlare = 0.002;
    if (glare > muchGlare)
        flaws.push_back(Flaw::Glare);
    // What is left of strokes that light has eaten says nothing about their size.
    if ((isLost && edgeWidth <= soft && !isWashed) || isSpeck())
        flaws.push_back(Flaw::Small);
    return flaws;
}

bool Quality::isSpeck() const {
    constexpr double unreadable = 200;
    return speck > 0 && speck < unreadable;
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
        const Edges edges = edgesOf(view, static_cast<int>(std::ceil(tolerance)));
        const double least = std::max({12.0, 2 * tolerance, contrast / 6.0});
        quality.edgeWidth = edgeWidthOf(edges, least);
        const Finest finest = finestOf(edges, least);
        quality.stroke = finest.stroke;
        quality.depth = finest.depth;
        quality.glare = glareOf(view);
        quality.print = printOf(edges);
        constexpr std::size_t cutOff = 253;
        const qint64 white = std::accumulate(histogram.begin() + cutOff, histogram.end(), qint64{0});
        if (white > 0 && !isDrawn(view)) {
            quality.burnt = static_cast<double>(white) / static_cast<double>(all);
            quality.burntDepth = burntDepthOf(edges, least / 2);
        }
        quality.speck = speckOf(edges, quality.print, {view.width, view.height});
        quality.smear = smearOf(view);
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
        if (!quality.isSpeck() && std::ranges::count(flaws, Flaw::Small) > 0 &&
            std::ranges::none_of(candidatesIn(view, places, Search::Quick), isLikeCode))
            std::erase(flaws, Flaw::Small);
        return std::move(flaws);
    });
}

}  // namespace chayan::vision
