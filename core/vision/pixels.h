#pragma once

#include <QImage>

#include <cstdint>
#include <vector>

namespace chayan::vision {

/// Grey pixels that someone else owns: 0 black, 255 white, rows `stride` bytes apart.
struct GreyView {
    const std::uint8_t* data = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0;
};

/// Grey pixels, row after row without gaps.
struct GreyImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    GreyView view() const& { return {pixels.data(), width, height, width}; }
    GreyView view() && = delete;
};

/// Any QImage as Format_RGB32 or Format_Grayscale8, transparency on white. Works in strips so small that Qt
/// converts each on the calling thread.
QImage normalised(const QImage& image);

/// Luma (ITU-R BT.601) of a normalised image. Throws std::bad_alloc.
GreyImage toGrey(const QImage& image);

/// The view scaled by `factor` in (0, 1], averaging (for shrinking only).
GreyImage shrunk(GreyView view, double factor);

}  // namespace chayan::vision
