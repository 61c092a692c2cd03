#include "ui/visits/reference_form.h"

#include "core/domain/fields.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/visits/field_row.h"

#include <QAction>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace chayan::ui {

ReferenceForm::ReferenceForm(Desk& desk)
    : m_desk(desk),
      m_of(quietLabel({})),
      m_keep(primaryButton(tr("Keep as a genuine reference"), u"reference")),
      m_notice(new Notice) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(label(tr("A genuine reference"), Size::Normal, true));
    column->addWidget(m_of);
    column->addWidget(m_notice);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(metrics::step);
    addLine(grid, 0, 0, u"brand");
    addLine(grid, 0, 1, u"goods_name");
    addChoice(grid, 0, 2, u"shows");
    addChoice(grid, 1, 0, u"given_how");
    addLine(grid, 1, 1, u"given_by");
    addLine(grid, 1, 2, u"given_at");
    addLine(grid, 2, 0, u"article_numbers");
    addLine(grid, 2, 1, u"notes");
    column->addLayout(grid);
    auto* foot = rowOf();
    auto* back = button(tr("Not now"));
    back->setToolTip(withKey(tr("Not now"), QKeySequence(Qt::Key_Escape)));
    m_keep->setToolTip(withKey(tr("Keep as a genuine reference"), QKeySequence(Qt::Key_Return)));
    foot->addWidget(m_keep);
    foot->addWidget(back);
    foot->addStretch(1);
    column->addLayout(foot);
    column->addStretch(1);
    connect(back, &QPushButton::clicked, this, &ReferenceForm::closed);
    connect(m_keep, &QPushButton::clicked, this, &ReferenceForm::keep);
    auto* escape = new QAction(this);
    escape->setShortcut(QKeySequence(Qt::Key_Escape));
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(escape);
    connect(escape, &QAction::triggered, this, &ReferenceForm::closed);
}

void ReferenceForm::addLine(QGridLayout* grid, int row, int column, QStringView key) {
    const QString name = text::term(text::TermGroup::Field, key.toString(), m_desk.texts());
    auto* line = new QLineEdit;
    line->setAccessibleName(name);
    if (key == u"given_at")
        line->setPlaceholderText(u"2026-11-28"_s);
    if (key == u"article_numbers")
        line->setPlaceholderText(tr("Those of its codes, where none are given"));
    grid->addWidget(quietLabel(name, Size::Small), 2 * row, column);
    grid->addWidget(line, 2 * row + 1, column);
    connect(line, &QLineEdit::returnPressed, this, &ReferenceForm::keep);
    m_lines.emplace(key.toString(), line);
}

void ReferenceForm::addChoice(QGridLayout* grid, int row, int column, QStringView key) {
    const QString name = text::term(text::TermGroup::Field, key.toString(), m_desk.texts());
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->addItem({}, QString());
    if (const domain::Field* field = domain::findField(services::referenceType, {}, key))
        for (const domain::Choice& choice : field->choices)
            box->addItem(shownValue(*field, choice.key.toString(), m_desk.texts().language()),
                         choice.key.toString());
    grid->addWidget(quietLabel(name, Size::Small), 2 * row, column);
    grid->addWidget(box, 2 * row + 1, column);
    m_choices.emplace(key.toString(), box);
}

QLineEdit* ReferenceForm::field(QStringView key) const {
    const auto found = m_lines.find(key.toString());
    return found == m_lines.end() ? nullptr : found->second;
}

void ReferenceForm::begin(const QString& of) {
    m_notice->dismiss();
    m_keep->setEnabled(true);
    m_of->setText(of);
    for (const auto& [key, line] : m_lines)
        line->clear();
    for (const auto& [key, box] : m_choices)
        box->setCurrentIndex(0);
    field(u"brand")->setFocus();
}

void ReferenceForm::beginFile(const QString& file) {
    m_file = file;
    m_photo.reset();
    begin(tr("%1: it is copied into the office's records, and stays there.").arg(QFileInfo(file).fileName()));
}

void ReferenceForm::beginPhoto(const DossierId& visit, const Digest& original, const QStringList& gtins) {
    m_file.clear();
    m_photo.emplace(visit, original);
    begin(tr("The photograph stays in its visit, and is kept as a reference of the office as well."));
    field(u"article_numbers")->setText(gtins.join(u' '));
}

std::vector<services::Typed> ReferenceForm::typed() const {
    std::vector<services::Typed> fields;
    for (const auto& [key, line] : m_lines)
        if (const QString value = line->text().trimmed(); !value.isEmpty())
            fields.push_back({key, value});
    for (const auto& [key, box] : m_choices)
        if (const QString value = box->currentData().toString(); !value.isEmpty())
            fields.push_back({key, value});
    return fields;
}

void ReferenceForm::keep() {
    const auto signer = m_desk.session.office()->signer();
    if (!signer || !m_keep->isEnabled())
        return;
    m_notice->dismiss();
    m_keep->setEnabled(false);
    m_desk.tasks.start(
        tr("Keeping a genuine reference"), this,
        [office = m_desk.session.office(), signer = *signer, fields = typed(), file = m_file,
         photo = m_photo](const Progress&) -> Result<DossierId> {
            const services::PhotoTarget target = office->photoTarget(signer);
            return photo ? services::addReference(target, fields, photo->first, photo->second)
                         : services::addReference(target, fields, QFile::encodeName(file));
        },
        [this](const Result<DossierId>& kept) -> Outcome {
            m_keep->setEnabled(true);
            if (!kept) {
                m_notice->set(kept.error(), m_desk.texts());
                return {};
            }
            Q_EMIT closed();
            return {tr("The genuine reference is kept")};
        });
}

}  // namespace chayan::ui
