#include "ui/visits/lines_view.h"

#include "core/services/items.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int columns = 3;

}  // namespace

LinesView::LinesView(Desk& desk, DraftKeeper& drafts, QStringView list, const QString& add,
                     const QString& none)
    : m_desk(desk),
      m_tools(rowOf()),
      m_above(columnOf(metrics::inside)),
      m_notice(new Notice),
      m_list(list),
      m_fields(new ItemFields(desk, drafts, this)),
      m_cards(columnOf(24)),
      m_none(quietLabel(none)) {
    auto* column = columnOf(metrics::between);
    setLayout(column);
    auto* tools = rowOf();
    auto* more = button(add, u"add");
    tools->addWidget(more);
    tools->addLayout(m_tools);
    tools->addStretch(1);
    column->addLayout(tools);
    column->addWidget(m_notice);
    column->addLayout(m_above);
    column->addWidget(m_none);
    QStringList sealed;
    for (const domain::Field* field : domain::fieldsOf(u"visit", list))
        if (field->sealed)
            sealed << text::term(text::TermGroup::Field, field->key.toString(), desk.texts());
    if (!sealed.isEmpty()) {
        m_gate = new SealedGate(sealed);
        column->addWidget(m_gate);
        connect(m_gate, &SealedGate::asked, this, &LinesView::openSealed);
        connect(&desk.session, &Session::aboutToLock, this, [this] {
            settle();
            conceal();
        });
    }
    column->addLayout(m_cards);
    column->addStretch(1);
    connect(more, &QPushButton::clicked, this, &LinesView::addLine);
    connect(m_fields, &ItemFields::failed, this,
            [this](const Error& error) { m_notice->set(error, m_desk.texts()); });
}

void LinesView::show(const services::OpenedDossier& opened) {
    const domain::Dossier& dossier = opened.dossier;
    const std::vector<const domain::Item*> items = dossier.list(m_list);
    const bool anew = m_dossier != dossier.id;
    const bool same = !anew && std::ranges::equal(items, m_lines, {}, &domain::Item::id, &Line::item);
    if (anew) {
        m_notice->dismiss();
        m_goTo.reset();
    }
    m_dossier = dossier.id;
    m_fields->setDossier(dossier.id);
    if (!same) {
        m_fields->forget();
        clear(m_cards);
        m_lines.clear();
        for (const domain::Item* item : items)
            m_lines.push_back(makeLine(*item, static_cast<int>(m_lines.size()) + 1));
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_fields->fill(dossier, *items[i], ItemFields::Which::Open);
        m_lines[i].title->setText(dossier.value(*items[i], u"name"));
    }
    if (anew) {
        conceal();
        m_fields->restore(opened.draft);
    } else if (m_open) {
        readSealedAgain();
    }
    if (m_goTo && lineOf(*m_goTo) != nullptr)
        goTo(*std::exchange(m_goTo, {}));
    m_none->setVisible(m_lines.empty());
    if (m_gate != nullptr)
        m_gate->setVisible(!m_open && !m_lines.empty());
}

void LinesView::goTo(const ItemId& item) {
    FieldRow* row = m_fields->row(item, domain::fieldsOf(u"visit", m_list).front()->key.toString());
    row->editor()->setFocus();
    // Once it has its place.
    QTimer::singleShot(0, row, [row] {
        for (QWidget* parent = row->parentWidget(); parent != nullptr; parent = parent->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(parent))
                area->ensureWidgetVisible(row);
    });
}

LinesView::Line LinesView::makeLine(const domain::Item& item, int number) {
    Line line{item.id, new QWidget, label({}, Size::Normal, true), columnOf(metrics::step)};
    auto* column = columnOf(metrics::inside);
    line.card->setLayout(column);
    auto* head = rowOf();
    head->addWidget(label(heading(number), Size::Normal, true));
    head->addWidget(line.title, 1);
    auto* gone = toolButton(u"cross", takeOff(number));
    head->addWidget(gone);
    column->addLayout(head);
    column->addWidget(hairline());
    column->addLayout(line.notices);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(12);
    int place = 0;
    for (const domain::Field* field : domain::fieldsOf(u"visit", m_list)) {
        FieldRow* row = m_fields->add(item.id, *field);
        const bool wide = field->kind == domain::FieldType::Multiline;
        if (wide)
            place = (place + columns - 1) / columns * columns;
        grid->addWidget(row, place / columns, place % columns, 1, wide ? columns : 1, Qt::AlignTop);
        place += wide ? columns : 1;
        row->setVisible(m_open || !field->sealed);
    }
    for (int i = 0; i < columns; ++i)
        grid->setColumnStretch(i, 1);
    column->addLayout(grid);
    m_cards->addWidget(line.card);
    connect(gone, &QToolButton::clicked, this, [this, id = item.id] { remove(id); });
    return line;
}

FieldRow* LinesView::row(int line, const QString& key) const {
    return m_fields->row(m_lines[static_cast<std::size_t>(line)].item, key);
}

const LinesView::Line* LinesView::lineOf(const ItemId& item) const {
    const auto found = std::ranges::find(m_lines, item, &Line::item);
    return found == m_lines.end() ? nullptr : &*found;
}

void LinesView::openSealed(const QString& reason) {
    if (!m_dossier)
        return;
    m_gate->read(m_desk, *m_dossier, m_list, reason, [this](const domain::Dossier& opened) {
        m_open = true;
        showSealed(opened);
    });
}

void LinesView::readSealedAgain() {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return conceal();
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier] {
            return services::readDossier(office->store(), id, signer.get());
        },
        [this, id = *m_dossier](const Result<domain::Dossier>& opened) {
            if (m_dossier != id || !m_open)
                return;
            if (!opened)
                return m_notice->set(opened.error(), m_desk.texts());
            showSealed(*opened);
        });
}

void LinesView::showSealed(const domain::Dossier& dossier) {
    for (const Line& line : m_lines) {
        if (const domain::Item* item = dossier.item(line.item))
            m_fields->fill(dossier, *item, ItemFields::Which::Sealed);
        m_fields->setSealedVisible(line.item, true);
    }
}

void LinesView::conceal() {
    if (m_gate == nullptr)
        return;
    m_open = false;
    m_gate->reset();
    m_gate->setVisible(!m_lines.empty());
    for (const Line& line : m_lines)
        m_fields->setSealedVisible(line.item, false);
}

void LinesView::addLine() {
    add({{}});
}

void LinesView::add(const std::vector<std::vector<services::Typed>>& lines) {
    const auto signer = m_desk.session.office()->signer();
    if (!m_dossier || !signer || lines.empty())
        return;
    m_notice->dismiss();
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = *m_dossier, list = m_list.toString(),
         lines]() -> Result<ItemId> {
            std::optional<ItemId> first;
            for (const std::vector<services::Typed>& values : lines) {
                CHAYAN_TRY(const ItemId item, services::addItem(office->store(), signer, id, list, values));
                first = first.value_or(item);
            }
            return *first;
        },
        [this, id = *m_dossier](const Result<ItemId>& done) {
            if (done && m_dossier == id)
                m_goTo = *done;
            if (!done)
                m_notice->set(done.error(), m_desk.texts());
            m_desk.session.noteChange(id);
        });
}

void LinesView::remove(const ItemId& item) {
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
