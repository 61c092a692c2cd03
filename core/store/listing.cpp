#include "core/store/listing.h"

#include "core/store/search.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Fetching and sorting this many costs a few milliseconds; of more, a walk down the list meets one soon.
constexpr std::size_t few = 2000;

bool isBefore(const ListPlace& a, const ListPlace& b) {
    return std::tie(a.opened, a.dossier) > std::tie(b.opened, b.dossier);
}

/// Of a row `id, dossier, title, place, kind, status, opened, changed, entries, originals, conflicts`.
Result<ListedDossier> listed(const Database& database, const Query& row) {
    auto id = DossierId::fromText(row.text(1));
    if (!id)
        return fail(ErrorKind::Damaged, database.path(), u"a listed dossier has no id"_s);
    return ListedDossier{std::move(*id), row.text(2),    row.text(3),    row.text(4),    row.text(5),
                         row.integer(6), row.integer(7), row.integer(8), row.integer(9), row.integer(10)};
}

ListPlace placeOf(const ListedDossier& row) {
    return {row.opened, row.id.text()};
}

}  // namespace

Result<Listing> Listing::of(Database& database, const QString& type, const QString& text) {
    Listing listing(type);
    const SearchText wanted(text);
    if (wanted.isEmpty())
        return listing;
    CHAYAN_TRY(const std::vector<qint64> found, dossiersWith(database, wanted));
    if (found.size() > few) {
        listing.m_matching.emplace(found.begin(), found.end());
        return listing;
    }
    listing.m_few.emplace();
    Query query = database.prepare("SELECT opened, dossier FROM dossier WHERE id=? AND type=?");
    for (const qint64 row : found) {
        query.reset();
        CHAYAN_TRY(const bool isOfType, query.bind(row).bind(type).step());
        if (isOfType)
            listing.m_few->push_back({{query.integer(0), query.text(1)}, row});
    }
    std::ranges::sort(*listing.m_few, isBefore, &Few::place);
    return listing;
}

Result<Listing::Page> Listing::page(Database& database, const std::optional<ListPlace>& after,
                                    qint64 count) const {
    if (m_few)
        return pageOfFew(database, after, count);
    const ListPlace from = after.value_or(ListPlace{std::numeric_limits<qint64>::max(), {}});
    Query query = database.prepare(
        "SELECT id, dossier, title, place, kind, status, opened, changed, entries, originals, conflicts "
        "FROM dossier WHERE type=? AND (opened, dossier) < (?, ?) ORDER BY opened DESC, dossier DESC");
    query.bind(m_type).bind(from.opened).bind(from.dossier);
    Page page;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return page;
        if (m_matching && !m_matching->contains(query.integer(0)))
            continue;
        if (static_cast<qint64>(page.rows.size()) >= count) {
            if (!page.rows.empty())
                page.next = placeOf(page.rows.back());
            return page;
        }
        CHAYAN_TRY(ListedDossier dossier, listed(database, query));
        page.rows.push_back(std::move(dossier));
    }
}

Result<Listing::Page> Listing::pageOfFew(Database& database, const std::optional<ListPlace>& after,
                                         qint64 count) const {
    auto next = after ? std::ranges::upper_bound(*m_few, *after, isBefore, &Few::place) : m_few->begin();
    Query query = database.prepare(
        "SELECT id, dossier, title, place, kind, status, opened, changed, entries, originals, conflicts "
        "FROM dossier WHERE id=?");
    Page page;
    for (; next != m_few->end() && static_cast<qint64>(page.rows.size()) < count; ++next) {
        query.reset();
        CHAYAN_TRY(const bool row, query.bind(next->row).step());
        if (!row)
            continue;  // removed since
        CHAYAN_TRY(ListedDossier dossier, listed(database, query));
        page.rows.push_back(std::move(dossier));
    }
    if (next != m_few->end() && !page.rows.empty())
        page.next = placeOf(page.rows.back());
    return page;
}

Result<qint64> Listing::total(Database& database) const {
    if (m_few)
        return static_cast<qint64>(m_few->size());
    Query query = database.prepare("SELECT id FROM dossier WHERE type=?");
    query.bind(m_type);
    qint64 total = 0;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return total;
        total += !m_matching || m_matching->contains(query.integer(0)) ? 1 : 0;
    }
}

}  // namespace chayan::store
