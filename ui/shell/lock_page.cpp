#include "ui/shell/lock_page.h"

#include "ui/style/metrics.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// Who worked here last, by the fingerprint of the certificate: chosen again where several work on one
/// laptop.
const QString lastOfficer = u"lock/officer"_s;

}  // namespace

LockPage::LockPage(Desk& desk)
    : m_desk(desk),
      m_who(label({}, Size::Normal)),
      m_officers(new QComboBox),
      m_passphrase(new QLineEdit),
      m_unlock(primaryButton(tr("Unlock"), u"unlock")),
      m_notice(new Notice),
      m_recovered(new Notice(Notice::Kind::Info)),
      m_demo(new Notice(Notice::Kind::Info)) {
    auto* card = new QWidget;
    card->setFixedWidth(400);
    auto* column = columnOf(metrics::inside);
    card->setLayout(column);
    column->addWidget(new IconLabel(u"seal", Ink::Accent, 56), 0, Qt::AlignHCenter);
    QLabel* title = label(tr("Locked"), Size::Title, true);
    title->setAlignment(Qt::AlignHCenter);
    column->addWidget(title);
    m_who->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_who);
    column->addWidget(m_officers);
    column->addSpacing(metrics::inside);
    auto* caption = label(tr("Passphrase"));
    caption->setBuddy(m_passphrase);
    column->addWidget(caption);
    column->addWidget(m_passphrase);
    column->addWidget(m_unlock);
    column->addWidget(m_notice);
    column->addWidget(m_recovered);
    column->addWidget(m_demo);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_officers->setAccessibleName(tr("Officer"));

    auto* centre = new QVBoxLayout(this);
    centre->addStretch(2);
    centre->addWidget(card, 0, Qt::AlignHCenter);
    centre->addStretch(3);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::unlock);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &LockPage::unlock);
}

void LockPage::arrive() {
    m_officers->clear();
    for (const services::OfficerHere& officer : m_desk.session.officers())
        m_officers->addItem(u"%1  %2"_s.arg(officer.who.name, officer.who.badge), officer.fingerprint.hex());
    m_officers->setCurrentIndex(std::max(0, m_officers->findData(QSettings().value(lastOfficer))));
    const bool several = m_officers->count() > 1;
    m_officers->setVisible(several);
    m_who->setVisible(!several);
    if (!m_desk.session.officers().empty()) {
        const crypto::OfficerName& who = m_desk.session.officers().front().who;
        m_who->setText(u"%1  %2\n%3"_s.arg(who.name, who.badge, who.agency));
    }
    if (m_desk.session.office() && !m_told)
        tellRecovery(m_desk.session.office()->store().recovery());
    if (m_desk.session.demo())
        m_demo->set(tr("This is the demonstration."),
                    tr("Its passphrase is: %1").arg(QString::fromLatin1(services::demoPassphrase)));
    else
        m_demo->dismiss();
    m_notice->dismiss();
    m_passphrase->clear();
    m_passphrase->setFocus();
}

void LockPage::tellRecovery(const store::Recovery& recovery) {
    QStringList lines;
    if (recovery.lostRecords)
        lines << tr(
            "A file of the store is gone, and with it perhaps the newest records. Check everything in "
            "the settings; the next entry starts a new log.");
    if (recovery.fromCopy)
        lines << tr(
            "This store was restored from a backup. The next entry starts a new log that names the old "
            "one.");
    if (recovery.keptOriginals > 0)
        lines << tr(
            "%n original(s) that were here before are named by no record, which may have been lost. They "
            "were kept; check everything in the settings and compare with your newest backup.",
            nullptr, recovery.keptOriginals);
    else if (recovery.unclean && !recovery.lostRecords)
        lines << tr("Everything that was shown as saved is here; %n half-written file(s) were removed.",
                    nullptr, recovery.strayFiles + recovery.looseOriginals);
    if (recovery.clockMovedMs != 0)
        lines << tr("This computer's clock was moved since the last entry. That is recorded.");
    if (lines.isEmpty())
        return m_recovered->dismiss();
    m_recovered->set(
        recovery.unclean ? tr("The program did not end as it should.") : tr("Something about this store"),
        lines.join(u'\n'));
}

void LockPage::unlock() {
    const auto chosen = static_cast<std::size_t>(std::max(0, m_officers->currentIndex()));
    if (!m_unlock->isEnabled() || chosen >= m_desk.session.officers().size())
        return;
    m_unlock->setEnabled(false);
    m_notice->dismiss();
    const services::OfficerHere officer = m_desk.session.officers()[chosen];
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), officer, passphrase = m_passphrase->text().toUtf8()] {
            return office->unlock(officer.fingerprint, passphrase);
        },
        [this, officer](const Status& done) {
            m_unlock->setEnabled(true);
            m_passphrase->clear();
            if (!done) {
                Error error = done.error();
                error.thing = officer.who.name;  // not the digits of a fingerprint
                m_notice->set(error, m_desk.texts());
                m_passphrase->setFocus();
                return;
            }
            m_recovered->dismiss();
            m_told = true;
            QSettings().setValue(lastOfficer, officer.fingerprint.hex());
            m_desk.session.unlocked(officer);
        });
}

}  // namespace chayan::ui
