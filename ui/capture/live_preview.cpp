#include "ui/capture/live_preview.h"

#include "ui/style/colours.h"
#include "ui/widgets/picture_marks.h"

#include <QPainter>

namespace chayan::ui {

namespace {

constexpr std::chrono::milliseconds flashing(250);
constexpr int fadeStepMs = 60;

}  // namespace

LivePreview::LivePreview() {
    setMinimumSize(240, 160);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Live picture"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_fading.setInterval(fadeStepMs);
    connect(&m_fading, &QTimer::timeout, this, [this] {
        const auto now = std::chrono::steady_clock::now();
        if (!m_sightings.anyOutline(now) && now - m_flashed > flashing)
            m_fading.stop();
        update();
    });
}

void LivePreview::show(const QImage& image) {
    m_image = image;
    m_shownAt = std::chrono::steady_clock::now();
    if (m_sightings.anyOutline(std::chrono::steady_clock::now()))
        m_fading.start();
    update();
}

void LivePreview::clear() {
    m_image = {};
    m_sightings.clear();
    update();
}

void LivePreview::flash() {
    m_flashed = std::chrono::steady_clock::now();
    m_fading.start();
    update();
}

void LivePreview::resizeEvent(QResizeEvent*) {
    Q_EMIT resized();
}

QRectF LivePreview::place() const {
    // Not enlarged beyond its own pixels, unless it is far smaller than its place.
    const QSizeF fitted = QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio);
    return {QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted};
}

void LivePreview::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    const auto now = std::chrono::steady_clock::now();
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    if (m_image.isNull())
        return;
    const QRectF at = place();
    const QSizeF own = QSizeF(m_image.size()) / devicePixelRatioF();
    // It was made for this size; a pixel more or less is not worth a transformation of all.
    if (std::abs(own.width() - at.width()) < 2 && std::abs(own.height() - at.height()) < 2) {
        QImage image = m_image;
        image.setDevicePixelRatio(devicePixelRatioF());
        painter.drawImage(at.topLeft().toPoint(), image);
    } else {
        painter.drawImage(at, m_image);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    // While the very frame stands that was read, so do its outlines.
    for (const Sightings::Outline& outline : m_sightings.outlines(std::min(now, m_shownAt))) {
        QPolygonF corners;
        for (const QPointF& corner : outline.corners)
            corners << QPointF(at.x() + corner.x() * at.width(), at.y() + corner.y() * at.height());
        painter.setOpacity(outline.strength);
        drawOutline(painter, corners, 3);
        drawNumber(painter, corners.boundingRect(), outline.number, at);
    }
    painter.setOpacity(1);
    if (now - m_flashed < flashing) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 12));
        painter.drawRect(at);
        painter.setPen(QPen(Qt::white, 7));
        painter.drawRect(at.adjusted(4, 4, -4, -4));
    }
    if (hasFocus()) {
        painter.setPen(c.edge);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

}  // namespace chayan::ui
