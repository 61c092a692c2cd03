#include "core/vision/pixels.h"

#include "core/vision/opencv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace chayan::vision {

namespace {

// Premultiplied over white: what is missing to full cover is white.
QRgb onWhite(QRgb pixel) {
    const int missing = 255 - qAlpha(pixel);
    return qRgb(std::min(255, qRed(pixel) + missing), std::min(255, qGreen(pixel) + missing),
                std::min(255, qBlue(pixel) + missing));
}

}  // namespace

QImage normalised(const QImage& image) {
    if (image.format() == QImage::Format_RGB32 || image.format() == QImage::Format_Grayscale8)
        return image;
    // Qt spreads a conversion over its thread pool from 2 x 65,536 pixels on.
    constexpr int serialPixels = 65'536;
    const int rows = std::max(1, serialPixels / std::max(1, image.width()));
    QImage out(image.size(), QImage::Format_RGB32);
    if (out.isNull())
        throw std::bad_alloc();
    const bool alpha = image.hasAlphaChannel();
    for (int top = 0; top < image.height(); top += rows) {
        const int count = std::min(rows, image.height() - top);
        QImage strip(image.constScanLine(top), image.width(), count, image.bytesPerLine(), image.format());
        strip.setColorTable(image.colorTable());
        const QImage converted =
            strip.convertToFormat(alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        if (converted.isNull())
            throw std::bad_alloc();
        for (int y = 0; y < count; ++y) {
            const QRgb* from = reinterpret_cast<const QRgb*>(converted.constScanLine(y));
            QRgb* to = reinterpret_cast<QRgb*>(out.scanLine(top + y));
            if (alpha)
                std::transform(from, from + image.width(), to, onWhite);
            else
                std::copy(from, from + image.width(), to);
        }
    }
    return out;
}

cv::Mat matOf(const QImage& image) {
    const int type = image.format() == QImage::Format_Grayscale8 ? CV_8UC1 : CV_8UC4;
    return cv::Mat(image.height(), image.width(), type, const_cast<uchar*>(image.constBits()),
                   static_cast<std::size_t>(image.bytesPerLine()));
}

cv::Mat matOf(GreyView view) {
    return cv::Mat(view.height, view.width, CV_8UC1, const_cast<std::uint8_t*>(view.data),
                   static_cast<std::size_t>(view.stride));
}

namespace {

GreyImage emptyGrey(int width, int height) {
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
}

}  // namespace

GreyImage toGrey(const QImage& image) {
    GreyImage grey = emptyGrey(image.width(), image.height());
    cv::Mat target = matOf(grey.view());
    if (image.format() == QImage::Format_Grayscale8)
        matOf(image).copyTo(target);
    else
        cv::cvtColor(matOf(image), target, cv::COLOR_BGRA2GRAY);
    return grey;
}

GreyImage shrunk(GreyView view, double factor) {
    const auto scaled = [&](int side) { return std::max(1, static_cast<int>(std::lround(side * factor))); };
    GreyImage small = emptyGrey(scaled(view.width), scaled(view.height));
    cv::Mat target = matOf(small.view());
    cv::resize(matOf(view), target, target.size(), 0, 0, cv::INTER_AREA);
    return small;
}

}  // namespace chayan::vision
