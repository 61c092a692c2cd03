#pragma once

#include "core/vision/picture.h"
#include "core/vision/place.h"

#include <QPointF>

#include <array>
#include <optional>
#include <span>

namespace chayan::vision {

/// Corners of a label in pixels of the upright picture, where the middle of a pixel is a whole number:
/// clockwise from the label's own top left.
using LabelCorners = std::array<QPointF, 4>;

/// The sheet or sticker that carries print and codes: of all that four straight sides enclose, what differs
/// from its surroundings along them and holds the most print, and none of whose sides runs through a code.
/// `codes`: those that were read in the picture; they are the strongest witnesses, and say which side is up
/// (where none is, the picture's own upper side). Corners are found between the pixels. Nothing where no such
/// place is seen: where the label fills the picture, is torn, round or bent, a person says where it is.
/// Thread rule: no shared state.
Seen<std::optional<LabelCorners>> labelIn(const QImage& picture, std::span<const Corners> codes);

}  // namespace chayan::vision
