#pragma once

#include <QPainter>
#include <QPolygonF>
#include <QTransform>

namespace chayan::ui {

/// Where pictures stand in a view, and what is drawn over them so that it shows on any picture. Lengths in
/// device-independent pixels.

/// How large a picture can be drawn in the room there is, less a margin in each direction; 1 for no picture.
double fittedScale(QSize picture, QSize room, int margin);
/// From pixels of a picture to the view in whose middle it stands: turned by quarters, then shifted.
QTransform centred(QSize picture, QSize room, double scale, QPointF shift = {}, int quarters = 0);

/// A line over a black one that is twice as wide.
void drawOutline(QPainter& painter, const QPolygonF& corners, double width, const QColor& colour = Qt::white);
/// A number on black above the top left of what it names, and within the picture.
void drawNumber(QPainter& painter, const QRectF& named, int number, const QRectF& within);

}  // namespace chayan::ui
