#include "ui/visits/goods_view.h"

#include "core/services/items.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"

#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int columns = 3;

QLayout* noticeRow(const QString& words) {
    auto* row = rowOf();
    row->addWidget(new IconLabel(u"warning", Ink::Warning), 0, Qt::AlignTop);
    row->addWidget(label(words), 1);
    return row;
}

}  // namespace

GoodsView::GoodsView(Desk& desk, DraftKeeper& drafts)
    : m_desk(desk),
      m_fields(new ItemFields(desk, drafts, this)),
      m_cards(columnOf(24)),
      m_take(button({}, u"code")),
      m_none(quietLabel(tr("No goods yet. Add a line, or photograph labels: what their codes say is offered "
                           "here."))),
      m_pictured(columnOf(metrics::inside)),
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
    column->addLayout(m_pictured);
    column->addWidget(m_none);
    column->addLayout(m_cards);
    column->addStretch(1);
    m_take->hide();
    connect(add, &QPushButton::clicked, this, &GoodsView::addLine);
    connect(m_take, &QPushButton::clicked, this, &GoodsView::takeProposals);
    connect(m_fields, &ItemFields::failed, this,
            [this](const Error& error) { m_notice->set(error, m_desk.texts()); });
}

void GoodsView::show(const services::OpenedDossier& opened) {
    const domain::Dossier& dossier = opened.dossier;
    const std::vector<const domain::Item*> items = dossier.list(u"goods");
    const bool anew = m_dossier != dossier.id;
    const bool same = !anew && std::ranges::equal(items, m_lines, {}, &domain::Item::id, &Line::item);
    if (anew)
        m_notice->dismiss();
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
        m_fields->fill(*items[i]);
        m_lines[i].title->setText(dossier.value(*items[i], u"name"));
    }
    if (anew)
        m_fields->restore(opened.draft);
    m_proposals = opened.proposed;
    m_take->setText(tr("Add %n line(s) from scanned codes", nullptr, proposed()));
    m_take->setVisible(!m_proposals.empty());
    m_none->setVisible(m_lines.empty());
}

GoodsView::Line GoodsView::makeLine(const domain::Item& item, int number) {
    Line line{item.id, new QWidget, label({}, Size::Normal, true), columnOf(metrics::step)};
    auto* column = columnOf(metrics::inside);
    line.card->setLayout(column);
    auto* head = rowOf();
    head->addWidget(label(tr("Line %1").arg(number), Size::Normal, true));
    head->addWidget(line.title, 1);
    auto* gone = toolButton(u"cross", tr("Take line %1 off the list").arg(number));
    head->addWidget(gone);
    column->addLayout(head);
    column->addWidget(hairline());
    column->addLayout(line.notices);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(12);
    int place = 0;
    for (const domain::Field* field : domain::fieldsOf(u"visit", u"goods")) {
        FieldRow* row = m_fields->add(item.id, *field);
        const bool wide = field->kind == domain::FieldType::Multiline;
        if (wide)
            place = (place + columns - 1) / columns * columns;
        grid->addWidget(row, place / columns, place % columns, 1, wide ? columns : 1, Qt::AlignTop);
        place += wide ? columns : 1;
    }
    for (int i = 0; i < columns; ++i)
        grid->setColumnStretch(i, 1);
    column->addLayout(grid);
    m_cards->addWidget(line.card);
    connect(gone, &QToolButton::clicked, this, [this, id = item.id] { remove(id); });
    return line;
}

FieldRow* GoodsView::row(int line, const QString& key) const {
    return m_fields->row(m_lines[static_cast<std::size_t>(line)].item, key);
}

void GoodsView::showNotices(const domain::Dossier& dossier, const std::vector<services::Notice>& notices) {
    clear(m_pictured);
    for (const Line& line : m_lines)
        clear(line.notices);
    const std::vector<const domain::Item*> originals = dossier.list(u"originals");
    for (const services::Notice& notice : notices) {
        QString words = services::inWords(notice.what, m_desk.texts());
        if (const Line* line = lineOf(notice.about)) {
            line->notices->addLayout(noticeRow(words));
            continue;
        }
        const auto picture = std::ranges::find(originals, notice.about, &domain::Item::id);
        if (picture != originals.end())
            words = tr("Photograph %1: %2").arg(QString::number(picture - originals.begin() + 1), words);
        m_pictured->addLayout(noticeRow(words));
    }
}

const GoodsView::Line* GoodsView::lineOf(const ItemId& item) const {
    const auto found = std::ranges::find(m_lines, item, &Line::item);
    return found == m_lines.end() ? nullptr : &*found;
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
