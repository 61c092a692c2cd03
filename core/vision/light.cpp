#include "core/vision/light.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace chayan::vision {

namespace {

/// Cells of the longer side, in each of which the paper's colour is sought.
constexpr int longerCells = 48;

double brightnessOf(const cv::Vec3f& colour) {
    return 0.114 * static_cast<double>(colour[0]) + 0.587 * static_cast<double>(colour[1]) +
           0.299 * static_cast<double>(colour[2]);
}

/// The mean of the brighter pixels of a cell, the brightest left out: paper, where print does not fill it.
cv::Vec3f paperOf(const cv::Mat& colours, const cv::Rect& cell) {
    constexpr int mostSamples = 20;
    const int step = std::max(1, std::min(cell.width, cell.height) / mostSamples),
              channels = colours.channels();
    std::vector<std::pair<double, cv::Vec3f>> pixels;
    for (int y = cell.y; y < cell.br().y; y += step) {
        const std::uint8_t* row = colours.ptr<std::uint8_t>(y);
        for (int x = cell.x; x < cell.br().x; x += step) {
            const std::uint8_t* at = row + std::ptrdiff_t{x} * channels;
            const cv::Vec3f colour(at[0], at[1], at[2]);
            pixels.emplace_back(brightnessOf(colour), colour);
        }
    }
    std::ranges::sort(pixels, {}, &std::pair<double, cv::Vec3f>::first);
    const std::size_t from = pixels.size() * 6 / 10, to = std::max(from + 1, pixels.size() * 9 / 10);
    cv::Vec3f sum;
    for (std::size_t i = from; i < to; ++i)
        sum += pixels[i].second;
    return sum / static_cast<float>(to - from);
}

constexpr int terms = 6;

std::array<double, terms> termsAt(double x, double y) {
    return {1, x, y, x * x, x * y, y * y};
}

struct Cell {
    double x = 0, y = 0;
    std::array<double, 3> value{};  ///< logarithms
    double brightness = 0;          ///< its logarithm
    double weight = 1;
};

/// The surface of second degree that lies closest to the values, weighted.
template <class Value>
std::array<double, terms> surfaceOf(const std::vector<Cell>& cells, Value&& value) {
    cv::Mat a = cv::Mat::zeros(terms, terms, CV_64F), b = cv::Mat::zeros(terms, 1, CV_64F), solved;
    for (const Cell& cell : cells) {
        const auto t = termsAt(cell.x, cell.y);
        for (int i = 0; i < terms; ++i) {
            for (int j = 0; j < terms; ++j)
                a.at<double>(i, j) +=
                    cell.weight * t[static_cast<std::size_t>(i)] * t[static_cast<std::size_t>(j)];
            b.at<double>(i) += cell.weight * t[static_cast<std::size_t>(i)] * value(cell);
        }
    }
    for (int i = 0; i < terms; ++i)
        a.at<double>(i, i) += 1e-6;
    cv::solve(a, b, solved, cv::DECOMP_CHOLESKY);
    std::array<double, terms> out{};
    for (int i = 0; i < terms; ++i)
        out[static_cast<std::size_t>(i)] = solved.at<double>(i);
    return out;
}

double heightAt(const std::array<double, terms>& surface, const Cell& cell) {
    const auto t = termsAt(cell.x, cell.y);
    double sum = 0;
    for (std::size_t i = 0; i < terms; ++i)
        sum += surface[i] * t[i];
    return sum;
}

/// Paper is the brightest that is common: what lies below the surface counts less and less, what mirrors the
/// light above it too.
void weighByBrightness(std::vector<Cell>& cells) {
    constexpr double below = 0.05, above = 0.15;
    for (int round = 0; round < 16; ++round) {
        const auto surface = surfaceOf(cells, [](const Cell& cell) { return cell.brightness; });
        for (Cell& cell : cells) {
            const double off = cell.brightness - heightAt(surface, cell);
            cell.weight = off < -below  ? std::pow(below / -off, 2)
                          : off > above ? std::pow(above / off, 2)
                                        : 1;
        }
    }
}

double middleOf(std::vector<double> values) {
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, half);
    return *half;
}

/// What has another tint than the paper is print, however bright.
void weighByTint(std::vector<Cell>& cells) {
    const auto tint = [](const Cell& cell, std::size_t channel) {
        return cell.value[channel] - cell.value[1];
    };
    std::array<double, 3> usual{};
    for (const std::size_t channel : {std::size_t{0}, std::size_t{2}}) {
        std::vector<double> values;
        for (const Cell& cell : cells)
            if (cell.weight > 0.5)
                values.push_back(tint(cell, channel));
        if (values.empty())
            return;
        usual[channel] = middleOf(std::move(values));
    }
    for (Cell& cell : cells) {
        const double off = std::hypot(tint(cell, 0) - usual[0], tint(cell, 2) - usual[2]);
        constexpr double near = 0.12;
        if (off > near)
            cell.weight *= std::pow(near / off, 4);
    }
}

}  // namespace

bool evenLight(cv::Mat& colours) {
    const int longer = std::max(colours.cols, colours.rows);
    const int across = std::max(4, std::min(colours.cols, longerCells * colours.cols / longer)),
              down = std::max(4, std::min(colours.rows, longerCells * colours.rows / longer));
    if (colours.cols < across || colours.rows < down)
        return false;
    std::vector<Cell> cells;
    for (int y = 0; y < down; ++y)
        for (int x = 0; x < across; ++x) {
            const int left = x * colours.cols / across, top = y * colours.rows / down;
            const cv::Vec3f paper = paperOf(colours, {left, top, (x + 1) * colours.cols / across - left,
                                                      (y + 1) * colours.rows / down - top});
            Cell cell{2 * (x + 0.5) / across - 1, 2 * (y + 0.5) / down - 1};
            for (int c = 0; c < 3; ++c)
                cell.value[static_cast<std::size_t>(c)] =
                    std::log(std::max(1.0, static_cast<double>(paper[c])));
            cell.brightness = std::log(std::max(1.0, brightnessOf(paper)));
            cells.push_back(cell);
        }
    weighByBrightness(cells);
    weighByTint(cells);
    const auto isPaper = [](const Cell& cell) { return cell.weight > 0.5; };
    constexpr double leastPaper = 0.25;
    if (static_cast<double>(std::ranges::count_if(cells, isPaper)) <
        leastPaper * static_cast<double>(cells.size()))
        return false;
    std::array<std::array<double, terms>, 3> surfaces;
    for (std::size_t c = 0; c < 3; ++c)
        surfaces[c] = surfaceOf(cells, [c](const Cell& cell) { return cell.value[c]; });
    // What a smooth surface leaves, as the edge of a shadow, is taken from the paper nearby.
    cv::Mat light(down, across, CV_32FC3), weights(down, across, CV_32F);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int x = static_cast<int>(i) % across, y = static_cast<int>(i) / across;
        const float weight = isPaper(cells[i]) ? 1 : 0;
        weights.at<float>(y, x) = weight;
        for (std::size_t c = 0; c < 3; ++c)
            light.at<cv::Vec3f>(y, x)[static_cast<int>(c)] =
                weight * static_cast<float>(cells[i].value[c] - heightAt(surfaces[c], cells[i]));
    }
    constexpr double spread = 1.4;
    cv::GaussianBlur(light, light, {}, spread, 0, cv::BORDER_REFLECT);
    cv::GaussianBlur(weights, weights, {}, spread, 0, cv::BORDER_REFLECT);
    double tint = 0, count = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int x = static_cast<int>(i) % across, y = static_cast<int>(i) / across;
        cv::Vec3f& at = light.at<cv::Vec3f>(y, x);
        for (std::size_t c = 0; c < 3; ++c) {
            constexpr float little = 0.05F;  // with no paper near, the surface alone
            const float rest = at[static_cast<int>(c)] / (weights.at<float>(y, x) + little);
            at[static_cast<int>(c)] =
                static_cast<float>(std::exp(std::clamp(heightAt(surfaces[c], cells[i]), 2.5, 6.5))) *
                std::exp(std::clamp(rest, -0.5F, 0.5F));
        }
        if (isPaper(cells[i])) {
            const auto [low, high] = std::minmax({at[0], at[1], at[2]});
            tint += static_cast<double>((high - low) / high);
            ++count;
        }
    }
    constexpr double strong = 0.3;  // of saturation; no lamp dyes paper as much
    if (tint / count > strong)
        for (int y = 0; y < down; ++y)
            for (int x = 0; x < across; ++x) {
                cv::Vec3f& at = light.at<cv::Vec3f>(y, x);
                at = cv::Vec3f::all(std::max({at[0], at[1], at[2]}));
            }
    cv::Mat gain, wide;
    cv::divide(cv::Scalar::all(evenedWhite), light, gain);
    constexpr double most = 6;
    cv::min(gain, cv::Scalar::all(most), gain);
    cv::resize(gain, wide, {colours.cols, down}, 0, 0, cv::INTER_LINEAR);
    const int channels = colours.channels();
    for (int y = 0; y < colours.rows; ++y) {
        const double place = std::clamp((y + 0.5) * down / colours.rows - 0.5, 0.0, down - 1.0);
        const int upper = static_cast<int>(place), lower = std::min(down - 1, upper + 1);
        const float part = static_cast<float>(place - upper);
        const auto *above = wide.ptr<cv::Vec3f>(upper), *below = wide.ptr<cv::Vec3f>(lower);
        std::uint8_t* row = colours.ptr<std::uint8_t>(y);
        for (int x = 0; x < colours.cols; ++x, row += channels)
            for (int c = 0; c < 3; ++c) {
                const float by = above[x][c] + (below[x][c] - above[x][c]) * part;
                row[c] = static_cast<std::uint8_t>(std::min(255.F, static_cast<float>(row[c]) * by + 0.5F));
            }
    }
    return true;
}

}  // namespace chayan::vision
