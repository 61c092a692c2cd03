#include "ui/visits/visit_list_model.h"

#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

constexpr int pageSize = 100;
constexpr int secondLine = Qt::UserRole + 1;
constexpr int rightOfSecond = Qt::UserRole + 2;
constexpr int disputed = Qt::UserRole + 3;

/// A page of a list, and what it was taken from.
struct Fetched {
    std::shared_ptr<const store::Listing> listing;
    store::Listing::Page page;
};

Result<Fetched> fetch(const services::Office& office, const QString& text,
                      std::shared_ptr<const store::Listing> listing,
                      const std::optional<store::ListPlace>& after, qint64 count) {
    CHAYAN_TRY(store::Database database, office.store().reader());
    if (!listing) {
        CHAYAN_TRY(store::Listing made, store::Listing::of(database, u"visit"_s, text));
        listing = std::make_shared<const store::Listing>(std::move(made));
    }
    CHAYAN_TRY(store::Listing::Page page, listing->page(database, after, count));
    return Fetched{std::move(listing), std::move(page)};
}

store::ListPlace placeOf(const store::ListedDossier& line) {
    return {line.opened, line.id.text()};
}

/// Newest first, ties as the store has them.
bool before(const store::ListedDossier& a, const store::ListedDossier& b) {
    return a.opened != b.opened ? a.opened > b.opened : a.id.text() > b.id.text();
}

}  // namespace

VisitListModel::VisitListModel(Desk& desk, QObject* parent) : QAbstractListModel(parent), m_desk(desk) {}

void VisitListModel::reload() {
    beginResetModel();
    m_lines.clear();
    m_opened.clear();
    m_next.reset();
    m_listing.reset();
    m_more = m_desk.session.office() != nullptr;
    m_loading = false;
    ++m_generation;
    endResetModel();
    fetchMore({});
}

void VisitListModel::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    reload();
}

int VisitListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant VisitListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const store::ListedDossier& visit = line(index.row());
    const QString title = visit.title.isEmpty() ? tr("Untitled visit") : visit.title;
    const QString when = shortTime(visit.opened);
    switch (role) {
        case Qt::DisplayRole:
            return title;
        case secondLine:
            return visit.place;
        case rightOfSecond:
            return when;
        case disputed:
            return visit.conflicts > 0;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole: {
            QStringList parts{title, visit.place, when,
                              visit.conflicts > 0 ? tr("offices disagree") : QString(),
                              tr("%n photograph(s)", nullptr, static_cast<int>(visit.originals))};
            parts.removeAll({});
            return parts.join(u"\n"_s);
        }
        default:
            return {};
    }
}

bool VisitListModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more && !m_loading;
}

void VisitListModel::fetchMore(const QModelIndex&) {
    if (!m_more || m_loading)
        return;
    m_loading = true;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), text = m_text, listing = m_listing, next = m_next] {
            return fetch(*office, text, listing, next, pageSize);
        },
        [this, generation = m_generation](Result<Fetched> fetched) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (!fetched) {
                m_more = false;
                Q_EMIT failed(fetched.error());
                return;
            }
            m_listing = fetched->listing;
            m_next = fetched->page.next;
            m_more = m_next.has_value();
            std::vector<store::ListedDossier>& rows = fetched->page.rows;
            std::erase_if(rows, [this](const auto& fresh) { return rowOf(fresh.id) >= 0; });
            if (!rows.empty()) {
                const int first = rowCount();
                beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
                for (const store::ListedDossier& fresh : rows)
                    m_opened.emplace(fresh.id, fresh.opened);
                std::ranges::move(rows, std::back_inserter(m_lines));
                endInsertRows();
            }
            Q_EMIT loaded();
        });
}

int VisitListModel::rowOf(const DossierId& id) const {
    const auto opened = m_opened.find(id);
    if (opened == m_opened.end())
        return -1;
    store::ListedDossier key{.id = id, .title = {}, .place = {}, .kind = {}, .status = {}};
    key.opened = opened->second;
    const auto found = std::ranges::lower_bound(m_lines, key, before);
    return found != m_lines.end() && found->id == id ? static_cast<int>(found - m_lines.begin()) : -1;
}

void VisitListModel::refresh(const DossierId& id) {
    const int row = rowOf(id);
    if (row < 0 && !m_text.isEmpty())
        return;  // whether it is found is settled when the list is next made
    // A visit keeps its place, so one that is here is the first after the line before it.
    std::optional<store::ListPlace> after;
    if (row > 0)
        after = placeOf(line(row - 1));
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), text = m_text, listing = m_listing, after, row] {
            return fetch(*office, text, listing, after, row < 0 ? pageSize : 1);
        },
        [this, generation = m_generation](Result<Fetched> fetched) {
            if (!fetched || generation != m_generation)
                return;
            for (store::ListedDossier& fresh : fetched->page.rows)
                insert(std::move(fresh));
            Q_EMIT loaded();
        });
}

void VisitListModel::insert(store::ListedDossier fresh) {
    if (const int row = rowOf(fresh.id); row >= 0) {
        // A visit keeps its place, whatever else of it changed.
        fresh.opened = m_opened[fresh.id];
        m_lines[static_cast<std::size_t>(row)] = std::move(fresh);
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    const auto place = std::ranges::upper_bound(m_lines, fresh, before);
    if (place == m_lines.end() && m_more)
        return;  // it comes with a later page
    const int row = static_cast<int>(place - m_lines.begin());
    beginInsertRows({}, row, row);
    m_opened.emplace(fresh.id, fresh.opened);
    m_lines.insert(place, std::move(fresh));
    endInsertRows();
}

void paintRow(QPainter* painter, const QStyleOptionViewItem& option) {
    const Colours& c = coloursOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, c.selected);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, c.raised);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    if (selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), c.accent);
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(c.text);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

QSize VisitDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    const int lines =
        QFontMetrics(font(Size::Normal, true)).height() + QFontMetrics(font(Size::Small)).height();
    return {160, std::max(2 * metrics::row, lines + 3 * metrics::step + 6)};
}

void VisitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Colours& c = coloursOf(option.palette);
    painter->save();
    paintRow(painter, option);
    const QFontMetrics title(font(Size::Normal, true));
    const QFontMetrics small(font(Size::Small));
    QRect room = option.rect.adjusted(14, 0, -12, 0);
    const int top = room.center().y() - (title.height() + metrics::step + small.height()) / 2;
    if (index.data(disputed).toBool()) {
        const QRect sign(room.right() - title.height(), top, title.height(), title.height());
        icon(u"warning", Ink::Warning).paint(painter, sign);
        room.setRight(sign.left() - metrics::step);
    }
    painter->setFont(font(Size::Normal, true));
    painter->setPen(c.text);
    painter->drawText(QRect(room.left(), top, room.width(), title.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      title.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    const QString when = index.data(rightOfSecond).toString();
    const int whenWidth = small.horizontalAdvance(when);
    const QRect below(room.left(), top + title.height() + metrics::step,
                      option.rect.right() - 12 - room.left(), small.height());
    painter->setFont(font(Size::Small));
    painter->setPen(c.quiet);
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, when);
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                      small.elidedText(index.data(secondLine).toString(), Qt::ElideRight,
                                       below.width() - whenWidth - metrics::inside));
    painter->restore();
}

}  // namespace chayan::ui
