#include "ui/shell/rail.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// An icon over its word; the chosen one has a bar in the accent at its edge.
class RailButton : public QToolButton {
  public:
    RailButton(const PageRow& row, int index) {
        setText(titleOf(row));
        setIcon(ui::icon(row.iconName));
        setIconSize({24, 24});
        setCheckable(true);
        setAutoExclusive(false);
        setAutoRaise(true);
        setFocusPolicy(Qt::TabFocus);
        setFont(ui::font(Size::Small));
        setAccessibleName(text());
        setToolTip(withKey(text(), keyOf(index)));
        setFixedSize(76, std::max(60, QFontMetrics(font()).height() + 42));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Colours& c = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const QRect ground = rect().adjusted(6, 2, -6, -2);
        if (isChecked() || underMouse()) {
            painter.setBrush(isChecked() ? c.selected : c.line);
            painter.drawRoundedRect(ground, metrics::radius, metrics::radius);
        }
        if (isChecked()) {
            painter.setBrush(c.accent);
            painter.drawRoundedRect(QRect(0, ground.top() + 8, 3, ground.height() - 16), 1.5, 1.5);
        }
        const int textHeight = painter.fontMetrics().height();
        icon().paint(&painter,
                     QRect((width() - 24) / 2, ground.center().y() - (24 + textHeight) / 2 - 1, 24, 24));
        painter.setPen(c.text);
        painter.drawText(QRect(0, ground.center().y() + (24 - textHeight) / 2 + 2, width(), textHeight),
                         Qt::AlignHCenter, text());
        if (hasFocus()) {
            painter.setPen(c.text);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(ground, metrics::radius, metrics::radius);
        }
    }
};

}  // namespace

QString titleOf(const PageRow& row) {
    return QCoreApplication::translate("page", row.title);
}

QKeySequence keyOf(int index) {
    return QKeySequence(u"Ctrl+%1"_s.arg(index + 1));
}

Rail::Rail(const std::vector<PageRow>& rows) {
    auto* column = columnOf(metrics::step);
    column->setContentsMargins(0, metrics::inside, 0, metrics::inside);
    setLayout(column);
    bool stretched = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int index = static_cast<int>(i);
        if (rows[i].atFoot && !stretched) {
            column->addStretch(1);
            column->addWidget(hairline());
            stretched = true;
        }
        auto* choose = new RailButton(rows[i], index);
        column->addWidget(choose);
        m_buttons.push_back(choose);
        connect(choose, &QToolButton::clicked, this, [this, index] { Q_EMIT chosen(index); });
    }
    if (!stretched)
        column->addStretch(1);
    setAccessibleName(tr("Places"));
}

void Rail::setCurrent(int index) {
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(static_cast<int>(i) == index);
}

void Rail::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    painter.fillRect(width() - 1, 0, 1, height(), c.line);
}

}  // namespace chayan::ui
