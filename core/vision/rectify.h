#pragma once

#include "core/vision/label.h"

namespace chayan::vision {

/// A label as if it had been scanned.
struct Rectified {
    /// Format_RGB32, upright.
    QImage picture;
    /// The light was evened (light.h); false where not asked for, or too little paper is seen.
    bool evened = false;
};

/// The pixels a label has when no pixel of it becomes smaller than in the photograph, wherever on the label,
/// and its sides have the proportion that the perspective tells (of a camera whose axis meets the picture's
/// middle). At most limits::rectifiedPixels, and then smaller.
QSize rectifiedSize(const LabelCorners& corners, QSize picture);

/// Whether four corners enclose a place that can be rectified: convex, clockwise, at least 8 pixels a side,
/// within the picture.
bool canBeRectified(const LabelCorners& corners, QSize picture);

/// The place pulled straight, and its light evened. Corners that cannot be rectified are refused as Damaged.
Seen<Rectified> rectified(const QImage& picture, const LabelCorners& corners, bool evened);

}  // namespace chayan::vision
