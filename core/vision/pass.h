#pragma once

#include "core/vision/treatment.h"
#include "core/vision/zxing_reader.h"

#include <QString>

#include <limits>
#include <vector>

namespace chayan::vision {

/// How much a place looks like a code from near (likeness.h).
enum class Likeness {
    None,
    /// As codes do, and tables, keyboards and dense print now and then.
    Some,
    /// As little else does.
    Strong,
};

/// One way of looking at a picture. A plan is a list of them, tried in order.
struct Pass {
    enum class Where {
        Whole,
        /// `tiles` x `tiles` overlapping parts.
        Tiles,
        /// Each place that looks like bars, or like a grid, from afar (localise.h) and holds no known code,
        /// turned upright and alone.
        Bars,
        Grid,
        /// Each place that looks like a grid, its four corners found and pulled straight (square.h).
        Square,
        /// Each retail symbol that may have an add-on and was read without, with the place where it stands.
        AddOn,
    };
    enum class When {
        Always,
        WhileNothingFound,
        /// While nothing was found; Bars, Grid and Square also while a place looks like a code (`least`) and
        /// none is known there.
        WhileUnexplained,
        /// While a retail symbol that may have an add-on was read without.
        WhileAddOnMayLack,
    };

    QString name;
    Where where = Where::Whole;
    Symbologies symbologies = Symbologies::AllButDataBar;
    Treatment treatment = {};
    /// At most this many symbols in one look, 1 to 255.
    int most = 255;
    int tiles = 1;
    When when = When::Always;
    /// Only places that look this much like a code are worth a look: while none is known, and once one is.
    Likeness leastAtFirst = Likeness::None;
    Likeness least = Likeness::Strong;
    /// Not for larger pictures, where it takes too long for what it finds.
    double upToPixels = std::numeric_limits<double>::infinity();
};

/// What is tried for every picture: the cheap first, then what helps most for its time.
std::vector<Pass> everyPass();
/// What is tried for a picture that has killed a worker: only calls in which ZXing has nothing to compare, so
/// that its assertion cannot fail (zxing_reader.h). Tiles make up for one linear symbol a call.
std::vector<Pass> cautiousPasses();

}  // namespace chayan::vision
