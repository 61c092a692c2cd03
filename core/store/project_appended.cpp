#include "core/domain/effects.h"
#include "core/domain/fold.h"
#include "core/domain/overloaded.h"
#include "core/store/projection_rows.h"
#include "core/store/projections.h"

#include <set>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Carries one entry's effects out upon the rows of its dossier. Equals a fold over all entries since the
/// entry follows everything (domain/effects.h); `refold` is the answer where more than its own rows would
/// change.
class Appending {
  public:
    enum class Outcome { Done, Refold };

    Appending(Database& database, const ledger::Entry& entry) : m_database(database), m_entry(entry) {}

    Result<Outcome> carryOut() {
        CHAYAN_CHECK(load());
        const domain::Body body = domain::readBody(m_entry.kind, m_entry.body);
        CHAYAN_TRY(const Turn turn, begin(body));
        if (turn == Turn::Refold)
            return Outcome::Refold;
        if (turn == Turn::Effects) {
            for (const domain::Effect& effect : domain::effectsOf(body, {})) {
                CHAYAN_TRY(const Outcome outcome,
                           std::visit([this](const auto& e) { return this->carryOut(e); }, effect));
                if (outcome == Outcome::Refold)
                    return outcome;
            }
        }
        CHAYAN_CHECK(save());
        return Outcome::Done;
    }

  private:
    enum class Turn { Effects, NoEffect, Refold };

    Status load() {
        Query query = m_database.prepare(
            "SELECT id, type, title, place, kind, status, opened, changed, entries, originals, conflicts "
            "FROM dossier "
            "WHERE dossier=?");
        CHAYAN_TRY(const bool row, query.bind(m_entry.dossier.text()).step());
        if (row) {
            m_row = query.integer(0);
            m_summary = {query.text(1),    query.text(2),    query.text(3),    query.text(4),
                         query.text(5),    query.integer(6), query.integer(7), query.integer(8),
                         query.integer(9), query.integer(10)};
            return {};
        }
        CHAYAN_TRY(m_row, dossierNumber(m_database, m_entry.dossier));
        Query insert = m_database.prepare(
            "INSERT INTO dossier(id, dossier, type, title, place, kind, status, opened, changed, entries, "
            "originals, "
            "conflicts) VALUES(?, ?, '', '', '', '', '', 0, 0, 0, 0, 0)");
        return insert.bind(m_row).bind(m_entry.dossier.text()).run();
    }

    /// Settles what a dossier can be told only once, as the fold does before any effect.
    Result<Turn> begin(const domain::Body& body) {
        if (const auto* opening = std::get_if<domain::DossierOpened>(&body)) {
            if (!m_summary.type.isEmpty())
                return Turn::NoEffect;
            return open(opening->type);
        }
        if (m_entry.kind == u"log.opened" && m_summary.type.isEmpty())
            return open(u"log"_s);
        if (const auto* added = std::get_if<domain::ItemAdded>(&body))
            return add(added->item, added->list);
        if (const auto* original = std::get_if<domain::OriginalAdded>(&body))
            return add(original->item, domain::originalsList.toString());
        return Turn::Effects;
    }

    Result<Turn> open(const QString& type) {
        // What was set before the type was known may be searchable now.
        if (m_summary.entries > 0)
            return Turn::Refold;
        m_summary.type = type;
        Query query = m_database.prepare("UPDATE dossier SET type=?, opened=? WHERE id=?");
        CHAYAN_CHECK(query.bind(type).bind(m_entry.clock.utc).bind(m_row).run());
        return Turn::Effects;
    }

    Result<Turn> add(const ItemId& item, const QString& list) {
        CHAYAN_TRY(const std::optional<Projection::Item> known, find(item));
        if (known)
            return known->list.isEmpty() ? Turn::Refold : Turn::NoEffect;
        Query insert =
            m_database.prepare("INSERT INTO item(dossier, item, list, present) VALUES(?, ?, ?, 1)");
        CHAYAN_CHECK(insert.bind(m_row).bind(item.text()).bind(list).run());
        if (list == domain::originalsList)
            ++m_summary.originals;
        return Turn::Effects;
    }

    Result<std::optional<Projection::Item>> find(const ItemId& item) {
        Query query = m_database.prepare("SELECT list, present FROM item WHERE dossier=? AND item=?");
        CHAYAN_TRY(const bool row, query.bind(m_row).bind(item.text()).step());
        if (!row)
            return std::nullopt;
        return Projection::Item{item.text(), query.text(0), query.integer(1)};
    }

    /// A setting that follows all others ends a disagreement about it.
    Status settle(domain::Conflict::About about, const QString& item, const QString& key) {
        if (m_summary.conflicts == 0)
            return {};
        Query query =
            m_database.prepare("DELETE FROM conflict WHERE dossier=? AND about=? AND item=? AND key=?");
        CHAYAN_CHECK(query.bind(m_row).bind(conflictAbout(about)).bind(item).bind(key).run());
        Query count = m_database.prepare("SELECT count(*) FROM conflict WHERE dossier=?");
        CHAYAN_TRY(const bool row, count.bind(m_row).step());
        m_summary.conflicts = row ? count.integer(0) : 0;
        return {};
    }

    TextRows texts() { return {m_database, m_row}; }

    Result<Outcome> carryOut(const domain::OpenDossier&) { return Outcome::Done; }
    Result<Outcome> carryOut(const domain::SetField& e) {
        CHAYAN_CHECK(settle(domain::Conflict::About::Field, {}, e.field));
        if (QString* shown = summaryField(m_summary, e.field))
            *shown = e.value;
        if (isSearchable(m_summary.type, {}, e.field))
            CHAYAN_CHECK(texts().replace({}, e.field, searchableText(m_summary.type, {}, e.field, e.value)));
        return Outcome::Done;
    }
    Result<Outcome> carryOut(const domain::SetSealed& e) {
        if (!m_slots.insert(e.slot).second)
            return Outcome::Refold;  // an entry that contradicts itself
        CHAYAN_CHECK(settle(domain::Conflict::About::Slot, {}, e.slot));
        return Outcome::Done;
    }
    Result<Outcome> carryOut(const domain::AddItem&) { return Outcome::Done; }
    Result<Outcome> carryOut(const domain::AddOriginal&) { return Outcome::Done; }
    Result<Outcome> carryOut(const domain::SetItemField& e) {
        CHAYAN_TRY(const std::optional<Projection::Item> item, find(e.item));
        if (!item || item->present == 0 || item->list.isEmpty())
            return Outcome::Refold;
        CHAYAN_CHECK(settle(domain::Conflict::About::ItemField, item->item, e.field));
        CHAYAN_CHECK(settle(domain::Conflict::About::Item, item->item, {}));
        if (isSearchable(m_summary.type, item->list, e.field))
            CHAYAN_CHECK(texts().replace(item->item, e.field,
                                         searchableText(m_summary.type, item->list, e.field, e.value)));
        return Outcome::Done;
    }
    Result<Outcome> carryOut(const domain::RemoveItem& e) {
        CHAYAN_TRY(const std::optional<Projection::Item> item, find(e.item));
        if (!item || item->list.isEmpty())
            return Outcome::Refold;
        CHAYAN_CHECK(settle(domain::Conflict::About::Item, item->item, {}));
        CHAYAN_CHECK(texts().removeItem(item->item));
        Query query = m_database.prepare("UPDATE item SET present=0 WHERE dossier=? AND item=?");
        CHAYAN_CHECK(query.bind(m_row).bind(item->item).run());
        if (item->present != 0 && item->list == domain::originalsList)
            --m_summary.originals;
        return Outcome::Done;
    }
    Result<Outcome> carryOut(const domain::SetCodes& e) {
        CHAYAN_TRY(const std::optional<Projection::Item> item, find(e.scanned.item));
        if (!item)
            return Outcome::Refold;
        if (item->present != 0 && !item->list.isEmpty())
            CHAYAN_CHECK(texts().replace(item->item, codesKey.toString(), codesText(e.scanned.codes)));
        return Outcome::Done;
    }
    Result<Outcome> carryOut(const domain::DestroyOriginal& e) {
        CHAYAN_TRY(const std::optional<Projection::Item> item, find(e.item));
        return item ? Outcome::Done : Outcome::Refold;
    }
    Result<Outcome> carryOut(const domain::AddSignature&) { return Outcome::Done; }
    Result<Outcome> carryOut(const domain::AddCosignature&) { return Outcome::Done; }

    Status save() {
        m_summary.changed =
            m_summary.entries == 0 ? m_entry.clock.utc : std::max(m_summary.changed, m_entry.clock.utc);
        ++m_summary.entries;
        // Not what it is listed by, which stays: naming it would write to the index.
        Query query = m_database.prepare(
            "UPDATE dossier SET title=?, place=?, kind=?, status=?, changed=?, entries=?, originals=?, "
            "conflicts=? WHERE id=?");
        CHAYAN_CHECK(query.bind(m_summary.title)
                         .bind(m_summary.place)
                         .bind(m_summary.kind)
                         .bind(m_summary.status)
                         .bind(m_summary.changed)
                         .bind(m_summary.entries)
                         .bind(m_summary.originals)
                         .bind(m_summary.conflicts)
                         .bind(m_row)
                         .run());
        // It builds on all heads, so it is the only one now.
        Query drop = m_database.prepare("DELETE FROM head WHERE dossier=?");
        CHAYAN_CHECK(drop.bind(m_entry.dossier.text()).run());
        Query head = m_database.prepare("INSERT INTO head(dossier, hash) VALUES(?, ?)");
        return head.bind(m_entry.dossier.text()).bind(m_entry.hash).run();
    }

    Database& m_database;
    const ledger::Entry& m_entry;
    qint64 m_row = 0;
    Projection::Summary m_summary;
    std::set<QString> m_slots;
};

}  // namespace

Status projectAppended(Database& database, const ledger::Entry& entry) {
    CHAYAN_TRY(const Appending::Outcome outcome, Appending(database, entry).carryOut());
    return outcome == Appending::Outcome::Done ? Status{} : reproject(database, entry.dossier);
}

}  // namespace chayan::store
