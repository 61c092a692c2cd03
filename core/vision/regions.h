#pragma once

#include "core/vision/localise.h"
#include "core/vision/tensor.h"

namespace chayan::vision {

/// Connected cells whose edges run one way, the same way as their neighbours'.
std::vector<Candidate> barRegions(const Tensors& pooled);

/// Connected cells whose edges run in several directions; at several heights of the threshold, since print
/// beside a code joins it at a low one.
std::vector<Candidate> gridRegions(const Tensors& pooled);

}  // namespace chayan::vision
