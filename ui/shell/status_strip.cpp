#include "ui/shell/status_strip.h"

#include "ui/style/colours.h"
#include "ui/style/metrics.h"
#include "ui/tasks/task_strip.h"

#include <QDir>
#include <QPainter>

namespace chayan::ui {

StatusStrip::StatusStrip(Desk& desk, const QKeySequence& lockKey)
    : m_desk(desk), m_officer(label({}, Size::Small)), m_store(quietLabel({}, Size::Small)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::inside, 2, metrics::inside, 2);
    row->setSpacing(metrics::between);
    auto* lock = toolButton(u"unlock", tr("Lock"), lockKey);
    for (QLabel* text : {m_officer, m_store})
        text->setWordWrap(false);
    row->addWidget(lock);
    row->addWidget(m_officer);
    row->addWidget(m_store);
    row->addStretch(1);
    row->addWidget(new TaskStrip(desk.tasks));
    connect(lock, &QToolButton::clicked, this, &StatusStrip::lockAsked);
    connect(&desk.session, &Session::stateChanged, this, [this] {
        m_unlocked.restart();
        refresh();
    });
    connect(&m_minute, &QTimer::timeout, this, &StatusStrip::refresh);
    m_minute.start(60'000);
    m_unlocked.start();
    setFixedHeight(36);
    refresh();
}

void StatusStrip::refresh() {
    const auto& officer = m_desk.session.officer();
    if (!officer)
        return;
    const auto minutes = static_cast<int>(m_unlocked.elapsed() / 60'000);
    m_officer->setText(minutes < 1 ? tr("%1, unlocked").arg(officer->who.name)
                                   : tr("%1, unlocked %n min", nullptr, minutes).arg(officer->who.name));
    m_store->setText(tr("Saved on this computer: %1").arg(QDir::toNativeSeparators(m_desk.session.folder())));
}

void StatusStrip::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    painter.fillRect(0, 0, width(), 1, c.line);
}

}  // namespace chayan::ui
