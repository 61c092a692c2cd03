#include "ui/visits/records_view.h"

#include "core/services/records.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// Whether an entry tells something new of the visit; a signature does not.
bool tells(const domain::Body& body) {
    return !std::holds_alternative<domain::RecordSigned>(body) &&
           !std::holds_alternative<domain::Cosigned>(body) &&
           !std::holds_alternative<domain::CodeScanned>(body);
}

}  // namespace

RecordsView::RecordsView(Desk& desk)
    : m_desk(desk),
      m_form(new QComboBox),
      m_note(new QLineEdit),
      m_sign(primaryButton(tr("Sign the record"), u"seal")),
      m_notice(new Notice),
      m_cards(columnOf(24)) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(label(tr("Sign the visit as it stands"), Size::Normal, true));
    column->addWidget(hairline());
    column->addWidget(label(
        tr("Your signature covers everything recorded up to now. Whatever is added later stays visible as "
           "later.")));
    for (const QString& form : text::keys(text::TermGroup::Form))
        m_form->addItem(text::term(text::TermGroup::Form, form, desk.texts()), form);
    m_form->setAccessibleName(tr("Which record"));
    m_note->setAccessibleName(tr("A note to the record (may stay empty)"));
    m_note->setPlaceholderText(tr("A note to the record (may stay empty)"));
    auto* row = rowOf();
    row->addWidget(m_form);
    row->addWidget(m_note, 1);
    column->addLayout(row);
    auto* act = rowOf();
    act->addWidget(m_sign);
    act->addStretch(1);
    column->addLayout(act);
    column->addWidget(m_notice);
    column->addSpacing(metrics::inside);
    column->addLayout(m_cards);
    column->addStretch(1);
    connect(m_sign, &QPushButton::clicked, this, &RecordsView::sign);
}

void RecordsView::show(const services::OpenedDossier& opened) {
    if (m_dossier != opened.dossier.id) {
        m_notice->dismiss();
        m_note->clear();
    }
    const std::vector<Line> before = m_records;
    const bool same = m_dossier == opened.dossier.id && m_confirming == m_desk.session.officers().size();
    m_dossier = opened.dossier.id;
    m_officers = opened.officers;
    m_confirming = m_desk.session.officers().size();
    read(opened);
    if (same && m_records == before)
        return;  // a passphrase may be half typed
    clear(m_cards);
    for (const Line& line : m_records)
        addCard(line);
}

void RecordsView::read(const services::OpenedDossier& opened) {
    const domain::Dossier& dossier = opened.dossier;
    const auto signatureOf = [&](int entry) {
        const domain::Fact& fact = dossier.history[static_cast<std::size_t>(entry)].fact;
        return Signature{fact.officer, fact.at};
    };
    m_records.clear();
    for (const domain::Record& record : dossier.records) {
        Line line{record.id, {}, {}, {}, {}, 0};
        for (const int entry : record.signatures) {
            const auto& body = dossier.body<domain::RecordSigned>(entry);
            line.form = body.form;
            line.note = body.note.value_or(QString());
            line.signedBy.push_back(signatureOf(entry));
        }
        for (const int entry : record.cosignatures)
            line.confirmedBy.push_back(signatureOf(entry));
        if (!record.signatures.empty()) {
            const auto after = dossier.history.begin() + record.signatures.back() + 1;
            line.since = static_cast<int>(std::count_if(
                after, dossier.history.end(), [](const domain::Event& event) { return tells(event.body); }));
        }
        m_records.push_back(std::move(line));
    }
    std::ranges::reverse(m_records);
}

QString RecordsView::wordsOf(const Signature& signature) const {
    const auto officer = m_officers.find(signature.officer);
    const QString who = officer != m_officers.end()
                            ? u"%1  %2"_s.arg(officer->second.name, officer->second.badge)
                            : signature.officer.hex().left(16);
    return tr("%1, %2").arg(who, longTime(signature.at));
}

void RecordsView::addCard(const Line& line) {
    auto* card = new QWidget;
    auto* column = columnOf(metrics::inside);
    card->setLayout(column);
    column->addWidget(
        label(text::term(text::TermGroup::Form, line.form, m_desk.texts()), Size::Normal, true));
    column->addWidget(hairline());
    if (!line.note.isEmpty())
        column->addWidget(label(line.note));
    for (const Signature& signature : line.signedBy)
        column->addWidget(new Mark(u"seal", Ink::Text, tr("Signed by %1").arg(wordsOf(signature))));
    for (const Signature& signature : line.confirmedBy)
        column->addWidget(new Mark(u"tick", Ink::Text, tr("Confirmed by %1").arg(wordsOf(signature))));
    if (line.since > 0)
        column->addWidget(new Mark(u"info", Ink::Warning,
                                   tr("%n entries were made after this signature", nullptr, line.since)));
    if (!line.signedBy.empty())
        addConfirming(column, line);
    m_cards->addWidget(card);
}

void RecordsView::addConfirming(QVBoxLayout* column, const Line& line) {
    const auto has = [](const std::vector<Signature>& signatures, const Digest& officer) {
        return std::ranges::find(signatures, officer, &Signature::officer) != signatures.end();
    };
    auto* who = new QComboBox;
    for (const services::OfficerHere& officer : m_desk.session.officers()) {
        if (!has(line.signedBy, officer.fingerprint) && !has(line.confirmedBy, officer.fingerprint))
            who->addItem(u"%1  %2"_s.arg(officer.who.name, officer.who.badge), officer.fingerprint.hex());
    }
    if (who->count() == 0) {
        delete who;
        if (line.confirmedBy.empty())
            column->addWidget(quietLabel(
                tr("No second officer has confirmed it yet. Whoever shall do it on this computer is "
                   "added in the settings."),
                Size::Small));
        return;
    }
    auto* passphrase = new QLineEdit;
    auto* confirm = button(tr("Confirm as second officer"), u"tick");
    passphrase->setEchoMode(QLineEdit::Password);
    passphrase->setPlaceholderText(tr("Passphrase of the second officer"));
    passphrase->setAccessibleName(passphrase->placeholderText());
    who->setAccessibleName(tr("Second officer"));
    confirm->setEnabled(false);
    auto* row = rowOf();
    row->addWidget(who);
    row->addWidget(passphrase, 1);
    row->addWidget(confirm);
    column->addLayout(row);
    connect(passphrase, &QLineEdit::textChanged, confirm,
            [confirm](const QString& text) { confirm->setEnabled(!text.isEmpty()); });
    const auto act = [this, who, passphrase, record = line.record] {
        const auto officer = Digest::fromHex(who->currentData().toString());
        if (officer && !passphrase->text().isEmpty())
            this->confirm(record, *officer, passphrase->text());
        passphrase->clear();
    };
    connect(passphrase, &QLineEdit::returnPressed, this, act);
    connect(confirm, &QPushButton::clicked, this, act);
}

void RecordsView::sign() {
    const auto signer = m_desk.session.office()->signer();
    if (!m_dossier || !signer || !m_sign->isEnabled())
        return;
    m_notice->dismiss();
    m_sign->setEnabled(false);
    Q_EMIT aboutToSign();
    const QString note = m_note->text().trimmed();
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier,
         form = m_form->currentData().toString(), note] {
            return services::signRecord(office->store(), signer, id, form,
                                        note.isEmpty() ? std::nullopt : std::optional(note));
        },
        [this, id = *m_dossier](const Result<ItemId>& done) {
            m_sign->setEnabled(true);
            if (done && m_dossier == id)
                m_note->clear();
            finish(id, done);
        });
}

void RecordsView::confirm(const ItemId& record, const Digest& officer, const QString& passphrase) {
    if (!m_dossier)
        return;
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), id = *m_dossier, record, officer,
         passphrase = passphrase.toUtf8()]() -> Result<ItemId> {
            CHAYAN_TRY(const auto signer, office->signerOf(officer, passphrase));
            return services::cosignRecord(office->store(), signer, id, record);
        },
        [this, id = *m_dossier](const Result<ItemId>& done) { finish(id, done); });
}

void RecordsView::finish(const DossierId& id, const Result<ItemId>& done) {
    if (done)
        return m_desk.session.noteChange(id);
    Error error = done.error();
    if (error.kind == ErrorKind::WrongPassphrase)
        error.thing = tr("the second officer");  // not the digits of a fingerprint
    m_notice->set(error, m_desk.texts());
}

}  // namespace chayan::ui
