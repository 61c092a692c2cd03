#pragma once

#include "core/vision/pixels.h"

#include <opencv2/core.hpp>

namespace chayan::vision {

/// The structure tensor of a picture, averaged over square cells: means per pixel of the squared differences
/// across (`xx`), down (`yy`) and their product (`xy`), one CV_32F value a cell. Half differences of
/// neighbours, so black beside white gives 127 squared. What is left of the last whole cell is not looked at.
struct Tensors {
    int cell = 0;
    cv::Mat xx, yy, xy;

    bool isEmpty() const { return xx.empty(); }
};

/// Every pixel counts, however large the picture: the finest codes are gone once it is shrunk.
Tensors tensorsOf(GreyView view, int cell);

/// The same, each cell with its neighbours in a window of `cells` x `cells` (odd).
Tensors pooled(const Tensors& tensors, int cells);

}  // namespace chayan::vision
