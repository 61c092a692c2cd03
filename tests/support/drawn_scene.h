#pragma once

#include "tests/support/drawn_code.h"
#include "tests/support/drawn_label.h"

// A label with a code on it, photographed by arithmetic well or badly.

namespace chayan::test {

enum class Harm { Blur, Dark, Washed, Glare, Size };

/// What goes wrong on a series, from harmless to hopeless: the blur's standard deviation in pixels, how much
/// of the light is left, how many times too much light there is, the mirrored light's width in widths of the
/// code, pixels of a module.
struct Series {
    Harm harm;
    const char* name;
    std::vector<double> levels;
};
inline const std::vector<Series>& seriesOfHarm() {
    static const std::vector<Series> all{
        {Harm::Blur, "blur", {0.5, 1, 1.5, 2, 3, 4, 6, 8}},
        {Harm::Dark, "light left", {1, 0.5, 0.25, 0.12, 0.06, 0.04, 0.02, 0.01}},
        {Harm::Washed, "light, times", {1, 1.5, 2, 3, 5, 8, 12, 20}},
        {Harm::Glare, "glare, widths", {0, 0.3, 0.6, 0.8, 1, 1.3, 1.6, 2}},
        {Harm::Size, "module, px", {4, 3, 2, 1.5, 1.2, 1, 0.8, 0.6}}};
    return all;
}

inline constexpr ZXing::BarcodeFormat sceneFormats[] = {
    ZXing::BarcodeFormat::EAN13, ZXing::BarcodeFormat::Code128, ZXing::BarcodeFormat::QRCode,
    ZXing::BarcodeFormat::DataMatrix};

inline std::wstring sceneText(ZXing::BarcodeFormat format, QRandomGenerator& dice) {
    if (format != ZXing::BarcodeFormat::EAN13)
        return (u"CY"_s + QString::number(dice.bounded(10'000'000, 99'999'999))).toStdWString();
    QString digits = u"69"_s + QString::number(dice.bounded(1'000'000'000)).rightJustified(10, u'0');
    int sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += digits[i].digitValue() * (i % 2 == 0 ? 1 : 3);
    return (digits + QString::number((10 - sum % 10) % 10)).toStdWString();
}

/// The photograph of a label with such a code, spoilt by one harm to some level.
inline QImage drawnScene(ZXing::BarcodeFormat format, const std::wstring& text, Harm harm, double level,
                         QRandomGenerator& dice) {
    constexpr int fine = 4;  // drawn in so many pixels a module
    const double module = harm == Harm::Size ? level : 3;
    QImage label = drawnLabel(dice.generate(), Forgery::None);
    const QImage code = drawnCode(format, text, fine);
    const double scale = module / fine;
    const QSize size(1500, 1150);
    QImage photo(size, QImage::Format_RGB32);
    photo.fill(QColor(120, 105, 90));
    // Drawn large and shrunk, as a lens does.
    QImage sheet(QSize(1400, 1400), QImage::Format_RGB32);
    sheet.fill(QColor(245, 243, 238));
    {
        QPainter painter(&sheet);
        painter.drawImage(200, 20, label);
        painter.drawImage((sheet.width() - code.width()) / 2, 760, code);
    }
    const double angle = (dice.generateDouble() - 0.5) * 10;
    const QImage seen =
        (scale < 1 ? sheet.scaled(sheet.size() * scale, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                   : sheet)
            .transformed(QTransform().rotate(angle), Qt::SmoothTransformation);
    {
        QPainter painter(&photo);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage((size.width() - seen.width()) / 2, (size.height() - seen.height()) / 2, seen);
    }
    photo = blurred(photo, harm == Harm::Blur ? level : 0.6);
    const QPointF middle =
        QTransform().rotate(angle).map(QPointF(0, (760 + code.height() / 2.0 - 700) * scale)) +
        QPointF(size.width() / 2.0, size.height() / 2.0);
    const double gain = harm == Harm::Dark ? level : harm == Harm::Washed ? level : 0.85;
    const double radius = harm == Harm::Glare ? level * code.width() * scale / 2 : 0;
    for (int y = 0; y < size.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(photo.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            double more = 0;
            if (radius > 0) {
                const double away = std::hypot(x - middle.x(), y - middle.y()) / radius;
                more = 420 * std::exp(-std::pow(away, 2.5));  // flat within, soft at the rim
            }
            const double noise = 2 * gauss(dice);
            const auto value = [&](int v) {
                return std::clamp(static_cast<int>(v * gain + more + noise + 0.5), 0, 255);
            };
            line[x] = qRgb(value(qRed(line[x])), value(qGreen(line[x])), value(qBlue(line[x])));
        }
    }
    return photo;
}

}  // namespace chayan::test
