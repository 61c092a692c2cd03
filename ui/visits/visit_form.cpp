#include "ui/visits/visit_form.h"

#include "core/services/visits.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"

#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

VisitForm::VisitForm(Desk& desk, DraftKeeper& drafts) : m_desk(desk), m_drafts(drafts) {
    drafts.addSource({[this] { return pending(); },
                      [this](const auto& values, const Status& done) { markKept(values, done); }});
    connect(&desk.session, &Session::aboutToLock, this, [this] {
        settle();
        conceal();
    });
    build();
}

void VisitForm::build() {
    const text::Texts texts = m_desk.texts();
    auto* column = columnOf(metrics::between);
    setLayout(column);
    QGridLayout* grid = nullptr;
    QStringView section;
    std::vector<const domain::Field*> sealed;
    int place = 0;
    for (const domain::Field* field : domain::fieldsOf(u"visit")) {
        if (field->sealed) {
            sealed.push_back(field);
            continue;
        }
        if (field->section != section) {
            section = field->section;
            column->addWidget(
                label(text::term(text::TermGroup::Section, section.toString(), texts), Size::Normal, true));
            column->addWidget(hairline());
            grid = new QGridLayout;
            grid->setHorizontalSpacing(metrics::between);
            grid->setVerticalSpacing(12);
            grid->setColumnStretch(0, 1);
            grid->setColumnStretch(1, 1);
            column->addLayout(grid);
            place = 0;
        }
        FieldRow* made = addRow(*field);
        const bool wide = field->kind == domain::FieldType::Multiline || field->key == u"title";
        if (wide && place % 2 == 1)
            ++place;
        grid->addWidget(made, place / 2, place % 2, 1, wide ? 2 : 1, Qt::AlignTop);
        place += wide ? 2 : 1;
    }
    if (!sealed.empty())
        addSealed(column, sealed);
    column->addStretch(1);
}

FieldRow* VisitForm::addRow(const domain::Field& field) {
    auto* made = new FieldRow(field, m_desk.texts());
    m_rows.push_back(made);
    connect(made, &FieldRow::edited, &m_drafts, &DraftKeeper::note);
    connect(made, &FieldRow::left, this, [this, made] { record(made); });
    return made;
}

void VisitForm::addSealed(QVBoxLayout* column, const std::vector<const domain::Field*>& fields) {
    QStringList names;
    m_sealed = new QWidget;
    auto* grid = new QGridLayout(m_sealed);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        names << text::term(text::TermGroup::Field, fields[i]->key.toString(), m_desk.texts());
        grid->addWidget(addRow(*fields[i]), static_cast<int>(i / 2), static_cast<int>(i % 2), Qt::AlignTop);
    }
    m_gate = new SealedGate(names);
    column->addWidget(m_gate);
    column->addWidget(m_sealed);
    m_sealed->hide();
    connect(m_gate, &SealedGate::asked, this, &VisitForm::openSealed);
}

void VisitForm::openSealed(const QString& reason) {
    if (!m_dossier)
        return;
    m_gate->read(m_desk, *m_dossier, {}, reason, [this](const domain::Dossier& opened) {
        for (FieldRow* row : m_rows) {
            if (!row->field().sealed)
                continue;
            const QString key = row->field().key.toString();
            m_recorded[key] = opened.value(key);
            if (row->state() == FieldRow::State::Untouched)
                row->show(m_recorded[key]);
        }
        m_sealed->show();
    });
}

void VisitForm::conceal() {
    if (m_gate == nullptr)
        return;
    m_sealed->hide();
    m_gate->reset();
    for (FieldRow* row : m_rows) {
        if (!row->field().sealed)
            continue;
        m_recorded.erase(row->field().key.toString());
        row->show({});
        row->setState(FieldRow::State::Untouched);
    }
}

void VisitForm::show(const services::OpenedDossier& opened) {
    m_dossier = opened.dossier.id;
    m_recorded.clear();
    conceal();
    for (FieldRow* row : m_rows) {
        const QString key = row->field().key.toString();
        m_recorded[key] = opened.dossier.value(key);
        row->show(m_recorded[key]);
        row->setState(FieldRow::State::Untouched);
        const auto draft = opened.draft.find(key);
        if (draft == opened.draft.end())
            continue;
        // A draft may outlive its entry when the window closed in between.
        const auto checked = domain::checkValue(row->field(), draft->second);
        if (!checked || checked->value != m_recorded[key])
            row->showDraft(draft->second);
    }
    markDisputes(opened.dossier);
}

void VisitForm::markDisputes(const domain::Dossier& dossier) {
    for (FieldRow* row : m_rows) {
        const auto values = dossier.fields.find(row->field().key.toString());
        row->setDisputed(values == dossier.fields.end()
                             ? QStringList()
                             : disputedValues(row->field(), values->second, m_desk.texts().language()));
    }
}

void VisitForm::update(const domain::Dossier& dossier) {
    if (!m_dossier || *m_dossier != dossier.id)
        return;
    for (FieldRow* row : m_rows) {
        if (row->field().sealed)
            continue;  // shown only when asked for
        const QString key = row->field().key.toString();
        const bool open = row->state() == FieldRow::State::Typing || row->state() == FieldRow::State::Kept;
        const QString value = dossier.value(key);
        if (!open && !row->editor()->hasFocus() && m_recorded[key] != value) {
            m_recorded[key] = value;
            row->show(value);
        }
    }
    markDisputes(dossier);
}

FieldRow* VisitForm::row(const QString& key) const {
    const auto found =
        std::ranges::find_if(m_rows, [&](const FieldRow* row) { return row->field().key == key; });
    return found == m_rows.end() ? nullptr : *found;
}

void VisitForm::focusFirst() {
    m_rows.front()->editor()->setFocus(Qt::ShortcutFocusReason);
}

std::map<QString, QString> VisitForm::pending() const {
    std::map<QString, QString> values;
    for (const FieldRow* row : m_rows) {
        if (row->state() == FieldRow::State::Typing || row->state() == FieldRow::State::Kept)
            values.emplace(row->field().key.toString(), row->typed());
    }
    return values;
}

void VisitForm::markKept(const store::Drafts::Values& values, const Status& done) {
    for (const auto& [key, value] : values) {
        FieldRow* row = this->row(key);
        if (row == nullptr)
            continue;  // of another part of the visit
        if (!done)
            row->setProblem(done.error());
        else if (row->state() == FieldRow::State::Typing && row->typed() == value)
            row->setState(FieldRow::State::Kept);
    }
}

void VisitForm::record(FieldRow* row) {
    if (!m_dossier || (row->state() != FieldRow::State::Typing && row->state() != FieldRow::State::Kept))
        return;
    const QString key = row->field().key.toString();
    const QString typed = row->typed();
    const auto checked = domain::checkValue(row->field(), typed);
    if (!checked)
        return row->setProblem(checked.error());
    if (checked->value == m_recorded[key]) {  // nothing was decided
        row->show(checked->value);
        row->setState(FieldRow::State::Untouched);
        m_drafts.note();
        return;
    }
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return row->setProblem(signer.error());
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, key, typed] {
            return services::setFields(office->store(), signer, id, {{key, typed}});
        },
        [this, id = *m_dossier, row, key, typed, value = checked->value](const Status& done) {
            if (m_dossier != id)
                return m_desk.session.noteChange(id);
            if (!done)
                return row->setProblem(done.error());
            m_recorded[key] = value;
            if (row->typed() == typed) {
                if (!row->editor()->hasFocus())
                    row->show(value);
                row->setState(FieldRow::State::Saved);
            }
            m_drafts.note();  // the draft goes, now that it is an entry
            Q_EMIT recorded(key, value);
            m_desk.session.noteChange(id);
        });
}

void VisitForm::settle() {
    for (FieldRow* row : m_rows)
        record(row);
    m_drafts.keepNow();
}

}  // namespace chayan::ui
