#pragma once

#include "core/vision/localise.h"
#include "core/vision/pass.h"

namespace chayan::vision {

/// Lines through the place are followed and their changes between dark and light counted: a linear code has
/// many, the same ones in its upper and its lower half; a matrix code has many in both directions, without
/// the gaps between lines of print. Some ten microseconds a place.
Likeness likenessOf(const Candidate& candidate, GreyView picture);

}  // namespace chayan::vision
