#include "core/vision/label_parts.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace chayan::vision {

cv::Mat lightnessOf(const cv::Mat& colours) {
    cv::Mat grey, values;
    cv::cvtColor(colours, grey, cv::COLOR_BGR2GRAY);
    grey.convertTo(values, CV_32F);
    return values;
}

QRect toRect(const cv::Rect& rect, double scale) {
    return {static_cast<int>(rect.x * scale), static_cast<int>(rect.y * scale),
            std::max(1, static_cast<int>(rect.width * scale)),
            std::max(1, static_cast<int>(rect.height * scale))};
}

cv::Rect toRect(const QRect& rect) {
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

std::vector<cv::Rect> boxesOf(const cv::Mat& mask, int gap, int leastArea) {
    cv::Mat closed, labels, stats, centres;
    cv::dilate(mask, closed, cv::getStructuringElement(cv::MORPH_RECT, {gap, gap}));
    const int count = cv::connectedComponentsWithStats(closed, labels, stats, centres, 8);
    std::vector<int> areas(static_cast<std::size_t>(count), 0);
    std::vector<cv::Rect> boxes(static_cast<std::size_t>(count));
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            if (mask.at<std::uint8_t>(y, x) != 0) {
                const auto i = static_cast<std::size_t>(labels.at<int>(y, x));
                boxes[i] = areas[i]++ == 0 ? cv::Rect(x, y, 1, 1) : boxes[i] | cv::Rect(x, y, 1, 1);
            }
    std::vector<cv::Rect> out;
    for (std::size_t i = 1; i < boxes.size(); ++i)
        if (areas[i] >= leastArea)
            out.push_back(boxes[i]);
    return out;
}

}  // namespace chayan::vision
