#pragma once

#include "core/base/bytes.h"

namespace chayan::eye {

/// What a file's first bytes say it is.
enum class MediaType {
    Unknown,
    Jpeg,
    Png,
    WebP,
    Tiff,
    Gif,
    Bmp,
    Heic,
    Heif,
    Avif,
    Mp4,
    QuickTime,
    ThreeGp,
    Avi,
    Matroska,
    WebM,
    Pdf,
};

/// Looks at the magic numbers in the first bytes only; a whole file is welcome, 64 bytes are enough.
/// Sources: the formats' own standards; for ISO base media files the brands of ISO/IEC 14496-12, annex E, and
/// 23008-12.
MediaType sniff(ByteView bytes);

/// Of a kind whose first bytes alone do not rule out that a worker decodes it.
bool mayDecode(MediaType type);

/// `image/jpeg` and so on (IANA media types); `application/octet-stream` for Unknown.
QString mimeType(MediaType type);

}  // namespace chayan::eye
