#pragma once

#include "core/base/bytes.h"
#include "core/vision/picture.h"

namespace chayan::vision {

/// The primary image of an HEIC, HEIF or AVIF file (ISO/IEC 23008-12), upright as the file says: its grey
/// pixels are the luma that it stores. The decoders below start a thread of their own.
Seen<Opened> openHeif(ByteView bytes, int thumbnailSide);

/// The same in colours: Format_RGB32.
Seen<QImage> decodeHeif(ByteView bytes);

}  // namespace chayan::vision
