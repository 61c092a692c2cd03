#pragma once

#include "core/vision/code.h"

namespace chayan::vision {

/// How sure one look is of what it read.
enum class Trust {
    /// The symbol checks itself, or enough of it was seen.
    Counts,
    /// A second look must say the same.
    NeedsSecond,
    /// Not even then.
    Never,
};

/// By symbology and the number of rows that agree: a damaged row easily gives another valid ITF, Code 39 or
/// Codabar, which have no check of their own, and sometimes another EAN or UPC, whose check digit lets one
/// mistake in ten through. `enoughRows`: so many rows of one look that they are no accident.
Trust trustIn(const Code& code, int enoughRows);

/// Of a symbology whose part can be read as a whole (ITF has no distinct end; a GTIN-14 is whole by its
/// length and check digit).
bool mayBePart(const Code& code);

/// False for a symbol that covers only part of the bars around it and may be a part. `barsWidth` is how far
/// the bars run, in pixels.
bool coversItsBars(const Code& code, double barsWidth);

}  // namespace chayan::vision
