#include "ui/shell/help_panel.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace chayan::ui {

HelpPanel::HelpPanel(QWidget* window) : QFrame(window), m_column(columnOf(metrics::inside)) {
    m_column->setContentsMargins(metrics::between, metrics::between, metrics::between, metrics::between);
    setLayout(m_column);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Help"));
    window->installEventFilter(this);
    hide();
}

void HelpPanel::tell(const QString& title, const QString& words, const QList<QAction*>& commands) {
    clear(m_column);
    m_column->addWidget(label(title, Size::Title, true));
    if (!words.isEmpty())
        m_column->addWidget(label(words));
    m_column->addWidget(hairline());
    auto* keys = new QGridLayout;
    keys->setHorizontalSpacing(metrics::between);
    keys->setVerticalSpacing(metrics::step);
    keys->setColumnStretch(0, 1);
    int row = 0;
    for (const QAction* command : commands) {
        QLabel* key = quietLabel(command->shortcut().toString(QKeySequence::NativeText));
        key->setWordWrap(false);
        keys->addWidget(label(command->text()), row, 0);
        keys->addWidget(key, row++, 1, Qt::AlignRight);
    }
    m_column->addLayout(keys);
    place();
    show();
    raise();
    setFocus();
}

void HelpPanel::place() {
    constexpr int width = 460;
    constexpr int margin = 24;
    const QSize window = parentWidget()->size();
    const int across = std::min(width, window.width() - 2 * margin);
    const int high = std::min(m_column->totalHeightForWidth(across), window.height() - 2 * margin);
    setGeometry(window.width() - across - margin, margin, across, high);
}

bool HelpPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && isVisible()) {
        if (event->type() == QEvent::Resize)
            place();
        else if (event->type() == QEvent::MouseButtonPress)
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

void HelpPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return hide();
    QFrame::keyPressEvent(event);
}

void HelpPanel::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(c.edge);
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

}  // namespace chayan::ui
