#pragma once

#include "core/vision/pass.h"
#include "core/vision/picture.h"

#include <QStringList>

#include <chrono>
#include <functional>

namespace chayan::vision {

using Moment = std::chrono::steady_clock::time_point;

/// What is known about a picture's codes after some passes.
struct Sighting {
    /// In reading order: lines of codes from above, each from the left.
    std::vector<Code> codes;
    /// Names of the passes that ran, in order.
    QStringList passes;
    int ms = 0;
};

struct Plan {
    std::vector<Pass> passes;
    /// No look starts after this moment; the first always does.
    Moment until = Moment::max();
    /// Asked after each pass; once it says no, none starts any more.
    std::function<bool(const Sighting&)> goesOn = {};
};

/// Called after each pass with all that is known by then, so that it survives a later pass that does not end.
using AfterPass = std::function<void(const Sighting&)>;

/// Reads all codes of an upright picture, each once. The same content in two places is two codes.
/// Thread rule: no shared state; calls on different views may run at the same time.
Seen<Sighting> readCodes(GreyView view, const Plan& plan, const AfterPass& afterPass = {});

}  // namespace chayan::vision
