#pragma once

#include <opencv2/core.hpp>

namespace chayan::vision {

/// The dots that print is made of, where they are coarse enough to show.
struct PrintDots {
    /// Print whose dots are this clear is coarse: by chance up to 7.3 was seen.
    static constexpr double clear = 8;
    /// From dot to dot, pixels of the reference; 0 where nothing could be looked at.
    double pitch = 0;
    /// How far their trace stands out in the weaker of two directions square to each other: the mean over
    /// parts of the label, as a multiple of what lies around it.
    double clearness = 0;
};

/// What the pictures are made of themselves.
struct Grids {
    /// For each pixel of the reference the place in the suspect; CV_32FC2.
    cv::Mat places;
    /// Pixels of the files for one of what is compared.
    double suspectScale = 1, referenceScale = 1;
};

/// Looks for print that is made of squares of one size, as from a picture of few dots; the reference's is
/// not, or it counts for nothing. Print on such squares stands before and behind its place by turns, and that
/// by one rule over the whole label, so it shows although each single edge says nothing: in a blurred picture
/// too, which blurs all edges alike. Both are grey, CV_32F and of one size; what is not `inside` (CV_8U) is
/// not looked at. Pitches of 2.1 to 8 pixels are seen.
PrintDots printDotsOf(const cv::Mat& reference, const cv::Mat& aligned, const cv::Mat& inside,
                      const Grids& grids);

}  // namespace chayan::vision
