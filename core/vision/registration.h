#pragma once

#include <opencv2/core.hpp>

namespace chayan::vision {

/// How one picture lies over another.
struct Registration {
    /// Points that agree on it.
    int matches = 0;
    /// For each pixel of the reference the place in the suspect; CV_32FC2, empty without matches enough.
    cv::Mat places;
    /// Pixels by which print stands off its place all the same, on average.
    double residual = 0;
    /// Of the blocks with print, the part that is found there.
    double found = 0;
};

/// Both grey. Features and a homography first; then what bent paper and lens leave, as a smooth field that
/// print at another place does not follow.
Registration registered(const cv::Mat& reference, const cv::Mat& suspect, int leastMatches);

/// The suspect as the reference shows it; beyond the suspect it is black, and `inside` 0.
cv::Mat laidOver(const cv::Mat& suspect, const Registration& registration);

/// How far print of the reference stands from its place in what was laid over it.
struct Shift {
    cv::Rect block;
    cv::Point2d by;
    /// Normalised cross-correlation there, and at the block's own place.
    double likeness = 0, inPlace = 0;
    /// And at the best place some pixels from where it was found: bars and patterns look alike in many
    /// places.
    double elsewhere = 0;
};

/// How blocks are looked for.
struct BlockSearch {
    int block = 40, step = 20, reach = 4;
    /// One that is as like in its place as this is not looked for elsewhere.
    double enough = 2;
};

/// Of blocks with print, where each is found.
std::vector<Shift> shiftsOf(const cv::Mat& reference, const cv::Mat& aligned, const BlockSearch& how);

}  // namespace chayan::vision
