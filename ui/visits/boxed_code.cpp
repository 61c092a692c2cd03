#include "ui/visits/boxed_code.h"

#include "core/services/boxed_codes.h"
#include "ui/style/metrics.h"

namespace chayan::ui {

BoxedCode::BoxedCode(Desk& desk)
    : m_desk(desk), m_words(label({})), m_typing(new QWidget), m_typed(new QLineEdit), m_notice(new Notice) {
    auto* column = columnOf(metrics::step);
    setLayout(column);
    column->addWidget(m_words);
    auto* row = rowOf();
    m_typing->setLayout(row);
    m_typed->setAccessibleName(tr("What the code says"));
    m_typed->setPlaceholderText(tr("What stands below it"));
    auto* record = button(tr("Record as typed"));
    row->addWidget(m_typed, 1);
    row->addWidget(record);
    column->addWidget(m_typing);
    column->addWidget(m_notice);
    connect(m_typed, &QLineEdit::textChanged, this,
            [record](const QString& text) { record->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_typed, &QLineEdit::returnPressed, this, &BoxedCode::recordTyped);
    connect(record, &QPushButton::clicked, this, &BoxedCode::recordTyped);
    record->setEnabled(false);
    dismiss();
}

void BoxedCode::dismiss() {
    ++m_asked;
    m_notice->dismiss();
    hide();
}

void BoxedCode::look(const DossierId& dossier, const Photo& photo, QRect box) {
    m_dossier = dossier;
    m_photo = photo;
    m_box = box;
    m_typed->clear();
    m_typing->hide();
    m_notice->dismiss();
    m_words->setText(tr("Looking there for a code …"));
    show();
    m_desk.lanes.run(
        Lane::Pictures, this,
        [office = m_desk.session.office(), sha256 = photo.sha256, box] {
            return services::readInBox(*office, sha256, box);
        },
        [this, asked = ++m_asked](const Result<std::vector<domain::ScannedCode>>& codes) {
            if (asked != m_asked)
                return;
            if (codes && !codes->empty())
                return record(*codes, tr("%n code(s) read there.", nullptr, static_cast<int>(codes->size())));
            if (!codes)
                m_notice->set(codes.error(), m_desk.texts());
            m_words->setText(
                tr("No code can be read there. What you type is recorded, and marked as typed."));
            m_typing->show();
            m_typed->setFocus();
        });
}

void BoxedCode::recordTyped() {
    if (!m_typed->text().trimmed().isEmpty())
        record({services::typedCode(m_typed->text(), m_box)}, tr("Recorded, and marked as typed."));
}

void BoxedCode::record(const std::vector<domain::ScannedCode>& codes, const QString& done) {
    const auto signer = m_desk.session.office()->signer();
    if (!m_dossier || !m_photo || !signer)
        return;
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, item = m_photo->item, codes] {
            return services::addCodes(office->store(), signer, id, item, codes);
        },
        [this, id = *m_dossier, asked = m_asked, done](const Status& recorded) {
            if (recorded)
                m_desk.session.noteChange(id);
            if (asked != m_asked)
                return;
            if (!recorded)
                return m_notice->set(recorded.error(), m_desk.texts());
            m_typing->hide();
            m_words->setText(done);
        });
}

}  // namespace chayan::ui
