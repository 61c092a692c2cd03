#include "core/vision/tensor.h"

#include <opencv2/imgproc.hpp>

namespace chayan::vision {

namespace {

/// Sums over the rows of one line of cells, a value for each column of pixels.
struct Columns {
    std::vector<std::int32_t> xx, yy, xy;

    explicit Columns(std::size_t width) : xx(width), yy(width), xy(width) {}

    void clear() {
        for (auto* sums : {&xx, &yy, &xy})
            std::fill(sums->begin(), sums->end(), 0);
    }

    // Plain arrays and a plain loop: the compiler turns it into vector instructions.
    void add(const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below) {
        std::int32_t* const sumXx = xx.data();
        std::int32_t* const sumYy = yy.data();
        std::int32_t* const sumXy = xy.data();
        const std::size_t end = xx.size() - 1;
        for (std::size_t x = 1; x < end; ++x) {
            const auto across = static_cast<std::int16_t>((row[x + 1] - row[x - 1]) / 2);
            const auto down = static_cast<std::int16_t>((below[x] - above[x]) / 2);
            sumXx[x] += across * across;
            sumYy[x] += down * down;
            sumXy[x] += across * down;
        }
    }
};

void average(const std::vector<std::int32_t>& columns, int cell, float* out, int cells) {
    const float area = static_cast<float>(cell * cell);
    for (int i = 0; i < cells; ++i) {
        std::int32_t sum = 0;
        for (int x = i * cell; x < (i + 1) * cell; ++x)
            sum += columns[static_cast<std::size_t>(x)];
        out[i] = static_cast<float>(sum) / area;
    }
}

}  // namespace

Tensors tensorsOf(GreyView view, int cell) {
    const int across = view.width / cell, down = view.height / cell;
    if (across == 0 || down == 0 || view.width < 3 || view.height < 3)
        return {};
    Tensors tensors{cell, cv::Mat(down, across, CV_32F), cv::Mat(down, across, CV_32F),
                    cv::Mat(down, across, CV_32F)};
    Columns columns(static_cast<std::size_t>(view.width));
    for (int row = 0; row < down; ++row) {
        columns.clear();
        for (int y = std::max(1, row * cell); y < std::min(view.height - 1, (row + 1) * cell); ++y) {
            const std::uint8_t* at = view.data + static_cast<std::ptrdiff_t>(y) * view.stride;
            columns.add(at - view.stride, at, at + view.stride);
        }
        average(columns.xx, cell, tensors.xx.ptr<float>(row), across);
        average(columns.yy, cell, tensors.yy.ptr<float>(row), across);
        average(columns.xy, cell, tensors.xy.ptr<float>(row), across);
    }
    return tensors;
}

Tensors pooled(const Tensors& tensors, int cells) {
    Tensors out{tensors.cell, {}, {}, {}};
    const cv::Size window(cells, cells);
    // Beyond the edge there is nothing, rather than the edge again.
    cv::boxFilter(tensors.xx, out.xx, CV_32F, window, {-1, -1}, true, cv::BORDER_CONSTANT);
    cv::boxFilter(tensors.yy, out.yy, CV_32F, window, {-1, -1}, true, cv::BORDER_CONSTANT);
    cv::boxFilter(tensors.xy, out.xy, CV_32F, window, {-1, -1}, true, cv::BORDER_CONSTANT);
    return out;
}

}  // namespace chayan::vision
