#include "core/vision/picture.h"

#include "core/base/limits.h"
#include "core/vision/heif.h"
#include "core/vision/jpeg.h"
#include "core/vision/opencv.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>

#include <opencv2/imgproc.hpp>

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

// Eight bytes a pixel for limits::picturePixels, in MiB: what 16-bit colour needs. Qt's own default of 128
// refuses 48 megapixels; 0 would refuse nothing.
constexpr int allocationMiB = static_cast<int>(limits::picturePixels * 8 / (1024 * 1024)) + 1;

QByteArray qtName(Format format) {
    switch (format) {
        case Format::Jpeg:
            return "jpeg";
        case Format::Png:
            return "png";
        case Format::WebP:
            return "webp";
        case Format::Tiff:
            return "tiff";
        case Format::Heif:
            break;
    }
    return {};
}

tl::unexpected<Refusal> refuse(Fault fault, QString detail, QSize size = {}) {
    return tl::unexpected(Refusal{fault, std::move(detail), size});
}

/// What a file says of itself before its pixels are touched.
struct Header {
    /// Upright.
    QSize size;
    QImageIOHandler::Transformations turn;
};

/// A reader of just this format; `device` holds the bytes and outlives it.
void prepare(QImageReader& reader, QBuffer& device, Format format) {
    QImageReader::setAllocationLimit(allocationMiB);
    device.open(QIODevice::ReadOnly);
    reader.setDevice(&device);
    reader.setFormat(qtName(format));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
}

Seen<Header> headerOf(QImageReader& reader, ByteView bytes, Format format) {
    if (std::ssize(bytes) > limits::pictureBytes)
        return refuse(Fault::TooLarge, u"%1 bytes"_s.arg(bytes.size()));
    QSize size = reader.size();
    const bool whole = isWhole(bytes, format);
    if (size.isEmpty())
        return whole ? refuse(Fault::Damaged, reader.errorString())
                     : refuse(Fault::CutOff, u"in the header"_s);
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        size.transpose();
    if (size.width() > limits::pictureSide || size.height() > limits::pictureSide ||
        qint64(size.width()) * size.height() > limits::picturePixels)
        return refuse(Fault::TooLarge, u"%1 x %2 pixels"_s.arg(size.width()).arg(size.height()), size);
    if (!whole)
        return refuse(Fault::CutOff, u"the file ends before the picture does"_s, size);
    return Header{size, reader.transformation()};
}

QByteArray withoutCopy(ByteView bytes) {
    return QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                   static_cast<qsizetype>(bytes.size()));
}

Seen<QImage> decodeUnguarded(ByteView bytes, Format format) {
    QByteArray raw = withoutCopy(bytes);
    QBuffer device(&raw);
    QImageReader reader;
    prepare(reader, device, format);
    const auto header = headerOf(reader, bytes, format);
    if (!header)
        return tl::unexpected(header.error());
    const QSize size = header->size;
    const QImage image = reader.read();
    if (image.isNull()) {
        // Qt says "unable to read" for both; asking for as much again tells them apart.
        if (QImage(size, QImage::Format_RGBA64).isNull())
            return refuse(Fault::Memory, u"%1 x %2 pixels"_s.arg(size.width()).arg(size.height()), size);
        return refuse(Fault::Damaged, reader.errorString(), size);
    }
    if (image.size() != size)
        return refuse(Fault::Damaged, u"the header lies about the size"_s, size);
    return normalised(image);
}

/// Mirrored or flipped, then turned, as Exif means it.
cv::Mat upright(cv::Mat pixels, QImageIOHandler::Transformations turn) {
    const bool mirror = turn & QImageIOHandler::TransformationMirror;
    const bool flip = turn & QImageIOHandler::TransformationFlip;
    if (mirror || flip)
        cv::flip(pixels, pixels, mirror && flip ? -1 : mirror ? 1 : 0);
    if (turn & QImageIOHandler::TransformationRotate90) {
        cv::Mat turned;
        cv::rotate(pixels, turned, cv::ROTATE_90_CLOCKWISE);
        return turned;
    }
    return pixels;
}

QImage upright(QImage image, QImageIOHandler::Transformations turn) {
    const cv::Mat pixels = upright(matOf(image), turn);
    if (pixels.size() == cv::Size(image.width(), image.height()) && !pixels.empty() &&
        pixels.data == image.constBits())
        return image;
    QImage out(pixels.cols, pixels.rows, image.format());
    if (out.isNull())
        throw std::bad_alloc();
    cv::Mat target = matOf(out);
    pixels.copyTo(target);
    return out;
}

Seen<Opened> openThroughColours(ByteView bytes, Format format, int thumbnailSide) {
    const auto picture = decodeUnguarded(bytes, format);
    if (!picture)
        return tl::unexpected(picture.error());
    Opened opened{toGrey(*picture), {}};
    if (thumbnailSide > 0) {
        auto small = thumbnail(*picture, thumbnailSide);
        if (!small)
            return tl::unexpected(small.error());
        opened.thumbnail = std::move(*small);
    }
    return opened;
}

Seen<Opened> openJpeg(ByteView bytes, int thumbnailSide) {
    QByteArray raw = withoutCopy(bytes);
    QBuffer device(&raw);
    QImageReader reader;
    prepare(reader, device, Format::Jpeg);
    const auto header = headerOf(reader, bytes, Format::Jpeg);
    if (!header)
        return tl::unexpected(header.error());
    auto luma = lumaOfJpeg(bytes);
    if (!luma)
        return tl::unexpected(luma.error());
    if (!*luma)
        return openThroughColours(bytes, Format::Jpeg, thumbnailSide);
    Opened opened{std::move(**luma), {}};
    if (header->turn != QImageIOHandler::TransformationNone) {
        const cv::Mat turned = upright(matOf(opened.grey.view()), header->turn);
        if (turned.data != opened.grey.pixels.data())
            opened.grey.pixels.assign(turned.datastart, turned.dataend);
        opened.grey.width = turned.cols;
        opened.grey.height = turned.rows;
    }
    if (QSize(opened.grey.width, opened.grey.height) != header->size)
        return refuse(Fault::Damaged, u"the header lies about the size"_s, header->size);
    if (thumbnailSide > 0) {
        auto colours = smallJpeg(bytes, thumbnailSide);
        auto small = colours && *colours
                         ? thumbnail(upright(std::move(**colours), header->turn), thumbnailSide)
                         : refuse(Fault::Damaged, u"no thumbnail"_s, header->size);
        if (!small)
            return tl::unexpected(small.error());
        opened.thumbnail = std::move(*small);
    }
    return opened;
}

}  // namespace

Seen<Opened> open(ByteView bytes, Format format, int thumbnailSide) {
    return guarded([&] {
        return format == Format::Jpeg   ? openJpeg(bytes, thumbnailSide)
               : format == Format::Heif ? openHeif(bytes, thumbnailSide)
                                        : openThroughColours(bytes, format, thumbnailSide);
    });
}

Seen<QImage> decode(ByteView bytes, Format format) {
    return guarded(
        [&] { return format == Format::Heif ? decodeHeif(bytes) : decodeUnguarded(bytes, format); });
}

Seen<GreyImage> greyOf(const QImage& picture) {
    return guarded([&]() -> Seen<GreyImage> { return toGrey(picture); });
}

void useOneThread() {
    cv::setNumThreads(1);
}

namespace {

Seen<QByteArray> written(const QImage& picture, const char* format, int quality) {
    QByteArray bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::WriteOnly);
    QImageWriter writer(&device, format);
    writer.setQuality(quality);
    if (!writer.write(picture))
        return refuse(Fault::Damaged, writer.errorString(), picture.size());
    return bytes;
}

}  // namespace

Seen<QByteArray> pngOf(const QImage& picture) {
    constexpr int quickly = 80;  // PNG: how little is packed
    return guarded([&] { return written(picture, "png", quickly); });
}

Seen<QByteArray> thumbnail(const QImage& picture, int side) {
    return guarded([&]() -> Seen<QByteArray> {
        const QSize size = picture.size().scaled(side, side, Qt::KeepAspectRatio).boundedTo(picture.size());
        QImage small(size.expandedTo({1, 1}), picture.format());
        if (small.isNull())
            throw std::bad_alloc();
        cv::Mat target = matOf(small);
        cv::resize(matOf(picture), target, target.size(), 0, 0, cv::INTER_AREA);
        constexpr int large = 2048;  // whoever asks for as much looks at single pixels
        return written(small, "jpeg", side > large ? 92 : 80);
    });
}

}  // namespace chayan::vision
