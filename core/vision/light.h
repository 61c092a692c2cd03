#pragma once

#include <opencv2/core.hpp>

namespace chayan::vision {

/// What the paper of an evened label becomes, of 255: a little is left above it, so that print that is
/// brighter than the paper is not lost.
inline constexpr double evenedWhite = 246;

/// The light that falls on a label's paper, found where nothing is printed, is divided out of all channels
/// but a fourth (8 bits each, in place): paper becomes white everywhere, print keeps its colour. Weak tints
/// of the paper count as those of the light; strongly coloured paper keeps its colour and is made equally
/// bright. False, and nothing done, where too little paper is seen.
bool evenLight(cv::Mat& colours);

}  // namespace chayan::vision
