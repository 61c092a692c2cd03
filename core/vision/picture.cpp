#include "core/vision/picture.h"

#include "core/base/limits.h"
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
    }
    return {};
}

tl::unexpected<Refusal> refuse(Fault fault, QString detail, QSize size = {}) {
    return tl::unexpected(Refusal{fault, std::move(detail), size});
}

Seen<QImage> decodeUnguarded(ByteView bytes, Format format) {
    if (std::ssize(bytes) > limits::pictureBytes)
        return refuse(Fault::TooLarge, u"%1 bytes"_s.arg(bytes.size()));
    QImageReader::setAllocationLimit(allocationMiB);
    QByteArray raw = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                             static_cast<qsizetype>(bytes.size()));
    QBuffer device(&raw);
    device.open(QIODevice::ReadOnly);
    QImageReader reader(&device, qtName(format));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
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

}  // namespace

Seen<QImage> decode(ByteView bytes, Format format) {
    return guarded([&] { return decodeUnguarded(bytes, format); });
}

Seen<GreyImage> greyOf(const QImage& picture) {
    return guarded([&]() -> Seen<GreyImage> { return toGrey(picture); });
}

void useOneThread() {
    cv::setNumThreads(1);
}

Seen<QByteArray> thumbnail(const QImage& picture, int side) {
    return guarded([&]() -> Seen<QByteArray> {
        const QSize size = picture.size().scaled(side, side, Qt::KeepAspectRatio).boundedTo(picture.size());
        QImage small(size.expandedTo({1, 1}), picture.format());
        if (small.isNull())
            throw std::bad_alloc();
        cv::Mat target = matOf(small);
        cv::resize(matOf(picture), target, target.size(), 0, 0, cv::INTER_AREA);
        QByteArray bytes;
        QBuffer device(&bytes);
        device.open(QIODevice::WriteOnly);
        QImageWriter writer(&device, "jpeg");
        writer.setQuality(80);
        if (!writer.write(small))
            return refuse(Fault::Damaged, writer.errorString(), picture.size());
        return bytes;
    });
}

}  // namespace chayan::vision
