#include "ui/visits/picture_view.h"

#include "ui/style/colours.h"
#include "ui/visits/upright.h"
#include "ui/widgets/picture_marks.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// Halves, so that whatever the zoom, one of them need not be shrunk by much.
std::vector<QImage> inHalves(QImage image) {
    std::vector<QImage> images;
    constexpr int least = 512;
    for (; !image.isNull();
         image = image.scaled(image.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)) {
        images.push_back(image);
        if (std::max(image.width(), image.height()) / 2 < least)
            break;
    }
    return images;
}

}  // namespace

PictureView::PictureView(Desk& desk) : m_desk(desk) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 160);
    setAccessibleName(tr("Photograph"));
}

void PictureView::show(const Photo& photo, const QImage& preview) {
    m_photo = photo;
    m_images = {preview};
    m_size = photo.pixels.isEmpty() ? preview.size() : photo.pixels;
    m_quarters = 0;
    m_zoom = 0;
    m_shift = {};
    QWidget::update();
    setAccessibleDescription(tr("%n code(s) outlined", nullptr, static_cast<int>(photo.codes.size())));
    m_desk.lanes.run(
        Lane::Pictures, this,
        [office = m_desk.session.office(), sha256 = photo.sha256] {
            const auto picture = uprightOf(*office, sha256);
            return inHalves(picture ? *picture : QImage());
        },
        [this, sha256 = photo.sha256](const std::vector<QImage>& sharp) {
            if (sharp.empty() || !m_photo || m_photo->sha256 != sha256)
                return;
            m_images = sharp;
            if (m_photo->pixels.isEmpty())
                m_size = sharp.front().size();
            QWidget::update();
        });
}

const QImage& PictureView::imageFor(double pixels) const {
    for (auto image = m_images.rbegin(); image != m_images.rend(); ++image)
        if (image->width() >= pixels)
            return *image;
    return m_images.front();
}

void PictureView::setCodes(const std::vector<domain::ScannedCode>& codes) {
    if (!m_photo || m_photo->codes == codes)
        return;
    m_photo->codes = codes;
    setAccessibleDescription(tr("%n code(s) outlined", nullptr, static_cast<int>(codes.size())));
    update();
}

double PictureView::fitScale() const {
    constexpr int margin = 16;
    return std::min(1.0, fittedScale(m_quarters % 2 == 0 ? m_size : m_size.transposed(), size(), margin));
}

QTransform PictureView::toScreen() const {
    return centred(m_size, size(), scale(), m_shift, m_quarters);
}

void PictureView::fit() {
    m_zoom = 0;
    m_shift = {};
    moved();
}

void PictureView::moved() {
    update();
    Q_EMIT placed();
}

PictureView::Place PictureView::place() const {
    if (m_size.isEmpty())
        return {};
    const QPointF middle = toScreen().inverted().map(QPointF(width() / 2.0, height() / 2.0));
    return {scale() / fitScale(), {middle.x() / m_size.width(), middle.y() / m_size.height()}};
}

void PictureView::setPlace(const Place& place) {
    m_zoom = place.zoom * fitScale();
    m_shift = {};
    const QPointF at =
        toScreen().map(QPointF(place.middle.x() * m_size.width(), place.middle.y() * m_size.height()));
    m_shift = QPointF(width() / 2.0, height() / 2.0) - at;
    update();
}

void PictureView::actualSize() {
    m_zoom = 1 / devicePixelRatioF();
    m_shift = {};
    moved();
}

void PictureView::turn() {
    m_quarters = (m_quarters + 1) % 4;
    m_shift = {};
    update();
}

void PictureView::zoomBy(double factor, QPointF around) {
    const double before = scale();
    const double after = std::clamp(before * factor, 0.02, 16.0);
    const QPointF middle(width() / 2.0, height() / 2.0);
    m_shift = (m_shift - (around - middle)) * (after / before) + (around - middle);
    m_zoom = after;
    moved();
}

void PictureView::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    if (!m_photo || m_images.front().isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform transform = toScreen();
    painter.setTransform(transform);
    painter.drawImage(QRectF(QPointF(), QSizeF(m_size)),
                      imageFor(m_size.width() * scale() * devicePixelRatioF()));
    painter.resetTransform();
    int number = 0;
    for (const domain::ScannedCode& code : m_photo->codes) {
        QPolygonF outline;
        for (const domain::Corner& corner : code.corners)
            outline << transform.map(QPointF(corner.x, corner.y));
        drawOutline(painter, outline, 2.5);
        drawNumber(painter, outline.boundingRect(), ++number, QRectF(rect()));
    }
    if (m_box) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(*m_box);
        painter.setPen(QPen(Qt::white, 1, Qt::DashLine));
        painter.drawRect(*m_box);
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

void PictureView::setBoxing(bool boxing) {
    m_boxing = boxing;
    m_box.reset();
    setCursor(boxing ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    m_dragFrom = event->position();
}

void PictureView::mouseReleaseEvent(QMouseEvent*) {
    if (!m_box)
        return;
    const QRectF drawn = toScreen().inverted().mapRect(*m_box);
    setBoxing(false);
    const QRect box = drawn.toAlignedRect() & QRect(QPoint(), m_size);
    constexpr int least = 4;  // a click that slipped
    if (box.width() >= least && box.height() >= least)
        Q_EMIT boxed(box);
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    if (m_boxing) {
        m_box = QRectF(m_dragFrom, event->position()).normalized();
        return update();
    }
    m_shift += event->position() - m_dragFrom;
    m_dragFrom = event->position();
    moved();
}

void PictureView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    Q_EMIT focused();
}

void PictureView::keyPressEvent(QKeyEvent* event) {
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (event->key()) {
        case Qt::Key_1:
            return actualSize();
        case Qt::Key_0:
            return fit();
        case Qt::Key_R:
            return turn();
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
