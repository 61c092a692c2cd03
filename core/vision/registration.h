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
    /// Of the seen blocks with print, the part that is found there.
    double found = 0;
};

/// Both grey. Features and a homography first; then what bent paper and lens leave, as a smooth field that
/// print at another place does not follow.
Registration registered(const cv::Mat& reference, const cv::Mat& suspect, int leastMatches);

/// The suspect as the reference shows it; beyond the suspect its edge goes on.
cv::Mat laidOver(const cv::Mat& suspect, const Registration& registration);

/// 255 where the suspect, of that size, shows what the reference shows, 0 beyond its edges; CV_8U.
cv::Mat seenOf(const cv::Mat& places, cv::Size suspect);

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

/// Of blocks with print that are `seen` throughout, where each is found.
std::vector<Shift> shiftsOf(const cv::Mat& reference, const cv::Mat& aligned, const cv::Mat& seen,
                            const BlockSearch& how);

}  // namespace chayan::vision
