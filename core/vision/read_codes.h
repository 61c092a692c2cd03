#pragma once

#include "core/vision/picture.h"
#include "core/vision/zxing_reader.h"

#include <QStringList>

#include <chrono>
#include <functional>

namespace chayan::vision {

/// One way of looking at a picture. A plan is a list of them, tried in order.
struct Pass {
    enum class When { Always, WhileNothingFound };

    QString name;
    Symbologies symbologies = Symbologies::AllButDataBar;
    /// The picture is shrunk by this much first; 1 leaves it alone.
    double scale = 1;
    /// At most this many symbols in a tile, 1 to 255.
    int mostSymbols = 255;
    /// Overlapping tiles a side that the picture is cut into; 1 looks at it whole.
    int tiles = 1;
    When when = When::Always;
};

using Moment = std::chrono::steady_clock::time_point;

struct Plan {
    std::vector<Pass> passes;
    /// No pass starts after this moment; the first always does.
    Moment until = Moment::max();
};

/// What is tried for every picture.
std::vector<Pass> everyPass();
/// What is tried for a picture that has killed a worker: only calls in which ZXing has nothing to compare, so
/// that its assertion cannot fail (zxing_reader.h). Tiles make up for one linear symbol a call.
std::vector<Pass> cautiousPasses();

/// What is known about a picture's codes after some passes.
struct Sighting {
    std::vector<Code> codes;
    /// Names of the passes that ran, in order.
    QStringList passes;
    int ms = 0;
};

/// Called after each pass with all that is known by then, so that it survives a later pass that does not end.
using AfterPass = std::function<void(const Sighting&)>;

/// Reads all codes of an upright picture, each once. The same content in two places is two codes.
/// Thread rule: no shared state; calls on different views may run at the same time.
Seen<Sighting> readCodes(GreyView view, const Plan& plan, const AfterPass& afterPass = {});

}  // namespace chayan::vision
