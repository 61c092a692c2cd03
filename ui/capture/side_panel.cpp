#include "ui/capture/side_panel.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"
#include "ui/widgets/controls.h"

#include <QKeyEvent>
#include <QPainter>

namespace chayan::ui {

namespace {

constexpr int panelWidth = 320;

}  // namespace

SidePanel::SidePanel(Desk& desk, const QString& title, const QString& ending)
    : m_column(columnOf(metrics::inside)) {
    setFixedWidth(panelWidth);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    auto* all = columnOf(metrics::inside);
    setLayout(all);
    all->setContentsMargins(0, 0, metrics::between, 0);
    auto* head = rowOf();
    head->addWidget(label(title, Size::Normal, true), 1);
    auto* end = toolButton(u"cross", ending, QKeySequence(Qt::Key_Escape));
    head->addWidget(end, 0, Qt::AlignTop);
    all->addLayout(head);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setLayout(m_column);
    area->setWidget(content);
    all->addWidget(area, 1);
    connect(end, &QToolButton::clicked, this, [this] { close(); });
    connect(&desk.session, &Session::aboutToLock, this, [this] { close(); });
    hide();
}

void SidePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

void SidePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!event->spontaneous())
        Q_EMIT toggled(true);
}

void SidePanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (event->spontaneous())  // the window was made small
        return;
    close();
    Q_EMIT toggled(false);
}

void SidePanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(coloursOf(palette()).line);
    painter.drawLine(rect().right() - metrics::inside, 0, rect().right() - metrics::inside, rect().bottom());
}

}  // namespace chayan::ui
