#include "core/vision/enhance.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace chayan::vision {

namespace {

cv::Mat windowed(const cv::Mat& pixels) {
    // Several modules wide, and less than the quiet zone of a symbol that fills the look.
    constexpr int parts = 8, least = 15;
    const int window =
        std::max(least, std::min(pixels.cols, std::max(pixels.rows, pixels.cols / 4)) / parts) | 1;
    cv::Mat mean, out;
    cv::boxFilter(pixels, mean, CV_8U, {window, std::min(window, pixels.rows | 1)});
    constexpr int paper = 3;  // noise on paper is no ink
    cv::compare(pixels, mean - paper, out, cv::CMP_GT);
    return out;
}

}  // namespace

cv::Mat treated(const cv::Mat& pixels, const Treatment& treatment) {
    cv::Mat out = pixels;
    if (treatment.rows > 0 && treatment.rows < out.rows) {
        cv::Mat rows;
        cv::resize(out, rows, {out.cols, treatment.rows}, 0, 0, cv::INTER_AREA);
        out = rows;
    }
    if (treatment.smooth > 0) {
        cv::Mat smooth;
        cv::GaussianBlur(out, smooth, {}, treatment.smooth);
        out = smooth;
    }
    if (treatment.evenLight) {
        constexpr double clip = 3;
        constexpr int side = 8;
        cv::Mat even;
        cv::createCLAHE(clip, {side, std::clamp(out.rows / 16, 1, side)})->apply(out, even);
        out = even;
    }
    if (treatment.sharpen > 0) {
        cv::Mat soft, sharp;
        // Across the bars alone where rows are averages already.
        cv::GaussianBlur(out, soft, {0, treatment.rows > 0 ? 1 : 0}, treatment.sharpenWidth);
        cv::addWeighted(out, 1 + treatment.sharpen, soft, -treatment.sharpen, 0, sharp);
        out = sharp;
    }
    if (treatment.invert) {
        cv::Mat inverse;
        cv::bitwise_not(out, inverse);
        out = inverse;
    }
    return treatment.threshold == Threshold::Window ? windowed(out) : out;
}

}  // namespace chayan::vision
