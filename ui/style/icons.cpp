#include "ui/style/icons.h"

#include "ui/style/colours.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

// The resource lies in a static library, where nothing else would keep it; the macro may stand in no
// namespace.
static void keepIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace chayan::ui {

namespace {

/// Renders the drawing anew for each size and colour, so that it is sharp on every screen.
class LineIcon : public QIconEngine {
  public:
    LineIcon(QByteArray drawing, Ink ink) : m_drawing(std::move(drawing)), m_ink(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QGuiApplication::palette();
        const QColor colour = mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::Text)
                                                      : colourOf(m_ink, coloursOf(palette));
        QByteArray coloured = m_drawing;
        coloured.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer renderer(coloured);
        renderer.render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        QPixmap drawn(size);  // `size` already counts device pixels
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }
    QIconEngine* clone() const override { return new LineIcon(*this); }

  private:
    QByteArray m_drawing;
    Ink m_ink;
};

}  // namespace

QColor colourOf(Ink ink, const Colours& colours) {
    switch (ink) {
        case Ink::Quiet:
            return colours.quiet;
        case Ink::OnAccent:
            return colours.onAccent;
        case Ink::Accent:
            return colours.accentInk;
        case Ink::Received:
            return colours.received;
        case Ink::Warning:
            return colours.warning;
        case Ink::Text:
            break;
    }
    return colours.text;
}

QIcon icon(QStringView name, Ink ink) {
    keepIcons();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon is named %s", qPrintable(name.toString()));
        return {};
    }
    return QIcon(new LineIcon(file.readAll(), ink));
}

QIcon applicationIcon() {
    keepIcons();
    return QIcon(u":/icons/chayan.svg"_s);
}

}  // namespace chayan::ui
