#pragma once

#include "tests/support/drawn_scene.h"

#include <QtMath>

#include <functional>

// A label with a code somewhere on a table, askew, in uneven light, and where its corners are.

namespace chayan::test {

enum class Table { Plain, Light, Wood, Carton, Clutter };
inline constexpr std::pair<Table, const char*> tables[] = {{Table::Plain, "plain"},
                                                           {Table::Light, "light grey"},
                                                           {Table::Wood, "wood"},
                                                           {Table::Carton, "printed carton"},
                                                           {Table::Clutter, "clutter"}};

struct LabelScene {
    QImage photo;
    /// In pixels whose middles are whole numbers, clockwise from the label's own top left.
    std::array<QPointF, 4> corners;
    QString text;
    /// The brightness of the light over the picture, 1 in its middle.
    std::function<double(double, double)> light;
};

inline QImage drawnTable(Table table, QSize size, QRandomGenerator& dice) {
    QImage ground(size, QImage::Format_RGB32);
    ground.fill(table == Table::Light    ? QColor(205, 207, 210)
                : table == Table::Carton ? QColor(176, 137, 92)
                                         : QColor(120, 105, 90));
    QPainter painter(&ground);
    painter.setRenderHint(QPainter::Antialiasing);
    if (table == Table::Wood)
        for (int y = 0; y < size.height(); y += 3) {
            const int dark = dice.bounded(34);
            painter.setPen(QPen(QColor(150 - dark, 112 - dark, 74 - dark), 4));
            QPainterPath path(QPointF(0, y));
            const double wave = dice.bounded(20) + 4, phase = dice.bounded(6.28);
            for (int x = 0; x <= size.width(); x += 40)
                path.lineTo(x, y + wave * std::sin(x / 300.0 + phase) * 0.3);
            painter.drawPath(path);
        }
    if (table == Table::Carton) {
        painter.setPen(QColor(70, 45, 30));
        painter.setFont(QFont(u"Noto Sans CJK SC"_s, size.height() / 18, QFont::Bold));
        for (int i = 0; i < 7; ++i)
            painter.drawText(dice.bounded(size.width() * 3 / 4), dice.bounded(size.height()),
                             chinese(dice, 6));
        painter.setPen(QPen(QColor(120, 90, 60), 6));
        painter.drawLine(0, size.height() / 3, size.width(), size.height() / 3 + 20);
    }
    if (table == Table::Clutter)
        for (int i = 0; i < 14; ++i) {
            painter.save();
            painter.translate(dice.bounded(size.width()), dice.bounded(size.height()));
            painter.rotate(dice.bounded(360));
            painter.fillRect(0, 0, size.width() / 12 + dice.bounded(size.width() / 5),
                             size.height() / 14 + dice.bounded(size.height() / 6),
                             QColor::fromHsv(dice.bounded(360), dice.bounded(160), 50 + dice.bounded(190)));
            painter.restore();
        }
    return ground;
}

/// The label covers about `share` of the picture; `tilt` 0 to 1: how far it is seen from the side; `turn` in
/// degrees; `uneven` 0 to 1: how much light is lost on one side.
struct SceneOptions {
    Table table = Table::Plain;
    QSize size{1600, 1200};
    double share = 0.35, tilt = 0.4, turn = 10, uneven = 0.4;
    ZXing::BarcodeFormat format = ZXing::BarcodeFormat::EAN13;
    bool hasCode = true;
};

inline LabelScene labelScene(const SceneOptions& how, QRandomGenerator& dice) {
    LabelScene scene;
    const std::wstring text = sceneText(how.format, dice);
    scene.text = QString::fromStdWString(text);
    const QImage label = drawnLabel(dice.generate(), Forgery::None);
    QImage sheet(QSize(1000, 860), QImage::Format_RGB32);
    sheet.fill(label.pixel(4, label.height() - 4));
    {
        QPainter painter(&sheet);
        painter.drawImage(0, 0, label);
        if (how.hasCode) {
            const QImage code = drawnCode(how.format, text, 3);
            painter.drawImage((sheet.width() - code.width()) / 2, 700 + (140 - code.height()) / 2, code);
        }
    }
    // A camera over a table: the sheet's corners turned, tilted and projected.
    const double w = sheet.width(), h = sheet.height(), focal = 1.2 * how.size.width();
    double scale = std::sqrt(how.share * how.size.width() * how.size.height() / (w * h));
    const double turn = qDegreesToRadians(how.turn), lean = how.tilt * qDegreesToRadians(45.0),
                 about = dice.generateDouble() * 6.28;
    const QPointF off((dice.generateDouble() - 0.5) * how.size.width() * 0.12,
                      (dice.generateDouble() - 0.5) * how.size.height() * 0.12);
    const auto project = [&](double x, double y) {
        const double px = (x - w / 2) * scale, py = (y - h / 2) * scale;
        const double rx = px * std::cos(turn) - py * std::sin(turn) + off.x(),
                     ry = px * std::sin(turn) + py * std::cos(turn) + off.y();
        // Leaning about an axis of any direction in the plane.
        const double along = rx * std::cos(about) + ry * std::sin(about),
                     across = -rx * std::sin(about) + ry * std::cos(about);
        const double depth = focal + across * std::sin(lean), flat = across * std::cos(lean);
        const double sx = along * std::cos(about) - flat * std::sin(about),
                     sy = along * std::sin(about) + flat * std::cos(about);
        return QPointF(how.size.width() / 2.0, how.size.height() / 2.0) + QPointF(sx, sy) * focal / depth;
    };
    const QPolygonF from{{0, 0}, {w, 0}, {w, h}, {0, h}};
    QPolygonF to;
    do {  // all of it in the picture
        to = {project(0, 0), project(w, 0), project(w, h), project(0, h)};
        scale *= 0.95;
    } while (!QRectF(QPointF(0, 0), QSizeF(how.size)).adjusted(12, 12, -12, -12).contains(to.boundingRect()));
    QTransform seen;
    QTransform::quadToQuad(from, to, seen);
    for (std::size_t i = 0; i < 4; ++i)
        scene.corners[i] = to[static_cast<int>(i)] - QPointF(0.5, 0.5);
    scene.photo = drawnTable(how.table, how.size, dice);
    {
        QPainter painter(&scene.photo);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setTransform(seen);
        painter.drawImage(0, 0, sheet);
    }
    scene.photo = blurred(scene.photo, 0.7);
    const double from1 = dice.generateDouble() * 6.28, cast = (dice.generateDouble() - 0.5) * 0.16;
    const QSize size = how.size;
    scene.light = [=, uneven = how.uneven](double x, double y) {
        const double u = 2 * x / size.width() - 1, v = 2 * y / size.height() - 1;
        const double slope = (u * std::cos(from1) + v * std::sin(from1)) * uneven;
        return (1 + 0.7 * slope) * (1 - 0.25 * uneven * (u * u + v * v));
    };
    for (int y = 0; y < size.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(scene.photo.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const double gain = 0.72 * scene.light(x, y), noise = 2 * gauss(dice);
            const auto value = [&](int v, double tint) {
                return std::clamp(static_cast<int>(v * gain * tint + noise + 0.5), 0, 255);
            };
            line[x] = qRgb(value(qRed(line[x]), 1 + cast), value(qGreen(line[x]), 1),
                           value(qBlue(line[x]), 1 - cast));
        }
    }
    return scene;
}

inline double farthest(const std::array<QPointF, 4>& a, const std::array<QPointF, 4>& b) {
    double most = 0;
    for (std::size_t i = 0; i < 4; ++i)
        most = std::max(most, std::hypot(a[i].x() - b[i].x(), a[i].y() - b[i].y()));
    return most;
}

}  // namespace chayan::test
