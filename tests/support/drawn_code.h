#pragma once

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

/// A symbol drawn by ZXing's own writer, in modules of `module` pixels, black on white with a quiet zone.
/// With a character set given it names that by an ECI; else characters are bytes, and none is named.
inline QImage drawnCode(ZXing::BarcodeFormat format, const std::wstring& text, int module = 3,
                        ZXing::CharacterSet charset = ZXing::CharacterSet::Unknown) {
    const ZXing::BarcodeFormats linear = ZXing::BarcodeFormat::LinearCodes;
    const int height = linear.testFlag(format) ? 30 : 0;
    const ZXing::BitMatrix bits =
        ZXing::MultiFormatWriter(format).setEncoding(charset).setMargin(0).encode(text, 0, height);
    constexpr int quiet = 10;
    QImage image((bits.width() + 2 * quiet) * module, (bits.height() + 2 * quiet) * module,
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 0; y < bits.height(); ++y)
        for (int x = 0; x < bits.width(); ++x)
            if (bits.get(x, y))
                painter.fillRect((x + quiet) * module, (y + quiet) * module, module, module, Qt::black);
    return image;
}

/// `image` in the middle of a white sheet.
inline QImage onSheet(const QImage& image, QSize sheet) {
    QImage out(sheet, QImage::Format_RGB32);
    out.fill(Qt::white);
    QPainter(&out).drawImage((sheet.width() - image.width()) / 2, (sheet.height() - image.height()) / 2,
                             image);
    return out;
}

inline QByteArray encoded(const QImage& image, const char* format, int quality = 95) {
    QByteArray bytes;
    QBuffer device(&bytes);
    device.open(QIODevice::WriteOnly);
    QImageWriter writer(&device, format);
    writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}

/// The JPEG with an Exif segment that holds nothing but tag 0x0112, written by hand (Exif 2.32, 4.6).
inline QByteArray withOrientation(const QByteArray& jpeg, int orientation) {
    QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += static_cast<char>(orientation);
    exif += QByteArray(6, '\0');
    QByteArray segment("\xFF\xE1\0", 3);
    segment += static_cast<char>(exif.size() + 2);
    return jpeg.left(2) + segment + exif + jpeg.mid(2);
}
