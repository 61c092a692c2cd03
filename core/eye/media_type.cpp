#include "core/eye/media_type.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace chayan::eye {

namespace {

struct Magic {
    QByteArrayView bytes;
    MediaType type;
};

struct Brand {
    QByteArrayView prefix;
    MediaType type;
};
// The first brand that fits decides; the general image brands come last, since AVIF files name them too.
constexpr std::array imageBrands{
    Brand{"avi", MediaType::Avif},  Brand{"heic", MediaType::Heic}, Brand{"heix", MediaType::Heic},
    Brand{"hevc", MediaType::Heic}, Brand{"hevx", MediaType::Heic}, Brand{"heim", MediaType::Heic},
    Brand{"heis", MediaType::Heic}, Brand{"mif1", MediaType::Heif}, Brand{"msf1", MediaType::Heif},
};

/// A `ftyp` box: the major brand at 8, compatible ones from 16 on.
MediaType isoMedia(QByteArrayView head) {
    const auto at = [&](qsizetype offset) { return head.sliced(offset, 4); };
    if (at(8).startsWith("qt  "))
        return MediaType::QuickTime;
    if (at(8).startsWith("3g"))
        return MediaType::ThreeGp;
    for (const Brand& brand : imageBrands)
        for (qsizetype offset = 8; offset + 4 <= head.size(); offset += offset == 8 ? 8 : 4)
            if (at(offset).startsWith(brand.prefix))
                return brand.type;
    if (at(8).startsWith("M4A") || at(8).startsWith("crx"))
        return MediaType::Unknown;  // sound; a camera's raw file
    return MediaType::Mp4;
}

}  // namespace

MediaType sniff(ByteView bytes) {
    constexpr std::size_t enough = 64;
    const ByteView first = bytes.first(std::min(bytes.size(), enough));
    const QByteArrayView head(first.data(), static_cast<qsizetype>(first.size()));
    static constexpr std::array starts{
        Magic{"\xFF\xD8\xFF", MediaType::Jpeg},
        Magic{"\x89PNG\r\n\x1A\n", MediaType::Png},
        Magic{QByteArrayView("II*\0", 4), MediaType::Tiff},
        Magic{QByteArrayView("MM\0*", 4), MediaType::Tiff},
        Magic{QByteArrayView("II+\0", 4), MediaType::Tiff},
        Magic{QByteArrayView("MM\0+", 4), MediaType::Tiff},
        Magic{"GIF87a", MediaType::Gif},
        Magic{"GIF89a", MediaType::Gif},
        Magic{"%PDF-", MediaType::Pdf},
    };
    for (const Magic& magic : starts)
        if (head.startsWith(magic.bytes))
            return magic.type;
    if (head.startsWith("BM") && head.size() >= 14 && head.sliced(6, 4) == QByteArrayView("\0\0\0\0", 4))
        return MediaType::Bmp;
    if (head.startsWith("\x1A\x45\xDF\xA3"))
        return head.contains("webm") ? MediaType::WebM : MediaType::Matroska;
    if (head.size() < 12)
        return MediaType::Unknown;
    if (head.startsWith("RIFF") && head.sliced(8, 4) == "WEBP")
        return MediaType::WebP;
    if (head.startsWith("RIFF") && head.sliced(8, 4) == "AVI ")
        return MediaType::Avi;
    const QByteArrayView box = head.sliced(4, 4);
    if (box == "ftyp")
        return isoMedia(head);
    // QuickTime files from before the brands.
    if (box == "moov" || box == "mdat" || box == "wide")
        return MediaType::QuickTime;
    return MediaType::Unknown;
}

bool mayDecode(MediaType type) {
    switch (type) {
        case MediaType::Jpeg:
        case MediaType::Png:
        case MediaType::WebP:
        case MediaType::Tiff:
        case MediaType::Heic:
        case MediaType::Heif:
        case MediaType::Avif:
            return true;
        default:
            return false;
    }
}

QString mimeType(MediaType type) {
    switch (type) {
        case MediaType::Jpeg:
            return u"image/jpeg"_s;
        case MediaType::Png:
            return u"image/png"_s;
        case MediaType::WebP:
            return u"image/webp"_s;
        case MediaType::Tiff:
            return u"image/tiff"_s;
        case MediaType::Gif:
            return u"image/gif"_s;
        case MediaType::Bmp:
            return u"image/bmp"_s;
        case MediaType::Heic:
            return u"image/heic"_s;
        case MediaType::Heif:
            return u"image/heif"_s;
        case MediaType::Avif:
            return u"image/avif"_s;
        case MediaType::Mp4:
            return u"video/mp4"_s;
        case MediaType::QuickTime:
            return u"video/quicktime"_s;
        case MediaType::ThreeGp:
            return u"video/3gpp"_s;
        case MediaType::Avi:
            return u"video/x-msvideo"_s;
        case MediaType::Matroska:
            return u"video/x-matroska"_s;
        case MediaType::WebM:
            return u"video/webm"_s;
        case MediaType::Pdf:
            return u"application/pdf"_s;
        case MediaType::Unknown:
            break;
    }
    return u"application/octet-stream"_s;
}

}  // namespace chayan::eye
