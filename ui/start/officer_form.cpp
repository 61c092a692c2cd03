#include "ui/start/officer_form.h"

#include "ui/start/agencies.h"
#include "ui/start/strength.h"
#include "ui/style/metrics.h"

#include <QCompleter>

namespace chayan::ui {

namespace {

void complete(QLineEdit* field, const QStringList& from) {
    auto* completer = new QCompleter(from, field);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(8);
    field->setCompleter(completer);
}

}  // namespace

OfficerForm::OfficerForm() : m_strength(quietLabel({}, Size::Small)) {
    auto* column = columnOf(metrics::step);
    setLayout(column);
    m_name = field(column, tr("Name"), {});
    m_badge = field(column, tr("Number of the law-enforcement certificate"), {});
    m_agency = field(column, tr("Office"), tr("Type a part of its name and choose"));
    m_division = field(column, tr("Division, six digits of GB/T 2260"), tr("Type a name or a code"));
    complete(m_agency, agencyNames());
    complete(m_division, divisionNames());
    connect(m_agency, &QLineEdit::textChanged, this, [this](const QString& agency) {
        if (const QString division = divisionOfAgency(agency); !division.isEmpty())
            m_division->setText(division);
    });
    m_passphrase = field(column, tr("Passphrase"), {});
    column->insertWidget(column->count() - 1, m_strength);
    m_again = field(column, tr("The passphrase once more"), {});
    for (QLineEdit* secret : {m_passphrase, m_again})
        secret->setEchoMode(QLineEdit::Password);
    column->addLayout(
        iconRow(u"warning", Ink::Warning,
                tr("Nobody can recover this passphrase, neither your office nor those who made Chayan. "
                   "Write it down and keep it where you keep your certificate.")));
    for (QLineEdit* line : {m_name, m_badge, m_agency, m_division, m_passphrase, m_again})
        connect(line, &QLineEdit::textChanged, this, &OfficerForm::judge);
    judge();
}

QLineEdit* OfficerForm::field(QBoxLayout* column, const QString& caption, const QString& hint) {
    auto* made = new QLineEdit;
    made->setPlaceholderText(hint);
    made->setAccessibleName(caption);
    auto* words = label(caption);
    words->setBuddy(made);
    column->addWidget(words);
    column->addWidget(made);
    column->addSpacing(metrics::step);
    return made;
}

void OfficerForm::judge() {
    const QString passphrase = m_passphrase->text();
    const Strength strength = strengthOf(passphrase);
    QString hint;
    if (passphrase.isEmpty())
        hint = tr("Several words that do not belong together are easy to remember and hard to guess.");
    else if (strength == Strength::TooShort)
        hint = tr("Too short: a computer finds it in no time.");
    else if (strength == Strength::Weak)
        hint = tr("Weak: somebody who has this computer's disk could find it.");
    else if (strength == Strength::Fair)
        hint = tr("Fair, unless it is a name, a date or a saying.");
    else
        hint = tr("Good, unless it is a name, a date or a saying.");
    if (!passphrase.isEmpty() && !m_again->text().isEmpty() && m_again->text() != passphrase)
        hint = tr("The two passphrases differ.");
    m_strength->setText(hint);
    Q_EMIT changed();
}

bool OfficerForm::isComplete() const {
    return !m_name->text().trimmed().isEmpty() && !m_badge->text().trimmed().isEmpty() &&
           !m_agency->text().trimmed().isEmpty() && m_division->text().size() >= 6 &&
           strengthOf(m_passphrase->text()) != Strength::TooShort && m_passphrase->text() == m_again->text();
}

crypto::OfficerName OfficerForm::name() const {
    return {m_name->text().trimmed(), m_badge->text().trimmed(), m_agency->text().trimmed(),
            m_division->text().left(6)};
}

void OfficerForm::clear() {
    for (QLineEdit* line : {m_name, m_badge, m_agency, m_division, m_passphrase, m_again})
        line->clear();
}

void OfficerForm::clearPassphrase() {
    m_passphrase->clear();
    m_again->clear();
}

}  // namespace chayan::ui
