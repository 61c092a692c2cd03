// The one file that knows ZXing's names, which differ between its versions.
#include "core/vision/zxing_reader.h"

#include "core/base/limits.h"
#include "core/vision/add_on.h"
#include "core/vision/code_text.h"
#include "core/vision/element_string.h"

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

using ZXing::BarcodeFormat;

QString formatName(BarcodeFormat format) {
    switch (format) {
        case BarcodeFormat::EAN13:
            return u"EAN-13"_s;
        case BarcodeFormat::EAN8:
            return u"EAN-8"_s;
        case BarcodeFormat::UPCA:
            return u"UPC-A"_s;
        case BarcodeFormat::UPCE:
            return u"UPC-E"_s;
        case BarcodeFormat::Code39:
            return u"Code39"_s;
        case BarcodeFormat::Code93:
            return u"Code93"_s;
        case BarcodeFormat::Code128:
            return u"Code128"_s;
        case BarcodeFormat::Codabar:
            return u"Codabar"_s;
        case BarcodeFormat::ITF:
            return u"ITF"_s;
        case BarcodeFormat::DataBar:
            return u"DataBar"_s;
        case BarcodeFormat::DataBarExpanded:
            return u"DataBarExpanded"_s;
        case BarcodeFormat::QRCode:
            return u"QRCode"_s;
        case BarcodeFormat::MicroQRCode:
            return u"MicroQRCode"_s;
        case BarcodeFormat::DataMatrix:
            return u"DataMatrix"_s;
        case BarcodeFormat::Aztec:
            return u"Aztec"_s;
        case BarcodeFormat::PDF417:
            return u"PDF417"_s;
        case BarcodeFormat::MaxiCode:
            return u"MaxiCode"_s;
        default:
            return {};
    }
}

ZXing::BarcodeFormats formatsOf(Symbologies symbologies) {
    const auto withoutDataBar = [](ZXing::BarcodeFormats formats) {
        formats.setFlag(BarcodeFormat::DataBar, false);
        formats.setFlag(BarcodeFormat::DataBarExpanded, false);
        return formats;
    };
    switch (symbologies) {
        case Symbologies::AllButDataBar:
            return withoutDataBar(BarcodeFormat::Any);
        case Symbologies::DataBar:
            return BarcodeFormat::DataBar | BarcodeFormat::DataBarExpanded;
        case Symbologies::Matrix:
            return BarcodeFormat::MatrixCodes;
        case Symbologies::Linear:
            return withoutDataBar(BarcodeFormat::LinearCodes);
        case Symbologies::WithAddOn:
            return BarcodeFormat::EAN13 | BarcodeFormat::UPCA;
        case Symbologies::Stacked:
            return BarcodeFormat::PDF417;
        case Symbologies::AztecRune:
        case Symbologies::DataBarLimited:
            break;
    }
    return {};
}

ZXing::Binarizer binarizerOf(Threshold threshold) {
    switch (threshold) {
        case Threshold::Global:
            return ZXing::Binarizer::GlobalHistogram;
        case Threshold::Window:
            return ZXing::Binarizer::FixedThreshold;
        case Threshold::Local:
            break;
    }
    return ZXing::Binarizer::LocalAverage;
}

ZXing::DecodeHints hintsFor(const Scan& scan) {
    ZXing::DecodeHints hints;
    hints.setFormats(formatsOf(scan.symbologies));
    hints.setMaxNumberOfSymbols(static_cast<std::uint8_t>(std::clamp(scan.most, 1, 255)));
    hints.setTryHarder(true);
    hints.setTryRotate(scan.bothWays);
    hints.setBinarizer(binarizerOf(scan.threshold));
    hints.setMinLineCount(static_cast<std::uint8_t>(scan.rows));
    // Aborts on some pictures; our own passes scale instead.
    hints.setTryDownscale(false);
    hints.setTryCode39ExtendedMode(true);
    hints.setReturnCodabarStartEnd(true);
    hints.setEanAddOnSymbol(ZXing::EanAddOnSymbol::Read);
    // Makes ZXing's text equal to the bytes except where the symbol itself switches to Kanji or Hanzi.
    hints.setCharacterSet("ISO8859_1");
    return hints;
}

struct Content {
    QByteArray bytes;
    QString symbology;
};

Content contentOf(const ZXing::Result& result) {
    const ZXing::ByteArray& raw = result.bytes();
    Content content{{reinterpret_cast<const char*>(raw.data()), static_cast<qsizetype>(raw.size())},
                    QString::fromStdString(result.symbologyIdentifier())};
    switch (result.format()) {
        case BarcodeFormat::DataBar:
            // It carries a GTIN and nothing else, transmitted with its application identifier (ISO/IEC
            // 24724).
            content.bytes.prepend("01");
            break;
        case BarcodeFormat::DataBarExpanded:
            content.bytes = elementString(content.bytes);
            break;
        case BarcodeFormat::EAN13:
        case BarcodeFormat::EAN8:
        case BarcodeFormat::UPCA:
        case BarcodeFormat::UPCE: {
            const qsizetype gap = content.bytes.indexOf(' ');
            if (gap < 0)
                break;
            if (mayHaveAddOn(formatName(result.format()), content.bytes)) {
                content.bytes.remove(gap, 1);  // transmitted without a gap, ]E3
            } else {
                content.bytes.truncate(gap);
                content.symbology = result.format() == BarcodeFormat::EAN8 ? u"]E4"_s : u"]E0"_s;
            }
            break;
        }
        default:
            break;
    }
    return content;
}

CodeText textOf(const ZXing::Result& result, const QByteArray& content) {
    if (result.hasECI()) {
        const ZXing::ByteArray bytes = result.bytesECI();
        constexpr qsizetype identifierLength = 3;
        return decodeEci(
            QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
                .mid(identifierLength));
    }
    const bool isQr =
        result.format() == BarcodeFormat::QRCode || result.format() == BarcodeFormat::MicroQRCode;
    const QString text = QString::fromStdString(result.text());
    if (isQr && text != QString::fromLatin1(content))
        return {text, encodesTo(text, "GB2312", content) ? u"GB2312"_s : u"Shift_JIS"_s};
    const ZXing::BarcodeFormats oftenGbk = BarcodeFormat::QRCode | BarcodeFormat::MicroQRCode |
                                           BarcodeFormat::DataMatrix | BarcodeFormat::PDF417;
    return decodeText(content, oftenGbk.testFlag(result.format()) ? Unlabelled::Gb18030 : Unlabelled::Latin1);
}

std::array<QPoint, 4> cornersOf(const ZXing::Result& result, GreyView view) {
    // Found only where it fills the view, and then without a place of its own.
    if (result.format() == BarcodeFormat::MaxiCode)
        return {QPoint(0, 0), QPoint(view.width - 1, 0), QPoint(view.width - 1, view.height - 1),
                QPoint(0, view.height - 1)};
    const ZXing::Position& position = result.position();
    std::array<QPoint, 4> corners;
    for (std::size_t i = 0; i < corners.size(); ++i)
        corners[i] = {std::clamp(position[i].x, 0, view.width - 1),
                      std::clamp(position[i].y, 0, view.height - 1)};
    qint64 doubledArea = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const QPoint a = corners[i], b = corners[(i + 1) % corners.size()];
        doubledArea += qint64(a.x()) * b.y() - qint64(b.x()) * a.y();
    }
    // Screen coordinates point down, so clockwise has a positive area.
    if (doubledArea < 0) {
        const ZXing::BarcodeFormats linear = BarcodeFormat::LinearCodes;
        // A linear symbol read from right to left stands on its head; a matrix symbol is a mirror image.
        if (linear.testFlag(result.format()))
            return {corners[3], corners[2], corners[1], corners[0]};
        return {corners[0], corners[3], corners[2], corners[1]};
    }
    return corners;
}

}  // namespace

std::vector<Code> symbolsIn(GreyView view, const Scan& scan) {
    const ZXing::ImageView image(view.data, view.width, view.height, ZXing::ImageFormat::Lum, view.stride);
    std::vector<Code> codes;
    for (const ZXing::Result& result : ZXing::ReadBarcodes(image, hintsFor(scan))) {
        const Content content = contentOf(result);
        if (!result.isValid() || content.bytes.isEmpty() || content.bytes.size() > limits::codeBytes)
            continue;
        const CodeText text = textOf(result, content.bytes);
        codes.push_back({formatName(result.format()),
                         text.text,
                         text.charset,
                         content.bytes,
                         content.symbology,
                         cornersOf(result, view),
                         {},
                         ZXing::BarcodeFormats(BarcodeFormat::LinearCodes).testFlag(result.format())
                             ? std::max(1, result.lineCount())
                             : 0});
    }
    return codes;
}

}  // namespace chayan::vision
