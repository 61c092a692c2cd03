#include "ui/capture/qr_code.h"

#include "ui/style/metrics.h"

#include <QPainter>
#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace chayan::ui {

namespace {

constexpr int quiet = 4;  // modules, ISO/IEC 18004

}  // namespace

QImage qrCode(const QString& text) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        return {};
    QImage image(code->width + 2 * quiet, code->width + 2 * quiet, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                image.setPixelColor(x + quiet, y + quiet, Qt::black);
    return image;
}

QrView::QrView(int side) : m_side(side) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrView::set(const QString& text) {
    m_code = text.isEmpty() ? QImage() : qrCode(text);
    update();
}

void QrView::paintEvent(QPaintEvent*) {
    if (m_code.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    const qreal ratio = devicePixelRatioF();
    const int module = std::max(1, static_cast<int>(m_side * ratio) / m_code.width());
    const qreal side = module * m_code.width() / ratio;
    painter.drawImage(QRectF((m_side - side) / 2, (m_side - side) / 2, side, side), m_code);
}

}  // namespace chayan::ui
