#pragma once

#include "core/base/bytes.h"
#include "core/vision/pixels.h"

#include <QImage>
#include <QSize>

namespace chayan::vision {

/// The picture formats that are decoded. The caller tells which one the bytes are; it is never guessed.
enum class Format {
    Jpeg,
    Png,
    WebP,
    Tiff,
    /// HEIC and AVIF too: ISO/IEC 23008-12.
    Heif,
};

/// Why a picture gave nothing.
enum class Fault {
    /// The file ends before its format says that it may.
    CutOff,
    /// Beyond limits::pictureSide, picturePixels or pictureBytes.
    TooLarge,
    /// The decoder refuses it, or one of the libraries below failed on it.
    Damaged,
    /// Of a kind of its format for which this machine has no decoder.
    Unsupported,
    /// Memory ran out.
    Memory,
};

/// A fault, the exact reason for logs, and the upright size in pixels where the header told it.
struct Refusal {
    Fault fault;
    QString detail;
    QSize size;
};

template <class T>
using Seen = tl::expected<T, Refusal>;

/// Decodes the first image of `bytes` and turns it upright by its orientation tag (Exif 2.32, tag 0x0112;
/// TIFF 6.0, tag 274). The answer is Format_RGB32 or Format_Grayscale8; transparency lies on white.
/// Sizes are checked before, wholeness and decoder's verdict after the header. Starts no thread: Qt's own
/// conversions of large images do, which hangs where threads are forbidden. Safe to call from any thread.
Seen<QImage> decode(ByteView bytes, Format format);

/// True when the file reaches its format's own end: JPEG's EOI (ITU-T T.81, B.1.1.3), PNG's IEND
/// (ISO/IEC 15948, 11.2.5), the RIFF size of WebP (RFC 9649, section 2.4), all strips or tiles of TIFF's
/// first directory (TIFF 6.0, section 2), the last box of HEIF (ISO/IEC 14496-12, 4.2). Bytes after that end
/// are allowed: phones append to their JPEGs.
bool isWhole(ByteView bytes, Format format);

/// What is looked at of a picture.
struct Opened {
    /// Upright; codes are looked for in it.
    GreyImage grey;
    /// A baseline JPEG; empty when none was asked for.
    QByteArray thumbnail;
};

/// The same checks and the same uprightness as decode() gives, without the colours that nobody looks at.
/// `thumbnailSide` is the longest side of the thumbnail in pixels, 0 for none.
Seen<Opened> open(ByteView bytes, Format format, int thumbnailSide);

/// The grey pixels of a decoded picture, in which codes are looked for.
Seen<GreyImage> greyOf(const QImage& picture);

/// Makes OpenCV work on the calling thread alone, for the whole process. Called once, before anything else
/// here.
void useOneThread();

/// The picture scaled into `side` x `side` pixels (never enlarged), as a baseline JPEG.
Seen<QByteArray> thumbnail(const QImage& picture, int side);

/// The picture in its own pixels, as PNG.
Seen<QByteArray> pngOf(const QImage& picture);

}  // namespace chayan::vision
