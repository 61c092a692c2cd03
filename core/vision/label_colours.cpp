#include "core/vision/label_colours.h"

#include "core/vision/label_parts.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace chayan::vision {

namespace {

/// Means over square cells.
cv::Mat cellsOf(const cv::Mat& values, int cell) {
    cv::Mat cells;
    cv::resize(values({0, 0, values.cols / cell * cell, values.rows / cell * cell}), cells,
               {values.cols / cell, values.rows / cell}, 0, 0, cv::INTER_AREA);
    return cells;
}

struct Spread {
    cv::Mat mean, deviation;
};
Spread spreadOf(const cv::Mat& values, int cell) {
    Spread spread;
    spread.mean = cellsOf(values, cell);
    const cv::Mat variance = cellsOf(values.mul(values), cell) - spread.mean.mul(spread.mean);
    cv::sqrt(cv::max(variance, 0), spread.deviation);
    return spread;
}

/// The largest of a pixel's three channels.
cv::Mat brightestOf(const cv::Mat& colours) {
    std::array<cv::Mat, 3> channels;
    cv::split(colours, channels.data());
    return cv::max(cv::max(channels[0], channels[1]), channels[2]);
}

/// In parts of white, as light adds up.
cv::Mat linear(const cv::Mat& colours) {
    cv::Mat table(1, 256, CV_32F), out;
    for (int i = 0; i < table.cols; ++i)
        table.at<float>(i) = std::pow(static_cast<float>(i) / 255, 2.2F);
    cv::LUT(colours, table, out);
    return out;
}

/// The gain of one channel over the label, as a quadratic in place: the colour of the light.
cv::Mat gainOf(const cv::Mat& ratio, const cv::Mat& counts) {
    constexpr int terms = 6;
    const auto at = [&](int x, int y) {
        const double u = 2.0 * x / ratio.cols - 1, v = 2.0 * y / ratio.rows - 1;
        return cv::Vec<double, terms>(1, u, v, u * u, u * v, v * v);
    };
    cv::Mat weight, gain(ratio.size(), CV_32F);
    counts.copyTo(weight);
    for (int round = 0; round < 8; ++round) {
        cv::Matx<double, terms, terms> square = cv::Matx<double, terms, terms>::eye() * 1e-6;
        cv::Vec<double, terms> right;
        for (int y = 0; y < ratio.rows; ++y)
            for (int x = 0; x < ratio.cols; ++x) {
                const double w = static_cast<double>(weight.at<float>(y, x));
                const auto t = at(x, y);
                square += t * t.t() * w;
                right += t * (w * static_cast<double>(ratio.at<float>(y, x)));
            }
        const cv::Vec<double, terms> solved = square.inv(cv::DECOMP_SVD) * right;
        std::vector<float> off;
        for (int y = 0; y < ratio.rows; ++y)
            for (int x = 0; x < ratio.cols; ++x) {
                gain.at<float>(y, x) = static_cast<float>(solved.dot(at(x, y)));
                if (counts.at<float>(y, x) > 0)
                    off.push_back(std::abs(ratio.at<float>(y, x) - gain.at<float>(y, x)));
            }
        if (off.empty())
            break;
        const auto middle = off.begin() + static_cast<std::ptrdiff_t>(off.size() / 2);
        std::ranges::nth_element(off, middle);
        const float scale = 5 * std::max(0.01F, *middle);
        for (int y = 0; y < ratio.rows; ++y)
            for (int x = 0; x < ratio.cols; ++x) {
                const float part = std::abs(ratio.at<float>(y, x) - gain.at<float>(y, x)) / scale;
                weight.at<float>(y, x) =
                    part < 1 ? counts.at<float>(y, x) * (1 - part * part) * (1 - part * part) : 0;
            }
    }
    return gain;
}

}  // namespace

std::vector<Difference> coloursApart(const cv::Mat& reference, const cv::Mat& aligned,
                                     const cv::Mat& inside) {
    constexpr int cell = 12;
    if (reference.cols < cell || reference.rows < cell)
        return {};
    const cv::Mat cellsR = cellsOf(linear(reference), cell), cellsS = cellsOf(linear(aligned), cell);
    // Print and edges say little about colour.
    const Spread light = spreadOf(lightnessOf(reference), cell), other = spreadOf(lightnessOf(aligned), cell);
    const cv::Mat brightest = cellsOf(brightestOf(aligned), cell), within = cellsOf(inside, cell);
    cv::Mat counts(cellsR.size(), CV_32F);
    for (int y = 0; y < counts.rows; ++y)
        for (int x = 0; x < counts.cols; ++x) {
            constexpr float even = 9, dark = 25;
            constexpr int blown = 245, whole = 255;
            const float mean = light.mean.at<float>(y, x);
            const bool plain =
                light.deviation.at<float>(y, x) < even && other.deviation.at<float>(y, x) < 2 * even &&
                mean > dark && other.mean.at<float>(y, x) > dark &&
                brightest.at<std::uint8_t>(y, x) < blown && within.at<std::uint8_t>(y, x) == whole;
            counts.at<float>(y, x) = plain ? mean / 255 : 0;
        }
    std::vector<cv::Mat> channelsR, channelsS;
    cv::split(cellsR, channelsR);
    cv::split(cellsS, channelsS);
    for (std::size_t i = 0; i < 3; ++i) {
        cv::Mat logR, logS;
        cv::log(channelsR[i] + 1e-3, logR);
        cv::log(channelsS[i] + 1e-3, logS);
        cv::Mat gain;
        cv::exp(gainOf(logS - logR, counts), gain);
        channelsS[i] = channelsS[i] / gain;
    }
    const auto lab = [](const std::vector<cv::Mat>& channels) {
        cv::Mat merged, out;
        cv::merge(channels, merged);
        cv::min(merged, 1.0, merged);
        cv::max(merged, 0.0, merged);
        cv::pow(merged, 1 / 2.2, merged);
        cv::cvtColor(merged, out, cv::COLOR_BGR2Lab);
        return out;
    };
    const cv::Mat labR = lab(channelsR), labS = lab(channelsS);
    cv::Mat apart(counts.size(), CV_32F);
    std::vector<float> all;
    for (int y = 0; y < counts.rows; ++y)
        for (int x = 0; x < counts.cols; ++x) {
            const cv::Vec3f d = labR.at<cv::Vec3f>(y, x) - labS.at<cv::Vec3f>(y, x);
            // Lightness follows the light more than colours do.
            apart.at<float>(y, x) = counts.at<float>(y, x) > 0 ? std::hypot(0.5F * d[0], d[1], d[2]) : 0;
            if (counts.at<float>(y, x) > 0)
                all.push_back(apart.at<float>(y, x));
        }
    if (all.empty())
        return {};
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::ranges::nth_element(all, middle);
    constexpr float noticeable = 6;
    cv::Mat smooth;
    cv::medianBlur(apart, smooth, 3);
    const cv::Mat mask = smooth > std::max(noticeable, 4 * *middle);
    std::vector<Difference> out;
    for (const cv::Rect& box : boxesOf(mask, 1, 4)) {
        cv::Scalar mean = cv::mean(apart(box), mask(box));
        out.push_back({Difference::Kind::Colour,
                       toRect({box.x * cell, box.y * cell, box.width * cell, box.height * cell}, 1),
                       mean[0]});
    }
    return out;
}

bool hasColours(const cv::Mat& picture, const cv::Mat& inside) {
    int coloured = 0, all = 0;
    for (int y = 0; y < picture.rows; y += 2)
        for (int x = 0; x < picture.cols; x += 2) {
            if (inside.at<std::uint8_t>(y, x) == 0)
                continue;
            const cv::Vec3b& pixel = picture.at<cv::Vec3b>(y, x);
            constexpr int slightly = 6;
            ++all;
            const auto [least, most] = std::minmax({pixel[0], pixel[1], pixel[2]});
            if (most - least > slightly)
                ++coloured;
        }
    return coloured * 200LL > all;
}

}  // namespace chayan::vision
