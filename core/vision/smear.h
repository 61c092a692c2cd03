#pragma once

#include "core/vision/pixels.h"

namespace chayan::vision {

/// How edges of a picture rise that run in different directions.
struct Smear {
    /// Pixels in which the sharpest edges rise (a tenth to nine tenths) of the direction in which they rise
    /// most slowly, beside sharp ones of the direction across it; 0 where there are too few edges to say.
    double along = 0;
    /// The same across it.
    double across = 0;
};

/// A picture that was moved while it was taken is smeared in one direction and sharp in the other. Only edges
/// that rise in a direction speak for it, so bars that all stand upright do not pass for smeared print, and
/// only where edges across it are as strong nearby, so a blurred table behind a sharp label does not either.
Smear smearOf(GreyView view);

}  // namespace chayan::vision
