#include "ui/visits/goods_view.h"

#include "core/services/items.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"

#include <QGridLayout>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int columns = 3;

/// Typed, and no entry yet.
bool isTyped(const FieldRow* row) {
    return row->state() == FieldRow::State::Typing || row->state() == FieldRow::State::Kept;
}

QString draftKey(const ItemId& item, const FieldRow* row) {
    return row->field().key.toString() + u'/' + item.text();
}

}  // namespace

GoodsView::GoodsView(Desk& desk, DraftKeeper& drafts)
    : m_desk(desk),
      m_drafts(drafts),
      m_cards(columnOf(24)),
      m_take(button({}, u"code")),
      m_none(quietLabel(tr("No goods yet. Add a line, or photograph labels: what their codes say is offered "
                           "here."))),
      m_notice(new Notice) {
    auto* column = columnOf(metrics::between);
    setLayout(column);
    auto* tools = rowOf();
    auto* add = button(tr("Add a line"), u"add");
    tools->addWidget(add);
    tools->addWidget(m_take);
    tools->addStretch(1);
    column->addLayout(tools);
    column->addWidget(m_notice);
    column->addWidget(m_none);
    column->addLayout(m_cards);
    column->addStretch(1);
    m_take->hide();
    connect(add, &QPushButton::clicked, this, &GoodsView::addLine);
    connect(m_take, &QPushButton::clicked, this, &GoodsView::takeProposals);
    connect(&desk.session, &Session::aboutToLock, this, &GoodsView::settle);
    drafts.addSource({[this] { return pending(); },
                      [this](const auto& values, const Status& done) { markKept(values, done); }});
}

void GoodsView::show(const services::OpenedDossier& opened) {
    const domain::Dossier& dossier = opened.dossier;
    const std::vector<const domain::Item*> items = dossier.list(u"goods");
    const bool anew = m_dossier != dossier.id;
    const bool same = !anew && std::ranges::equal(items, m_lines, {}, &domain::Item::id, &Line::item);
    if (anew)
        m_notice->dismiss();
    m_dossier = dossier.id;
    if (!same) {
        if (!anew)
            settle();
        clear(m_cards);
        m_lines.clear();
        for (const domain::Item* item : items)
            m_lines.push_back(makeLine(*item, static_cast<int>(m_lines.size()) + 1));
    }
    for (std::size_t i = 0; i < items.size(); ++i)
        fill(m_lines[i], *items[i]);
    for (Line& line : m_lines)
        if (anew)
            restore(line, opened.draft);
    m_proposals = opened.proposed;
    m_take->setText(tr("Add %n line(s) from scanned codes", nullptr, proposed()));
    m_take->setVisible(!m_proposals.empty());
    m_none->setVisible(m_lines.empty());
}

GoodsView::Line GoodsView::makeLine(const domain::Item& item, int number) {
    Line line{item.id, new QWidget, label({}, Size::Normal, true), {}, {}};
    auto* column = columnOf(metrics::inside);
    line.card->setLayout(column);
    auto* head = rowOf();
    head->addWidget(label(tr("Line %1").arg(number), Size::Normal, true));
    head->addWidget(line.title, 1);
    auto* gone = toolButton(u"cross", tr("Take line %1 off the list").arg(number));
    head->addWidget(gone);
    column->addLayout(head);
    column->addWidget(hairline());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(12);
    int place = 0;
    for (const domain::Field* field : domain::fieldsOf(u"visit", u"goods")) {
        auto* row = new FieldRow(*field, m_desk.texts());
        const bool wide = field->kind == domain::FieldType::Multiline;
        if (wide)
            place = (place + columns - 1) / columns * columns;
        grid->addWidget(row, place / columns, place % columns, 1, wide ? columns : 1, Qt::AlignTop);
        place += wide ? columns : 1;
        line.rows.push_back(row);
        connect(row, &FieldRow::edited, &m_drafts, &DraftKeeper::note);
        connect(row, &FieldRow::left, this, [this, id = item.id, row] { record(id, row); });
    }
    for (int i = 0; i < columns; ++i)
        grid->setColumnStretch(i, 1);
    column->addLayout(grid);
    m_cards->addWidget(line.card);
    connect(gone, &QToolButton::clicked, this, [this, id = item.id] { remove(id); });
    return line;
}

void GoodsView::fill(Line& line, const domain::Item& item) {
    for (FieldRow* row : line.rows) {
        const QString key = row->field().key.toString();
        const auto found = item.values.find(key);
        const QString value = found != item.values.end() ? found->second.value() : QString();
        const bool open = isTyped(row) || row->editor()->hasFocus();
        if (!open && (!line.recorded.contains(key) || line.recorded[key] != value))
            row->show(value);
        if (!open)
            line.recorded[key] = value;
        row->setDisputed(found == item.values.end()
                             ? QStringList()
                             : disputedValues(row->field(), found->second, m_desk.texts().language()));
        if (key == u"name")
            line.title->setText(value);
    }
}

void GoodsView::restore(Line& line, const store::Drafts::Values& draft) {
    for (FieldRow* row : line.rows) {
        const auto typed = draft.find(draftKey(line.item, row));
        if (typed == draft.end())
            continue;
        const auto checked = domain::checkValue(row->field(), typed->second);
        if (!checked || checked->value != line.recorded[row->field().key.toString()])
            row->showDraft(typed->second);
    }
}

store::Drafts::Values GoodsView::pending() const {
    store::Drafts::Values values;
    for (const Line& line : m_lines)
        for (const FieldRow* row : line.rows)
            if (isTyped(row))
                values.emplace(draftKey(line.item, row), row->typed());
    return values;
}

void GoodsView::markKept(const store::Drafts::Values& values, const Status& done) {
    for (const Line& line : m_lines) {
        for (FieldRow* row : line.rows) {
            const auto kept = values.find(draftKey(line.item, row));
            if (kept == values.end())
                continue;
            if (!done)
                row->setProblem(done.error());
            else if (row->state() == FieldRow::State::Typing && row->typed() == kept->second)
                row->setState(FieldRow::State::Kept);
        }
    }
}

GoodsView::Line* GoodsView::lineOf(const ItemId& item) {
    const auto found = std::ranges::find(m_lines, item, &Line::item);
    return found == m_lines.end() ? nullptr : &*found;
}

std::optional<ItemId> GoodsView::itemOf(const FieldRow* row) const {
    for (const Line& line : m_lines)
        if (std::ranges::find(line.rows, row) != line.rows.end())
            return line.item;
    return {};
}

FieldRow* GoodsView::row(int line, const QString& key) const {
    for (FieldRow* row : m_lines[static_cast<std::size_t>(line)].rows)
        if (row->field().key == key)
            return row;
    return nullptr;
}

void GoodsView::settle() {
    for (const Line& line : m_lines)
        for (FieldRow* row : line.rows)
            record(line.item, row);
}

void GoodsView::record(const ItemId& item, FieldRow* row) {
    Line* line = lineOf(item);
    if (!m_dossier || line == nullptr || !isTyped(row))
        return;
    const QString key = row->field().key.toString();
    const QString typed = row->typed();
    const auto checked = domain::checkValue(row->field(), typed);
    if (!checked)
        return row->setProblem(checked.error());
    if (checked->value == line->recorded[key]) {
        row->show(checked->value);
        row->setState(FieldRow::State::Untouched);
        return m_drafts.note();
    }
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return row->setProblem(signer.error());
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, item, key, typed] {
            return services::setItem(office->store(), signer, id, item, {{key, typed}});
        },
        [this, id = *m_dossier, item, row = QPointer(row), key, typed,
         value = checked->value](const Status& done) {
            if (!done)
                return row ? row->setProblem(done.error()) : m_notice->set(done.error(), m_desk.texts());
            if (Line* line = lineOf(item))
                line->recorded[key] = value;
            if (row && row->typed() == typed) {
                if (!row->editor()->hasFocus())
                    row->show(value);
                row->setState(FieldRow::State::Saved);
            }
            m_drafts.note();  // the draft goes, now that it is an entry
            m_desk.session.noteChange(id);
        });
}

void GoodsView::addLine() {
    add({{}});
}

void GoodsView::takeProposals() {
    std::vector<std::vector<services::Typed>> lines;
    for (const services::ProposedGoods& proposal : m_proposals)
        lines.push_back(proposal.values);
    m_take->hide();
    add(lines);
}

void GoodsView::add(const std::vector<std::vector<services::Typed>>& lines) {
    const auto signer = m_desk.session.office()->signer();
    if (!m_dossier || !signer || lines.empty())
        return;
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, lines]() -> Status {
            for (const std::vector<services::Typed>& values : lines)
                CHAYAN_CHECK(services::addItem(office->store(), signer, id, u"goods"_s, values));
            return {};
        },
        [this, id = *m_dossier](const Status& done) {
            if (!done)
                m_notice->set(done.error(), m_desk.texts());
            m_desk.session.noteChange(id);
        });
}

void GoodsView::remove(const ItemId& item) {
    const auto signer = m_desk.session.office()->signer();
    if (!m_dossier || !signer)
        return;
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, item] {
            return services::removeItem(office->store(), signer, id, item);
        },
        [this, id = *m_dossier](const Status& done) {
            if (!done)
                return m_notice->set(done.error(), m_desk.texts());
            m_desk.session.noteChange(id);
        });
}

}  // namespace chayan::ui
