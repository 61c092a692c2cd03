#pragma once

#include "core/base/bytes.h"
#include "core/vision/picture.h"

namespace chayan::vision {

/// The luma of a JPEG (ITU-R BT.601, JFIF), as it lies in the file and not yet turned upright: a third of the
/// work that its colours take. Nothing when it has no luma of its own (CMYK, RGB).
Seen<std::optional<GreyImage>> lumaOfJpeg(ByteView bytes);

/// Its colours at the smallest eighth of its size whose longer side has at least `side` pixels, not turned:
/// Format_RGB32. Nothing where lumaOfJpeg gives nothing.
Seen<std::optional<QImage>> smallJpeg(ByteView bytes, int side);

}  // namespace chayan::vision
