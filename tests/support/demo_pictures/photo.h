#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPolygonF>
#include <QRandomGenerator>

namespace chayan::demo {

/// Scenes are painted at twice the size of the finished picture, so that edges come out soft.
inline constexpr QSize sceneSize(2560, 1920);

/// An uneven surface of one colour; `grain` is the number of blobs across and down, so {6, 300} looks like
/// wood.
QImage surface(QSize size, const QColor& colour, QSize grain, double strength, QRandomGenerator& random);

/// Paints a flat thing (a label, a box's side) as it looks from an angle: `corners` clockwise from its top
/// left.
void place(QPainter& painter, const QImage& thing, const QPolygonF& corners);

/// The same around an upright bottle: `box` is where it shows, `turn` how many degrees of its girth are seen.
void wrap(QPainter& painter, const QImage& label, const QRectF& box, double turn, double bow);

/// A soft shadow of a shape.
void shadow(QPainter& painter, const QPolygonF& shape, QPointF offset, double softness, double strength);

/// Makes a photograph of a scene: light from one side, dark corners, a little blur and the sensor's noise.
struct Light {
    QPointF from{0.3, 0.2};
    double fall = 0.45;
    double warmth = 0.0;
    double noise = 1.5;
};
QImage photograph(QImage scene, const Light& light, QRandomGenerator& random);

}  // namespace chayan::demo
