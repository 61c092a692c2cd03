#include "ui/visits/picture_view.h"

#include "core/services/pictures.h"
#include "ui/style/colours.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

PictureView::PictureView(Desk& desk) : m_desk(desk) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 160);
    setAccessibleName(tr("Photograph"));
}

void PictureView::show(const Photo& photo, const QImage& preview) {
    m_photo = photo;
    m_image = preview;
    m_size = photo.pixels.isEmpty() ? preview.size() : photo.pixels;
    m_quarters = 0;
    fit();
    setAccessibleDescription(tr("%n code(s) outlined", nullptr, static_cast<int>(photo.codes.size())));
    m_desk.lanes.run(
        Lane::Pictures, this,
        [office = m_desk.session.office(), sha256 = photo.sha256] {
            const auto jpeg = services::pictureOf(*office, sha256);
            return jpeg ? QImage::fromData(*jpeg) : QImage();
        },
        [this, sha256 = photo.sha256](const QImage& sharp) {
            if (sharp.isNull() || !m_photo || m_photo->sha256 != sha256)
                return;
            m_image = sharp;
            if (m_size.isEmpty())
                m_size = sharp.size();
            QWidget::update();
        });
}

double PictureView::fitScale() const {
    if (m_size.isEmpty())
        return 1;
    const QSize turned = m_quarters % 2 == 0 ? m_size : m_size.transposed();
    constexpr int margin = 16;
    return std::min(
        {double(width() - margin) / turned.width(), double(height() - margin) / turned.height(), 1.0});
}

QTransform PictureView::toScreen() const {
    const double scale = m_zoom > 0 ? m_zoom : fitScale();
    QTransform transform;
    transform.translate(width() / 2.0 + m_shift.x(), height() / 2.0 + m_shift.y());
    transform.rotate(90.0 * m_quarters);
    transform.scale(scale, scale);
    transform.translate(-m_size.width() / 2.0, -m_size.height() / 2.0);
    return transform;
}

void PictureView::fit() {
    m_zoom = 0;
    m_shift = {};
    update();
}

void PictureView::actualSize() {
    m_zoom = 1 / devicePixelRatioF();
    m_shift = {};
    update();
}

void PictureView::turn() {
    m_quarters = (m_quarters + 1) % 4;
    m_shift = {};
    update();
}

void PictureView::zoomBy(double factor, QPointF around) {
    const double before = m_zoom > 0 ? m_zoom : fitScale();
    const double after = std::clamp(before * factor, 0.02, 16.0);
    const QPointF middle(width() / 2.0, height() / 2.0);
    m_shift = (m_shift - (around - middle)) * (after / before) + (around - middle);
    m_zoom = after;
    update();
}

void PictureView::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    if (m_image.isNull() || !m_photo)
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform transform = toScreen();
    painter.setTransform(transform);
    painter.drawImage(QRectF(QPointF(), QSizeF(m_size)), m_image);
    painter.resetTransform();
    int number = 0;
    for (const domain::ScannedCode& code : m_photo->codes) {
        QPolygonF outline;
        for (const domain::Corner& corner : code.corners)
            outline << transform.map(QPointF(corner.x, corner.y));
        // Light over dark, so that it shows on any picture.
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(outline);
        painter.setPen(QPen(Qt::white, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(outline);
        const QRectF tag(outline.boundingRect().topLeft() - QPointF(2, 22), QSizeF(22, 20));
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        painter.drawRoundedRect(tag, 3, 3);
        painter.setPen(Qt::white);
        painter.drawText(tag, Qt::AlignCenter, QString::number(++number));
    }
    if (hasFocus()) {
        painter.setPen(c.edge);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PictureView::wheelEvent(QWheelEvent* event) {
    zoomBy(event->angleDelta().y() > 0 ? 1.2 : 1 / 1.2, event->position());
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    m_dragFrom = event->position();
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    m_shift += event->position() - m_dragFrom;
    m_dragFrom = event->position();
    update();
}

void PictureView::keyPressEvent(QKeyEvent* event) {
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (event->key()) {
        case Qt::Key_Escape:
            return Q_EMIT closed();
        case Qt::Key_Right:
        case Qt::Key_Space:
            return Q_EMIT stepped(1);
        case Qt::Key_Left:
            return Q_EMIT stepped(-1);
        case Qt::Key_1:
            return actualSize();
        case Qt::Key_0:
            return fit();
        case Qt::Key_R:
            return turn();
        case Qt::Key_D:
            return Q_EMIT drawAsked();
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomBy(1.25, middle);
        case Qt::Key_Minus:
            return zoomBy(0.8, middle);
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace chayan::ui
