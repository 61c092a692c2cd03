#include "ui/widgets/picture_marks.h"

#include <algorithm>

namespace chayan::ui {

double fittedScale(QSize picture, QSize room, int margin) {
    if (picture.isEmpty())
        return 1;
    return std::min(double(room.width() - margin) / picture.width(),
                    double(room.height() - margin) / picture.height());
}

QTransform centred(QSize picture, QSize room, double scale, QPointF shift, int quarters) {
    QTransform transform;
    transform.translate(room.width() / 2.0 + shift.x(), room.height() / 2.0 + shift.y());
    transform.rotate(90.0 * quarters);
    transform.scale(scale, scale);
    transform.translate(-picture.width() / 2.0, -picture.height() / 2.0);
    return transform;
}

void drawOutline(QPainter& painter, const QPolygonF& corners, double width, const QColor& colour) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 2 * width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(corners);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(corners);
}

void drawNumber(QPainter& painter, const QRectF& named, int number, const QRectF& within) {
    constexpr QSizeF size(24, 22);
    QRectF tag(named.topLeft() - QPointF(2, size.height() + 2), size);
    tag.moveLeft(std::max(tag.left(), within.left()));
    tag.moveTop(std::max(tag.top(), within.top()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(tag, 3, 3);
    painter.setPen(Qt::white);
    painter.drawText(tag, Qt::AlignCenter, QString::number(number));
}

}  // namespace chayan::ui
