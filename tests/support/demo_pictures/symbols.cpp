#include "symbols.h"

#include "datamatrix.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>

using namespace Qt::StringLiterals;

namespace chayan::demo {

namespace {

constexpr struct {
    const char16_t* name;
    ZXing::BarcodeFormat format;
} formats[] = {
    {u"EAN-13", ZXing::BarcodeFormat::EAN13},
    {u"Code128", ZXing::BarcodeFormat::Code128},
    {u"ITF", ZXing::BarcodeFormat::ITF},
    {u"QRCode", ZXing::BarcodeFormat::QRCode},
    {u"DataMatrix", ZXing::BarcodeFormat::DataMatrix},
};

constexpr QChar groupSeparator(0x1D);

}  // namespace

QImage symbolImage(const Symbol& symbol) {
    if (symbol.format == u"DataMatrix")
        return gs1DataMatrix(symbol.text.sliced(1).toLatin1());
    for (const auto& row : formats) {
        if (symbol.format != QStringView(row.name))
            continue;
        ZXing::MultiFormatWriter writer(row.format);
        writer.setMargin(0);
        QString text = symbol.text;
        text.replace(groupSeparator, QChar(0xF1));  // the writer's sign for FNC1
        const ZXing::BitMatrix bits = writer.encode(text.toStdWString(), 0, 0);
        const bool linear = row.format != ZXing::BarcodeFormat::QRCode;
        QImage image(bits.width(), linear ? 1 : bits.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.scanLine(y)[x] = bits.get(x, y) ? 0 : 255;
        }
        return image;
    }
    qFatal("unknown format");
}

std::vector<Symbol> readSymbols(const QImage& picture) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    ZXing::DecodeHints hints;
    ZXing::BarcodeFormats wanted;
    for (const auto& row : formats)
        wanted |= row.format;
    hints.setFormats(wanted);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    const auto results = ZXing::ReadBarcodes({grey.constBits(), grey.width(), grey.height(),
                                              ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine())},
                                             hints);
    std::vector<Symbol> found;
    for (const auto& result : results) {
        for (const auto& row : formats) {
            if (row.format == result.format())
                found.push_back({QString::fromUtf16(row.name), QString::fromStdString(result.text())});
        }
    }
    return found;
}

QString withGs1Check(const QString& digits) {
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += digits[digits.size() - 1 - i].digitValue() * (i % 2 == 0 ? 3 : 1);
    return digits + QString::number((10 - sum % 10) % 10);
}

QString s10(const QString& service, const QString& serial, const QString& country) {
    static constexpr int weights[] = {8, 6, 4, 2, 3, 5, 9, 7};
    int sum = 0;
    for (int i = 0; i < 8; ++i)
        sum += serial[i].digitValue() * weights[i];
    const int rest = 11 - sum % 11;
    const int check = rest == 10 ? 0 : rest == 11 ? 5 : rest;
    return service + serial + QString::number(check) + country;
}

}  // namespace chayan::demo
