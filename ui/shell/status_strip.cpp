#include "ui/shell/status_strip.h"

#include "ui/settings/upkeep_group.h"
#include "ui/style/colours.h"
#include "ui/style/metrics.h"
#include "ui/tasks/task_strip.h"

#include <QDir>
#include <QPainter>

namespace chayan::ui {

StatusStrip::StatusStrip(Desk& desk, const QKeySequence& lockKey)
    : m_desk(desk),
      m_officer(label({}, Size::Small)),
      m_store(quietLabel({}, Size::Small)),
      m_backup(toolButton(u"copy", tr("Backup"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::inside, 2, metrics::inside, 2);
    row->setSpacing(metrics::between);
    auto* lock = toolButton(u"unlock", tr("Lock"), lockKey);
    for (QLabel* text : {m_officer, m_store})
        text->setWordWrap(false);
    row->addWidget(lock);
    row->addWidget(m_officer);
    row->addWidget(m_store);
    m_backup->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_backup->setFont(ui::font(Size::Small));
    m_backup->hide();
    row->addWidget(m_backup);
    row->addStretch(1);
    row->addWidget(new TaskStrip(desk.tasks));
    connect(lock, &QToolButton::clicked, this, &StatusStrip::lockAsked);
    connect(&desk.session, &Session::stateChanged, this, [this] {
        m_unlocked.restart();
        refresh();
        readBackup(true);
    });
    connect(&desk.session, &Session::backedUp, this, [this] { readBackup(false); });
    connect(m_backup, &QToolButton::clicked, this, &StatusStrip::backupAsked);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        refresh();
        readBackup(false);
    });
    m_minute.start(60'000);
    m_unlocked.start();
    setMinimumHeight(36);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    refresh();
    readBackup(false);
}

void StatusStrip::refresh() {
    const auto& officer = m_desk.session.officer();
    if (!officer)
        return;
    const auto minutes = static_cast<int>(m_unlocked.elapsed() / 60'000);
    m_officer->setText(minutes < 1 ? tr("%1, unlocked").arg(officer->who.name)
                                   : tr("%1, unlocked %n min", nullptr, minutes).arg(officer->who.name));
    m_store->setText(tr("Saved on this computer"));
    m_store->setToolTip(QDir::toNativeSeparators(m_desk.session.folder()));
}

void StatusStrip::readBackup(bool remind) {
    if (m_desk.session.state() != Session::State::Unlocked)
        return;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office()] {
            return services::backupAge(office->store(), SystemClock().read().utc);
        },
        [this, remind](const services::BackupAge& age) {
            const QString words = wordsOf(age);
            m_backup->setIcon(age.isDue() ? icon(u"warning", Ink::Warning) : icon(u"tick"));
            m_backup->setText(words);
            m_backup->setAccessibleName(words);
            m_backup->setToolTip(age.isDue() ? tr("A backup is due; it is made in the settings.")
                                             : tr("Backups are made in the settings."));
            m_backup->show();
            if (remind && age.isDue())
                Q_EMIT reminded(words);
        });
}

void StatusStrip::paintEvent(QPaintEvent*) {
    const Colours& c = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    painter.fillRect(0, 0, width(), 1, c.line);
}

}  // namespace chayan::ui
