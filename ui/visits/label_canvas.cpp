#include "ui/visits/label_canvas.h"

#include "ui/style/colours.h"
#include "ui/style/fonts.h"
#include "ui/style/metrics.h"
#include "ui/widgets/picture_marks.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr double handle = 9;

}  // namespace

LabelCanvas::LabelCanvas() {
    setMinimumSize(200, 160);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Corners of the label: 1 to 4 choose one, arrows move it"));
}

void LabelCanvas::setPicture(const QImage& picture) {
    m_picture = picture;
    if (m_pixels.isEmpty())
        m_pixels = picture.size();
    update();
}

void LabelCanvas::setCorners(const eye::LabelCorners& corners, QSize pixels) {
    m_pixels = pixels;
    m_corners = corners;
    update();
}

void LabelCanvas::clear() {
    m_picture = {};
    m_pixels = {};
    m_corners.reset();
    m_chosen = 0;
    m_pulling = false;
    update();
}

void LabelCanvas::turn() {
    if (!m_corners)
        return;
    std::rotate(m_corners->begin(), m_corners->begin() + 1, m_corners->end());
    m_chosen = (m_chosen + 3) % 4;
    update();
    Q_EMIT changed();
}

QTransform LabelCanvas::toScreen() const {
    constexpr int margin = 24;
    return centred(m_pixels, size(), fittedScale(m_pixels, size(), margin));
}

QPointF LabelCanvas::placeOf(std::size_t corner) const {
    // The middle of a pixel is a whole number there, its edge is one on the screen.
    return m_corners ? toScreen().map((*m_corners)[corner] + QPointF(0.5, 0.5)) : QPointF();
}

void LabelCanvas::move(std::size_t corner, QPointF screen) {
    const QPointF at = toScreen().inverted().map(screen) - QPointF(0.5, 0.5);
    const auto within = [](double value, int side) { return std::clamp(value, -0.5, side - 0.5); };
    (*m_corners)[corner] = {within(at.x(), m_pixels.width()), within(at.y(), m_pixels.height())};
    update();
}

void LabelCanvas::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    if (m_picture.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place = toScreen().mapRect(QRectF(QPointF(0, 0), QSizeF(m_pixels)));
    painter.drawImage(place, m_picture);
    if (!m_corners)
        return;
    QPolygonF outline;
    for (std::size_t i = 0; i < 4; ++i)
        outline << placeOf(i);
    // What lies around it steps back.
    QPainterPath around, inside;
    around.addRect(place);
    inside.addPolygon(outline);
    inside.closeSubpath();
    painter.fillPath(around.subtracted(inside), QColor(0, 0, 0, 90));
    const QColor yellow(0xff, 0xd4, 0x2a);
    drawOutline(painter, outline, 2, yellow);
    painter.setFont(ui::font(Size::Small, true));
    for (std::size_t i = 0; i < 4; ++i) {
        const bool chosen = i == m_chosen && hasFocus();
        painter.setPen(QPen(chosen ? Qt::white : Qt::black, 2));
        painter.setBrush(chosen ? QColor(Qt::black) : yellow);
        const QRectF spot(placeOf(i) - QPointF(handle, handle), QSizeF(2 * handle, 2 * handle));
        painter.drawEllipse(spot);
        painter.drawText(spot, Qt::AlignCenter, QString::number(i + 1));
    }
}

void LabelCanvas::mousePressEvent(QMouseEvent* event) {
    if (!m_corners || event->button() != Qt::LeftButton)
        return;
    constexpr double reach = 24;
    double nearest = reach;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF to = placeOf(i) - event->position();
        if (const double away = std::hypot(to.x(), to.y()); away < nearest) {
            nearest = away;
            m_chosen = i;
            m_grip = to;
            m_pulling = true;
        }
    }
    m_moved = false;
    update();
}

void LabelCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (m_pulling) {
        m_moved = true;
        return move(m_chosen, event->position() + m_grip);
    }
    bool near = false;
    for (std::size_t i = 0; m_corners && i < 4; ++i)
        near = near || (placeOf(i) - event->position()).manhattanLength() < 2 * handle;
    setCursor(near ? Qt::SizeAllCursor : Qt::ArrowCursor);
}

void LabelCanvas::mouseReleaseEvent(QMouseEvent*) {
    if (std::exchange(m_pulling, false) && m_moved)
        Q_EMIT changed();
}

void LabelCanvas::keyPressEvent(QKeyEvent* event) {
    if (!m_corners)
        return QWidget::keyPressEvent(event);
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_4) {
        m_chosen = static_cast<std::size_t>(event->key() - Qt::Key_1);
        return update();
    }
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    QPointF by;
    switch (event->key()) {
        case Qt::Key_Left:
            by = {-step, 0};
            break;
        case Qt::Key_Right:
            by = {step, 0};
            break;
        case Qt::Key_Up:
            by = {0, -step};
            break;
        case Qt::Key_Down:
            by = {0, step};
            break;
        default:
            return QWidget::keyPressEvent(event);
    }
    move(m_chosen, placeOf(m_chosen) + by);
    Q_EMIT changed();
}

void LabelCanvas::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void LabelCanvas::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace chayan::ui
