#pragma once

#include <QRect>

namespace chayan::vision {

/// One place at which a label is not as the genuine one is.
struct Difference {
    enum class Kind {
        /// Print that is there on one label alone, or has another shape.
        Print,
        /// Print of the same shape, elsewhere.
        Moved,
        /// Another colour, once the light of the picture is allowed for.
        Colour,
        /// The whole label printed in dots coarser than the genuine one's: from a picture of few pixels.
        Coarse,
    };
    Kind kind = Kind::Print;
    /// Pixels of the reference.
    QRect place;
    /// Print: the part of the contrast between ink and paper, 0 to 1. Moved: how far, as a part of the
    /// label's longer side. Colour: CIE 1976 delta-E. Coarse: how many dots lie along the label's longer
    /// side.
    double amount = 0;
};

}  // namespace chayan::vision
