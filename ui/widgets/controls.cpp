#include "ui/widgets/controls.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace chayan::ui {

QLabel* label(const QString& text, Size size, bool bold) {
    auto* made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setFont(font(size, bold));
    return made;
}

QLabel* quietLabel(const QString& text, Size size) {
    QLabel* made = label(text, size);
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

QLabel* codeLabel(const QString& text) {
    // A zero-width space after each eighth character lets a digest break where there is no room.
    QString breakable;
    for (qsizetype i = 0; i < text.size(); ++i) {
        breakable += text[i];
        if (i % 8 == 7 && i + 1 < text.size())
            breakable += QChar(0x200B);
    }
    QLabel* made = label(breakable);
    made->setFont(codeFont(Size::Small));
    made->setAccessibleName(text);
    return made;
}

QPushButton* button(const QString& text, QStringView iconName) {
    auto* made = new QPushButton(text);
    made->setAutoDefault(false);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName));
    return made;
}

QPushButton* primaryButton(const QString& text, QStringView iconName) {
    QPushButton* made = button(text);
    made->setProperty("primary", true);
    made->setMinimumHeight(metrics::touch);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName, Ink::OnAccent));
    return made;
}

QToolButton* toolButton(QStringView iconName, const QString& text, const QKeySequence& key) {
    auto* made = new QToolButton;
    made->setIcon(icon(iconName));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setAccessibleName(text);
    made->setToolTip(withKey(text, key));
    return made;
}

QString withKey(const QString& text, const QKeySequence& key) {
    return key.isEmpty() ? text : u"%1  (%2)"_s.arg(text, key.toString(QKeySequence::NativeText));
}

QHBoxLayout* rowOf() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::inside);
    return row;
}

QVBoxLayout* columnOf(int spacing) {
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

void clear(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout* inner = item->layout())
            clear(inner);
        delete item;
    }
}

QScrollArea* scrolling(QWidget* content) {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(24, metrics::between, 24, metrics::between);
    content->setMaximumWidth(metrics::readable);
    row->addWidget(content, 1);
    row->addStretch(0);
    area->setWidget(holder);
    return area;
}

QWidget* hairline() {
    auto* line = new QFrame;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Midlight);
    line->setFrameShape(QFrame::NoFrame);
    return line;
}

QLayout* iconRow(QStringView iconName, Ink ink, const QString& words) {
    auto* row = rowOf();
    row->addWidget(new IconLabel(iconName, ink), 0, Qt::AlignTop);
    row->addWidget(label(words), 1);
    return row;
}

IconLabel::IconLabel(QStringView name, Ink ink, int side) : m_icon(icon(name, ink)), m_side(side) {
    setFixedSize(side, side);
}

void IconLabel::setIcon(QStringView name, Ink ink) {
    m_icon = icon(name, ink);
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

Mark::Mark() {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Mark::Mark(QStringView iconName, Ink ink, const QString& words) : Mark() {
    set(iconName, ink, words);
}

void Mark::set(QStringView iconName, Ink ink, const QString& words) {
    m_icon = iconName.isEmpty() ? QIcon() : icon(iconName, ink);
    m_ink = ink;
    m_words = words;
    setAccessibleName(words);
    updateGeometry();
    update();
}

QSize Mark::sizeHint() const {
    if (m_words.isEmpty())
        return {0, 0};
    const QFontMetrics metrics(font());
    const int side = metrics.height();
    return {side + metrics::step + metrics.horizontalAdvance(m_words) + 2, side};
}

void Mark::paintEvent(QPaintEvent*) {
    if (m_words.isEmpty())
        return;
    QPainter painter(this);
    const int side = height();
    m_icon.paint(&painter, QRect(0, 0, side, side));
    painter.setPen(colourOf(m_ink, coloursOf(palette())));
    painter.drawText(rect().adjusted(side + metrics::step, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_words);
}

}  // namespace chayan::ui
