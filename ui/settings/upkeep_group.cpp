#include "ui/settings/upkeep_group.h"

#include "core/text/details.h"
#include "core/text/reasons.h"
#include "ui/style/metrics.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

UpkeepGroup::UpkeepGroup(Desk& desk)
    : m_desk(desk),
      m_age(new Mark),
      m_check(button(tr("Check everything"), u"trust")),
      m_backUp(button(tr("Back up …"), u"copy")),
      m_notice(new Notice),
      m_found(columnOf(metrics::inside)) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(label(tr("Care of the records"), Size::Normal, true));
    column->addWidget(hairline());
    column->addWidget(m_age);
    auto* row = rowOf();
    row->addWidget(m_check);
    row->addWidget(m_backUp);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addLayout(m_found);
    connect(m_check, &QPushButton::clicked, this, &UpkeepGroup::check);
    connect(m_backUp, &QPushButton::clicked, this, &UpkeepGroup::chooseBackup);
}

void UpkeepGroup::read() {
    if (m_desk.session.state() != Session::State::Unlocked)
        return;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office()] {
            return services::backupAge(office->store(), SystemClock().read().utc);
        },
        [this](const services::BackupAge& age) { showAge(age); });
}

void UpkeepGroup::showAge(const services::BackupAge& age) {
    m_age->set(age.isDue() ? u"warning" : u"tick", age.isDue() ? Ink::Warning : Ink::Text, wordsOf(age));
}

QString wordsOf(const services::BackupAge& age) {
    if (!age.days)
        return UpkeepGroup::tr("There is no backup yet.");
    return *age.days < 1 ? UpkeepGroup::tr("Backed up today")
                         : UpkeepGroup::tr("Backed up %n day(s) ago", nullptr, *age.days);
}

void UpkeepGroup::check() {
    m_notice->dismiss();
    clear(m_found);
    m_check->setEnabled(false);
    std::shared_ptr<const store::Signer> signer;
    if (const auto own = m_desk.session.office()->signer())
        signer = *own;
    m_desk.tasks.start(
        tr("Checking the records"), this,
        [office = m_desk.session.office(), signer](const Progress& progress) {
            return services::checkStore(office->store(), progress, signer.get());
        },
        [this](const Result<store::CheckReport>& report) -> Outcome {
            m_check->setEnabled(true);
            if (!report) {
                if (report.error().kind != ErrorKind::Cancelled)
                    m_notice->set(report.error(), m_desk.texts());
                return {};
            }
            show(*report);
            return {report->ok() ? tr("The records are whole") : tr("The records are not whole")};
        });
}

void UpkeepGroup::show(const store::CheckReport& report) {
    const QString counts =
        QStringList{tr("%n entries", nullptr, static_cast<int>(report.entries)),
                    tr("%n photograph(s) or other original(s)", nullptr, static_cast<int>(report.originals)),
                    QLocale().formattedDataSize(report.bytes, 1, QLocale::DataSizeTraditionalFormat)}
            .join(u" · "_s);
    if (report.ok()) {
        auto* head = rowOf();
        head->addWidget(new IconLabel(u"tick", Ink::Text), 0, Qt::AlignTop);
        head->addWidget(label(tr("Everything is as it was recorded and signed.")), 1);
        m_found->addLayout(head);
    }
    m_found->addWidget(quietLabel(counts));
    constexpr std::size_t shown = 10;
    for (std::size_t i = 0; i < std::min(report.findings.size(), shown); ++i) {
        const store::Finding& finding = report.findings[i];
        auto* notice = new Notice;
        notice->set(
            text::reason(text::Topic::Ledger, finding.what, m_desk.texts()),
            text::detail(finding.where, m_desk.texts()),
            u"%1: %2: %3"_s.arg(finding.what, finding.where, text::detail(finding.detail, m_desk.texts())));
        m_found->addWidget(notice);
    }
    const qint64 more =
        static_cast<qint64>(report.findings.size()) + report.unlisted - static_cast<qint64>(shown);
    if (more > 0)
        m_found->addWidget(quietLabel(tr("and %n more", nullptr, static_cast<int>(more))));
}

void UpkeepGroup::chooseBackup() {
    auto* dialog = new QFileDialog(this, tr("Where the backup goes, best on another disk"),
                                   QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &UpkeepGroup::backUpInto);
    dialog->open();
}

void UpkeepGroup::backUpInto(const QString& parent) {
    m_notice->dismiss();
    m_backUp->setEnabled(false);
    const QString to = QDir(parent).filePath(u"chayan-backup-"_s +
                                             QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s));
    m_desk.tasks.start(
        tr("Backing up"), this,
        [office = m_desk.session.office(), to](const Progress& progress) {
            return store::backUp(office->store(), to, SystemClock().read().utc, progress);
        },
        [this, to](const Result<store::Copied>& copied) -> Outcome {
            m_backUp->setEnabled(true);
            if (!copied) {
                if (copied.error().kind != ErrorKind::Cancelled)
                    m_notice->set(copied.error(), m_desk.texts());
                return {};
            }
            read();
            m_desk.session.noteBackup();
            return {tr("Backed up to %1").arg(QDir::toNativeSeparators(to))};
        });
}

}  // namespace chayan::ui
