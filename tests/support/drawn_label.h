#pragma once

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QRandomGenerator>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

// Labels of no maker, drawn; forged; and photographed by arithmetic.

namespace chayan::test {

using namespace Qt::StringLiterals;

enum class Forgery { None, Font, Character, Moved, Colour, Resolution, MarkMissing };
inline constexpr std::pair<Forgery, const char*> forgeries[] = {{Forgery::None, "genuine"},
                                                                {Forgery::Font, "another font"},
                                                                {Forgery::Character, "one character"},
                                                                {Forgery::Moved, "logo 2 % off"},
                                                                {Forgery::Colour, "delta-E 8"},
                                                                {Forgery::Resolution, "coarse print"},
                                                                {Forgery::MarkMissing, "no security mark"}};

enum class Disturbance { Askew, Blurred, Lit, Bent, Noisy, All };
inline constexpr std::pair<Disturbance, const char*> disturbances[] = {
    {Disturbance::Askew, "askew"}, {Disturbance::Blurred, "blurred"},   {Disturbance::Lit, "uneven light"},
    {Disturbance::Bent, "bent"},   {Disturbance::Noisy, "noise, JPEG"}, {Disturbance::All, "all of these"}};

inline constexpr QSize labelSize(1000, 700);

/// About so far away in CIE 1976 delta-E: hue turned in CIELAB is approximated by trial.
inline QColor colourOff(const QColor& colour, double deltaE) {
    const auto lab = [](const QColor& c) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        const double r = linear(c.redF()), g = linear(c.greenF()), b = linear(c.blueF());
        const double x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
                     y = 0.2126 * r + 0.7152 * g + 0.0722 * b,
                     z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
        const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
        return std::array{116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
    };
    const auto base = lab(colour);
    QColor best = colour;
    double nearest = 1e9;
    for (int hue = -60; hue <= 60; hue += 1) {
        QColor other = QColor::fromHslF(
            static_cast<float>(std::fmod(static_cast<double>(colour.hslHueF()) + hue / 360.0 + 1, 1.0)),
            colour.hslSaturationF(), colour.lightnessF());
        const auto there = lab(other);
        const double away = std::hypot(there[0] - base[0], there[1] - base[1], there[2] - base[2]);
        if (std::abs(away - deltaE) < nearest) {
            nearest = std::abs(away - deltaE);
            best = other;
        }
    }
    return best;
}

inline QString word(QRandomGenerator& dice, int letters) {
    QString text;
    for (int i = 0; i < letters; ++i)
        text += QChar(u'a' + dice.bounded(26));
    return text;
}

inline QString chinese(QRandomGenerator& dice, int letters) {
    static const QString pool =
        u"清润柔和天然植物精华洗发露护肤霜牛奶饼干茶叶药用电子元件汽车配件产品名称规格生产日期批号有效期至企业地址电话"_s;
    QString text;
    for (int i = 0; i < letters; ++i)
        text += pool[dice.bounded(pool.size())];
    return text;
}

/// How one prints who has only a picture of few dots: each dot the mean of what it covers, laid out as
/// squares or smeared into one another.
struct CoarsePrint {
    double dot;  // pixels; 2.2 to 2.9 are 125 to 165 dpi on a label of 70 mm
    bool smeared;
};
inline CoarsePrint coarsePrint(unsigned seed) {
    return {2.2 + 0.7 * QRandomGenerator(seed + 1).generateDouble(), seed % 2 == 1};
}

inline QImage printedCoarsely(const QImage& image, unsigned seed) {
    const auto [dot, smeared] = coarsePrint(seed);
    QRandomGenerator dice(seed + 2);
    // One direction, turned by a quarter, so twice makes both.
    const auto pass = [&](const QImage& in) {
        const double from = -dice.generateDouble() * dot;
        const int dots = static_cast<int>((in.width() - from) / dot) + 1;
        QImage out(in.height(), in.width(), QImage::Format_RGB32);
        using Ink = std::array<double, 3>;
        std::vector<Ink> inks(static_cast<std::size_t>(dots));
        std::vector<double> covered(inks.size());
        const auto added = [](Ink& ink, const Ink& other, double part) {
            for (std::size_t i = 0; i < ink.size(); ++i)
                ink[i] += part * other[i];
        };
        for (int y = 0; y < in.height(); ++y) {
            std::ranges::fill(inks, Ink{});
            std::ranges::fill(covered, 0);
            const auto* line = reinterpret_cast<const QRgb*>(in.constScanLine(y));
            // What a pixel and the dot there share.
            const auto shared = [&](int x, std::size_t i) {
                const double start = from + static_cast<double>(i) * dot;
                return std::min(x + 1.0, start + dot) - std::max(x + 0.0, start);
            };
            const auto firstAt = [&](int x) { return static_cast<std::size_t>((x - from) / dot); };
            for (int x = 0; x < in.width(); ++x)
                for (std::size_t i = firstAt(x); i < inks.size() && shared(x, i) > 0; ++i) {
                    added(inks[i], {0.0 + qRed(line[x]), 0.0 + qGreen(line[x]), 0.0 + qBlue(line[x])},
                          shared(x, i));
                    covered[i] += shared(x, i);
                }
            for (std::size_t i = 0; i < inks.size(); ++i)
                for (double& part : inks[i])
                    part /= std::max(1e-9, covered[i]);
            for (int x = 0; x < in.width(); ++x) {
                Ink ink{};
                if (smeared) {
                    const double at = std::clamp((x + 0.5 - from) / dot - 0.5, 0.0, dots - 1.001);
                    const auto left = static_cast<std::size_t>(at);
                    added(ink, inks[left], 1 - (at - static_cast<double>(left)));
                    added(ink, inks[std::min(left + 1, inks.size() - 1)], at - static_cast<double>(left));
                } else {
                    for (std::size_t i = firstAt(x); i < inks.size() && shared(x, i) > 0; ++i)
                        added(ink, inks[i], shared(x, i));
                }
                reinterpret_cast<QRgb*>(out.scanLine(x))[y] =
                    qRgb(static_cast<int>(ink[0] + 0.5), static_cast<int>(ink[1] + 0.5),
                         static_cast<int>(ink[2] + 0.5));
            }
        }
        return out;
    };
    return pass(pass(image));
}

/// One maker's label; the same seed draws the same, but for the forgery.
inline QImage drawnLabel(unsigned seed, Forgery forgery) {
    QRandomGenerator dice(seed);
    QImage image(labelSize, QImage::Format_RGB32);
    const QColor paper = QColor::fromHsv(dice.bounded(360), dice.bounded(18), 250);
    image.fill(paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString sans = u"Noto Sans CJK SC"_s, serif = u"Noto Serif CJK SC"_s;
    const QColor strip = QColor::fromHsl(dice.bounded(360), 120 + dice.bounded(100), 90 + dice.bounded(70));
    const int stripHeight = 90 + dice.bounded(60);
    painter.fillRect(0, 0, labelSize.width(), stripHeight,
                     forgery == Forgery::Colour ? colourOff(strip, 8) : strip);
    painter.setPen(Qt::white);
    painter.setFont(QFont(forgery == Forgery::Font ? serif : sans, 34 + dice.bounded(14), QFont::Bold));
    painter.drawText(QRect(40, 0, 900, stripHeight), Qt::AlignVCenter,
                     word(dice, 7).toUpper() + u' ' + chinese(dice, 4));
    // The logo: a ring, a wedge and a letter.
    const int off = forgery == Forgery::Moved ? labelSize.width() / 50 : 0;
    const QPoint logo(760 + dice.bounded(60) + off, stripHeight + 90 + dice.bounded(30));
    const QColor ink = QColor::fromHsl(dice.bounded(360), 200, 70);
    painter.setPen(QPen(ink, 9));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(logo, 62, 62);
    painter.setBrush(ink);
    painter.drawPie(QRect(logo - QPoint(45, 45), QSize(90, 90)), dice.bounded(360) * 16, 110 * 16);
    painter.setFont(QFont(sans, 30, QFont::Black));
    painter.drawText(QRect(logo - QPoint(40, 40), QSize(80, 80)), Qt::AlignCenter, word(dice, 1).toUpper());
    // Print.
    painter.setPen(QColor(25, 25, 25));
    painter.setFont(QFont(forgery == Forgery::Font ? serif : sans, 20));
    int y = stripHeight + 60;
    const int lines = 7 + dice.bounded(3), changed = dice.bounded(lines);
    for (int i = 0; i < lines; ++i, y += 38) {
        QString text =
            chinese(dice, 4) + u"："_s +
            (dice.bounded(2) == 0 ? chinese(dice, 8)
                                  : word(dice, 6) + u' ' + QString::number(dice.bounded(100'000, 999'999)));
        const qsizetype at = 5 + dice.bounded(4);
        const QChar other = text[at].unicode() < 128 ? QChar(text[at] == u'8' ? u'3' : u'8')
                                                     : QChar(text[at] == u'品' ? u'晶' : u'品');
        if (forgery == Forgery::Character && i == changed)
            text[at] = other;
        painter.drawText(60, y, text);
    }
    painter.setPen(QPen(QColor(60, 60, 60), 2));
    painter.drawLine(60, y - 14, 700, y - 14);
    // Bars.
    int x = 60;
    for (int i = 0; i < 60; ++i) {
        const int wide = 2 + dice.bounded(3) * 2;
        if (i % 2 == 0)
            painter.fillRect(x, y, wide, 90, Qt::black);
        x += wide;
    }
    // The security mark: fine crossing waves.
    if (forgery != Forgery::MarkMissing) {
        painter.setPen(QPen(QColor::fromHsl(dice.bounded(360), 150, 120), 2));
        painter.setBrush(Qt::NoBrush);
        for (int wave = 0; wave < 6; ++wave) {
            QPainterPath path;
            for (int step = 0; step <= 60; ++step) {
                const QPointF at(740 + step * 3, 540 + 38 * std::sin(step * 0.21 + wave * 1.05));
                step == 0 ? path.moveTo(at) : path.lineTo(at);
            }
            painter.drawPath(path);
        }
    }
    painter.end();
    return forgery == Forgery::Resolution ? printedCoarsely(image, seed) : image;
}

inline double gauss(QRandomGenerator& dice) {
    return std::sqrt(-2 * std::log(std::max(1e-9, dice.generateDouble()))) *
           std::cos(6.2831853 * dice.generateDouble());
}

inline QImage blurred(const QImage& image, double sigma) {
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    std::vector<float> kernel;
    float sum = 0;
    for (int i = -reach; i <= reach; ++i)
        sum += kernel.emplace_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
    for (float& part : kernel)
        part /= sum;
    // Turned by a quarter each time, so that lines are read in order.
    const auto pass = [&](const QImage& in) {
        QImage out(in.height(), in.width(), QImage::Format_RGB32);
        for (int y = 0; y < in.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(in.constScanLine(y));
            for (int x = 0; x < in.width(); ++x) {
                float r = 0, g = 0, b = 0;
                for (int i = -reach; i <= reach; ++i) {
                    const QRgb p = line[std::clamp(x + i, 0, in.width() - 1)];
                    const float k = kernel[static_cast<std::size_t>(i + reach)];
                    r += k * static_cast<float>(qRed(p));
                    g += k * static_cast<float>(qGreen(p));
                    b += k * static_cast<float>(qBlue(p));
                }
                reinterpret_cast<QRgb*>(out.scanLine(x))[y] =
                    qRgb(static_cast<int>(r + 0.5F), static_cast<int>(g + 0.5F), static_cast<int>(b + 0.5F));
            }
        }
        return out;
    };
    return pass(pass(image.convertToFormat(QImage::Format_RGB32)));
}

/// What lies between pixels' middles: no paper has steps.
inline QRgb between(const QImage& image, double x, double y) {
    const double atX = std::clamp(x, 0.0, image.width() - 1.001),
                 atY = std::clamp(y, 0.0, image.height() - 1.001);
    const int left = static_cast<int>(atX), top = static_cast<int>(atY);
    const double partX = atX - left, partY = atY - top;
    const QRgb p[] = {image.pixel(left, top), image.pixel(left + 1, top), image.pixel(left, top + 1),
                      image.pixel(left + 1, top + 1)};
    const auto mixed = [&](int (*part)(QRgb)) {
        return static_cast<int>((1 - partY) * ((1 - partX) * part(p[0]) + partX * part(p[1])) +
                                partY * ((1 - partX) * part(p[2]) + partX * part(p[3])) + 0.5);
    };
    return qRgb(mixed(qRed), mixed(qGreen), mixed(qBlue));
}

/// The label on a table, as a camera might see it.
inline QImage photographed(const QImage& label, Disturbance disturbance, QRandomGenerator& dice) {
    const bool all = disturbance == Disturbance::All;
    const QSize frame(1500, 1150);
    QImage bent = label;
    if (disturbance == Disturbance::Bent || all) {
        const double height = 3 + dice.bounded(3), length = 700 + dice.bounded(500);
        const double phase = dice.bounded(6.28);
        for (int y = 0; y < label.height(); ++y)
            for (int x = 0; x < label.width(); ++x) {
                const double dy = height * std::sin(x / length * 6.28 + phase),
                             dx = height * 0.6 * std::sin(y / length * 6.28 + phase);
                bent.setPixel(x, y, between(label, x + dx, y + dy));
            }
    }
    const auto jitter = [&](double most) { return (dice.generateDouble() * 2 - 1) * most; };
    const double turn = jitter(all || disturbance == Disturbance::Askew ? 20 : 6);
    const double apart = all || disturbance == Disturbance::Askew ? 70 : 25;
    QTransform place;
    place.translate(750, 575).rotate(turn);
    const QPolygonF from{{0, 0}, {1000, 0}, {1000, 700}, {0, 700}};
    QPolygonF to;
    for (const QPointF& corner : from)
        to << place.map(corner - QPointF(500, 350)) + QPointF(jitter(apart), jitter(apart));
    QTransform seen;
    QTransform::quadToQuad(from, to, seen);
    QImage photo(frame, QImage::Format_RGB32);
    photo.fill(QColor(120, 105, 90));
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(seen);
    painter.drawImage(0, 0, bent);
    painter.end();
    photo = blurred(photo, disturbance == Disturbance::Blurred ? 2.2 : all ? 1.5 : 0.7);
    const bool lit = disturbance == Disturbance::Lit || all;
    const double slopeX = lit ? jitter(0.35) : jitter(0.05), slopeY = lit ? jitter(0.35) : jitter(0.05);
    const double red = lit ? 1 + jitter(0.12) : 1, blue = lit ? 1 + jitter(0.15) : 1;
    const double noise = disturbance == Disturbance::Noisy || all ? 6 : 2;
    for (int y = 0; y < frame.height(); ++y)
        for (int x = 0; x < frame.width(); ++x) {
            const double gain =
                0.85 * (1 + slopeX * (2.0 * x / frame.width() - 1) + slopeY * (2.0 * y / frame.height() - 1));
            const QRgb p = photo.pixel(x, y);
            const auto value = [&](int v, double g) {
                return std::clamp(static_cast<int>(v * gain * g + noise * gauss(dice) + 0.5), 0, 255);
            };
            photo.setPixel(x, y, qRgb(value(qRed(p), red), value(qGreen(p), 1), value(qBlue(p), blue)));
        }
    if (disturbance == Disturbance::Noisy || all) {
        QByteArray jpeg;
        QBuffer device(&jpeg);
        device.open(QIODevice::WriteOnly);
        photo.save(&device, "JPEG", 70);
        photo.loadFromData(jpeg, "JPEG");
    }
    return photo;
}

}  // namespace chayan::test
