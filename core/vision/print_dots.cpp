#include "core/vision/print_dots.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace chayan::vision {

namespace {

struct Slopes {
    cv::Mat across, down;
};
Slopes slopesOf(const cv::Mat& values) {
    Slopes slopes;
    cv::Sobel(values, slopes.across, CV_32F, 1, 0, 1, 0.5);
    cv::Sobel(values, slopes.down, CV_32F, 0, 1, 1, 0.5);
    return slopes;
}

/// A row that rises from 0 to 1 and falls again; two half over each other add up to 1.
cv::Mat risingAndFalling(int length) {
    cv::Mat row(1, length, CV_32F);
    for (int i = 0; i < length; ++i)
        row.at<float>(i) = static_cast<float>(std::pow(std::sin(CV_PI * (i + 0.5) / length), 2));
    return row;
}

/// What of the suspect no light, blur or small shift of the reference explains: tile by tile, each fading
/// into its neighbours, less what fits best of the reference, softer copies of it, and its slopes.
cv::Mat unexplained(const cv::Mat& reference, const cv::Mat& aligned, const cv::Mat& inside,
                    const Slopes& slopes) {
    constexpr int tile = 64, terms = 6;
    constexpr double leastDeviation = 8;
    cv::Mat soft, softer;
    cv::GaussianBlur(reference, soft, {}, 1.2);
    cv::GaussianBlur(reference, softer, {}, 2.5);
    const std::array<cv::Mat, terms> parts{
        cv::Mat::ones(reference.size(), CV_32F), reference, soft, softer, slopes.across, slopes.down};
    cv::Mat out = cv::Mat::zeros(reference.size(), CV_32F);
    const cv::Mat rise = risingAndFalling(tile), fade = rise.t() * rise;
    for (int y = 0; y + tile <= reference.rows; y += tile / 2)
        for (int x = 0; x + tile <= reference.cols; x += tile / 2) {
            const cv::Rect box(x, y, tile, tile);
            cv::Scalar mean, deviation;
            cv::meanStdDev(reference(box), mean, deviation);
            if (deviation[0] < leastDeviation || cv::countNonZero(inside(box)) < tile * tile)
                continue;
            cv::Matx<double, terms, terms> square = cv::Matx<double, terms, terms>::eye() * 0.5;
            cv::Vec<double, terms> right;
            for (int i = 0; i < terms; ++i) {
                const cv::Mat weighed = parts[static_cast<std::size_t>(i)](box).mul(fade);
                for (int j = 0; j <= i; ++j) {
                    const double sum = weighed.dot(parts[static_cast<std::size_t>(j)](box));
                    square(i, j) += sum;
                    if (i != j)
                        square(j, i) += sum;
                }
                right[i] = weighed.dot(aligned(box));
            }
            const cv::Vec<double, terms> fit = square.inv(cv::DECOMP_CHOLESKY) * right;
            cv::Mat left = aligned(box).clone();
            for (int i = 0; i < terms; ++i)
                cv::scaleAdd(parts[static_cast<std::size_t>(i)](box), -fit[i], left, left);
            out(box) += left.mul(fade);
        }
    return out;
}

/// No single place may outweigh the others.
void limit(cv::Mat& values) {
    std::vector<float> sample;
    for (int y = 0; y < values.rows; y += 2)
        for (int x = 0; x < values.cols; x += 2)
            if (values.at<float>(y, x) != 0)
                sample.push_back(std::abs(values.at<float>(y, x)));
    if (sample.empty())
        return;
    const auto at = sample.begin() + static_cast<std::ptrdiff_t>(sample.size() * 3 / 4);
    std::ranges::nth_element(sample, at);
    const double most = 4 * static_cast<double>(*at);
    cv::min(values, most, values);
    cv::max(values, -most, values);
}

constexpr int tileSide = 256, middle = tileSide / 2;

/// The strength of each period in two pictures of one tile, its zero in the middle and no more than the half
/// on the right, as a multiple of what lies around: `across` counts as far as the period runs across, `down`
/// as far as it runs down.
cv::Mat periodsOf(const cv::Mat& across, const cv::Mat& down, const cv::Mat& fade) {
    cv::Mat whole;
    cv::merge(std::array<cv::Mat, 2>{across.mul(fade), down.mul(fade)}.data(), 2, whole);
    cv::dft(whole, whole);
    // Both are real, so one transform holds the two.
    cv::Mat out(tileSide, middle, CV_32F), mean;
    for (int y = 0; y < tileSide; ++y) {
        const int row = (y - middle + tileSide) % tileSide;
        const auto* here = whole.ptr<cv::Vec2f>(row);
        const auto* opposite = whole.ptr<cv::Vec2f>((tileSide - row) % tileSide);
        const auto v = static_cast<float>(y - middle);
        auto* line = out.ptr<float>(y);
        for (int x = 0; x < middle; ++x) {
            const cv::Vec2f a = here[x], b = opposite[(tileSide - x) % tileSide];
            const auto u = static_cast<float>(x);
            const float real = u * (a[0] + b[0]) + v * (a[1] + b[1]),
                        imaginary = u * (a[1] - b[1]) + v * (b[0] - a[0]);
            line[x] = (real * real + imaginary * imaginary) / std::max(1.F, u * u + v * v);
        }
    }
    constexpr int around = 17;
    cv::blur(out, mean, {around, around});
    return out / (mean + 1e-6);
}

/// Pixels of the suspect for one of the reference, at a place.
cv::Matx22d scaleAt(const cv::Mat& places, cv::Point at) {
    constexpr int apart = 60;
    const cv::Rect all({0, 0}, places.size());
    const cv::Rect box = cv::Rect(at.x - apart, at.y - apart, 2 * apart + 1, 2 * apart + 1) & all;
    const auto place = [&](int x, int y) { return places.at<cv::Vec2f>(y, x); };
    const cv::Vec2f across = place(box.br().x - 1, at.y) - place(box.x, at.y),
                    down = place(at.x, box.br().y - 1) - place(at.x, box.y);
    const double width = box.width - 1, height = box.height - 1;
    return {static_cast<double>(across[0]) / width, static_cast<double>(down[0]) / height,
            static_cast<double>(across[1]) / width, static_cast<double>(down[1]) / height};
}

/// Periods that the pictures have of themselves tell nothing: those of eighths of pixels, JPEG's blocks and
/// what they are made of, among them the sensor's colours and the pixels. `scale`: pixels for one here.
void forgetGrid(cv::Mat& periods, const cv::Matx22d& scale) {
    constexpr int block = 8, reach = 1;
    const cv::Matx22d step = scale.t() * (1.0 * tileSide / block);
    const cv::Rect all({0, 0}, periods.size());
    for (int j = -block; j <= block; ++j)
        for (int i = -block; i <= block; ++i) {
            const cv::Vec2d at = step * cv::Vec2d(i, j);
            if (at[0] < -reach || std::hypot(at[0], at[1]) > tileSide)
                continue;
            const cv::Point pixel(static_cast<int>(std::lround(at[0])),
                                  middle + static_cast<int>(std::lround(at[1])));
            periods(cv::Rect(pixel.x - reach, pixel.y - reach, 2 * reach + 1, 2 * reach + 1) & all).setTo(1);
        }
}

/// Pixels made smaller or larger leave a beat: their own period and its multiples, which the new pixels show
/// as coarser ones.
void forgetBeats(cv::Mat& periods, const cv::Matx22d& scale) {
    constexpr int multiples = 6, reach = 2;
    const cv::Rect all({0, 0}, periods.size());
    const auto folded = [](double often) { return often - tileSide * std::round(often / tileSide); };
    for (int i = 1; i <= multiples; ++i)
        for (const cv::Vec2d& way : {cv::Vec2d(i, 0), cv::Vec2d(0, i)}) {
            const cv::Vec2d at = scale.t() * way * (1.0 * tileSide);
            const cv::Vec2d seen(folded(at[0]), folded(at[1]));
            for (const int side : {1, -1}) {
                const cv::Point pixel(static_cast<int>(std::lround(side * seen[0])),
                                      middle + static_cast<int>(std::lround(side * seen[1])));
                periods(cv::Rect(pixel.x - reach, pixel.y - reach, 2 * reach + 1, 2 * reach + 1) & all)
                    .setTo(1);
            }
        }
}

/// And finer ones than its pixels can hold.
void forgetBeyond(cv::Mat& periods, const cv::Matx22d& scale) {
    constexpr double finest = 0.48;
    const cv::Matx22d back = scale.t().inv();
    for (int y = 0; y < periods.rows; ++y)
        for (int x = 0; x < periods.cols; ++x) {
            const cv::Vec2d often = back * cv::Vec2d(x, y - middle) * (1.0 / tileSide);
            if (often.dot(often) > finest * finest)
                periods.at<float>(y, x) = 1;
        }
}

/// The mean over tiles where `print` is not 0 throughout, which are seen one by one since paper, lens and a
/// reference that is not quite straight let the pitch drift; empty where too few have any.
cv::Mat tilesPeriods(const cv::Mat& across, const cv::Mat& down, const cv::Mat& print, const Grids& grids) {
    const cv::Mat rise = risingAndFalling(tileSide), fade = rise.t() * rise;
    cv::Mat sum = cv::Mat::zeros(tileSide, middle, CV_32F);
    int tiles = 0;
    // A quarter of each lies over its neighbour.
    const auto along = [](int length) {
        return length < tileSide ? 0 : (length - tileSide) * 4 / (3 * tileSide) + 1;
    };
    const cv::Size count(along(across.cols), along(across.rows));
    for (int row = 0; row < count.height; ++row)
        for (int column = 0; column < count.width; ++column) {
            const auto from = [](int i, int of, int length) {
                return of < 2 ? (length - tileSide) / 2 : i * (length - tileSide) / (of - 1);
            };
            const cv::Rect box(from(column, count.width, across.cols), from(row, count.height, across.rows),
                               tileSide, tileSide);
            constexpr int printed = tileSide * tileSide / 8;
            if (cv::countNonZero(print(box)) < printed)
                continue;
            cv::Mat periods = periodsOf(across(box), down(box), fade), near;
            const cv::Matx22d scale = scaleAt(grids.places, (box.tl() + box.br()) / 2);
            forgetGrid(periods, scale * grids.suspectScale);
            forgetGrid(periods, cv::Matx22d::eye() * grids.referenceScale);
            forgetBeats(periods, cv::Matx22d::eye() * grids.referenceScale);
            forgetBeyond(periods, scale);
            constexpr int drift = 5;  // bins
            constexpr double most = 40;
            cv::dilate(periods, near, cv::Mat::ones(drift, drift, CV_8U));
            sum += cv::min(near, most);
            ++tiles;
        }
    constexpr int enough = 5;
    return tiles < enough ? cv::Mat() : cv::Mat(sum / tiles);
}

/// The weaker of a period and the one square to it.
double inBothDirections(const cv::Mat& periods, cv::Point at) {
    // The direction square to it, or its opposite, which is the same.
    const int v = at.y - middle;
    const cv::Point square = v < 0 ? cv::Point(-v, middle + at.x) : cv::Point(v, middle - at.x);
    if (!cv::Rect({0, 0}, periods.size()).contains(square))
        return 0;
    return static_cast<double>(std::min(periods.at<float>(at), periods.at<float>(square)));
}

}  // namespace

PrintDots printDotsOf(const cv::Mat& reference, const cv::Mat& aligned, const cv::Mat& inside,
                      const Grids& grids) {
    const Slopes slopes = slopesOf(reference);
    cv::Mat off = unexplained(reference, aligned, inside, slopes);
    limit(off);
    // Print that is drawn to whole dots is as far off as its slope and the place within the dot say.
    const cv::Mat across = off.mul(slopes.across), down = off.mul(slopes.down);
    const cv::Mat periods = tilesPeriods(across, down, off, grids);
    if (periods.empty())
        return {};
    PrintDots best;
    cv::Point where;
    for (int y = 0; y < periods.rows; ++y)
        for (int x = 0; x < periods.cols; ++x) {
            constexpr double least = 0.125, most = 0.475;
            const double often = std::hypot(x, y - middle) / tileSide;
            if (often < least || often > most)
                continue;
            const double both = inBothDirections(periods, {x, y});
            if (both > best.clearness) {
                best = {1 / often, both};
                where = {x, y};
            }
        }
    if (best.clearness < PrintDots::clear)
        return best;
    // A genuine label that is printed in such dots itself has its edges where they end.
    const cv::Mat own =
        tilesPeriods(slopes.across.mul(slopes.across), slopes.down.mul(slopes.down), off, grids);
    if (!own.empty() && inBothDirections(own, where) >= PrintDots::clear)
        return {};
    return best;
}

}  // namespace chayan::vision
