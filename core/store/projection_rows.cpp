#include "core/store/projection_rows.h"

#include "core/store/search_words.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

Status deleteRows(Database& database, const char* sql, qint64 dossier) {
    Query query = database.prepare(sql);
    return query.bind(dossier).run();
}

Status insertSummary(Database& database, qint64 row, const DossierId& dossier, const Projection& projection) {
    Query query = database.prepare(
        "INSERT INTO dossier(id, dossier, type, title, place, kind, status, opened, changed, entries, "
        "originals, "
        "conflicts) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
        "type=excluded.type, title=excluded.title, place=excluded.place, kind=excluded.kind, "
        "status=excluded.status, opened=excluded.opened, changed=excluded.changed, entries=excluded.entries, "
        "originals=excluded.originals, conflicts=excluded.conflicts");
    const Projection::Summary& summary = projection.summary;
    return query.bind(row)
        .bind(dossier.text())
        .bind(summary.type)
        .bind(summary.title)
        .bind(summary.place)
        .bind(summary.kind)
        .bind(summary.status)
        .bind(summary.opened)
        .bind(summary.changed)
        .bind(summary.entries)
        .bind(summary.originals)
        .bind(summary.conflicts)
        .run();
}

Status readSummary(Database& database, const DossierId& dossier, Projection& projection) {
    Query query = database.prepare(
        "SELECT type, title, place, kind, status, opened, changed, entries, originals, conflicts FROM "
        "dossier WHERE "
        "dossier=?");
    CHAYAN_TRY(const bool row, query.bind(dossier.text()).step());
    if (row)
        projection.summary = {query.text(0),    query.text(1),    query.text(2),    query.text(3),
                              query.text(4),    query.integer(5), query.integer(6), query.integer(7),
                              query.integer(8), query.integer(9)};
    return {};
}

Status readHeads(Database& database, const DossierId& dossier, std::vector<Digest>& heads) {
    Query query = database.prepare("SELECT hash FROM head WHERE dossier=? ORDER BY hash");
    query.bind(dossier.text());
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return {};
        CHAYAN_TRY(const Digest head, query.digest(0));
        heads.push_back(head);
    }
}

/// Calls `take` for each row of a dossier.
template <class Take>
Status eachRow(Database& database, const char* sql, qint64 dossier, Take take) {
    Query query = database.prepare(sql);
    query.bind(dossier);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return {};
        take(query);
    }
}

}  // namespace

Status TextRows::insertWords(qint64 id, const QString& value) {
    Query words = m_database.prepare("INSERT INTO text_index(rowid, words) VALUES(?, ?)");
    return words.bind(id).bind(spaced(searchWords(value))).run();
}

Status TextRows::insert(const Projection::Text& text) {
    Query newest = m_database.prepare("SELECT max(id) FROM text_row WHERE id BETWEEN ? AND ?");
    const qint64 first = m_dossier << numberBits;
    CHAYAN_TRY(const bool any, newest.bind(first).bind(lastOf(m_dossier)).step());
    const qint64 id = std::max(any ? newest.integer(0) : 0, first) + 1;
    if (id > lastOf(m_dossier))
        return fail(ErrorKind::TooLarge, m_database.path(), u"a dossier has too many texts to index"_s);
    Query row =
        m_database.prepare("INSERT INTO text_row(id, dossier, item, key, value) VALUES(?, ?, ?, ?, ?)");
    CHAYAN_CHECK(row.bind(id).bind(m_dossier).bind(text.item).bind(text.key).bind(text.value).run());
    return insertWords(id, text.value);
}

Status TextRows::removeFrom(Query& query) {
    while (true) {
        CHAYAN_TRY(const bool found, query.step());
        if (!found)
            return {};
        Query words =
            m_database.prepare("INSERT INTO text_index(text_index, rowid, words) VALUES('delete', ?, ?)");
        CHAYAN_CHECK(words.bind(query.integer(0)).bind(spaced(searchWords(query.text(1)))).run());
    }
}

Status TextRows::replace(const QString& item, const QString& key, const QString& value) {
    Query old =
        m_database.prepare("SELECT id, value FROM text_row WHERE dossier=? AND item=? AND key=? ORDER BY id");
    CHAYAN_TRY(const bool had, old.bind(m_dossier).bind(item).bind(key).step());
    const qint64 id = had ? old.integer(0) : 0;
    old.reset();
    if (had) {
        old.bind(m_dossier).bind(item).bind(key);
        CHAYAN_CHECK(removeFrom(old));
        Query drop =
            m_database.prepare("DELETE FROM text_row WHERE dossier=? AND item=? AND key=? AND id<>?");
        CHAYAN_CHECK(drop.bind(m_dossier).bind(item).bind(key).bind(value.isEmpty() ? 0 : id).run());
    }
    if (value.isEmpty())
        return {};
    if (!had)
        return insert({item, key, value});
    // A value that changes often keeps its row, so that numbers do not run out and no index is written to.
    Query row = m_database.prepare("UPDATE text_row SET value=? WHERE id=?");
    CHAYAN_CHECK(row.bind(value).bind(id).run());
    return insertWords(id, value);
}

Status TextRows::removeItem(const QString& item) {
    Query old = m_database.prepare("SELECT id, value FROM text_row WHERE dossier=? AND item=?");
    CHAYAN_CHECK(removeFrom(old.bind(m_dossier).bind(item)));
    Query drop = m_database.prepare("DELETE FROM text_row WHERE dossier=? AND item=?");
    return drop.bind(m_dossier).bind(item).run();
}

Status TextRows::removeAll() {
    Query old = m_database.prepare("SELECT id, value FROM text_row WHERE dossier=?");
    CHAYAN_CHECK(removeFrom(old.bind(m_dossier)));
    return deleteRows(m_database, "DELETE FROM text_row WHERE dossier=?", m_dossier);
}

Result<qint64> dossierRow(Database& database, const DossierId& dossier) {
    Query query = database.prepare("SELECT id FROM dossier WHERE dossier=?");
    CHAYAN_TRY(const bool row, query.bind(dossier.text()).step());
    return row ? query.integer(0) : 0;
}

Result<qint64> dossierNumber(Database& database, const DossierId& dossier) {
    Query query = database.prepare("SELECT min(id) FROM entry WHERE dossier=?");
    CHAYAN_TRY(const bool row, query.bind(dossier.text()).step());
    return row ? query.integer(0) : 0;
}

Status insertProjection(Database& database, const DossierId& dossier, const Projection& projection) {
    CHAYAN_TRY(const qint64 row, dossierNumber(database, dossier));
    CHAYAN_CHECK(insertSummary(database, row, dossier, projection));
    Query item = database.prepare("INSERT INTO item(dossier, item, list, present) VALUES(?, ?, ?, ?)");
    for (const Projection::Item& one : projection.items)
        CHAYAN_CHECK(item.bind(row).bind(one.item).bind(one.list).bind(one.present).run());
    TextRows texts(database, row);
    for (const Projection::Text& text : projection.texts)
        CHAYAN_CHECK(texts.insert(text));
    Query conflict = database.prepare("INSERT INTO conflict(dossier, about, item, key) VALUES(?, ?, ?, ?)");
    for (const Projection::Conflict& one : projection.conflicts)
        CHAYAN_CHECK(conflict.bind(row).bind(one.about).bind(one.item).bind(one.key).run());
    Query head = database.prepare("INSERT INTO head(dossier, hash) VALUES(?, ?)");
    for (const Digest& hash : projection.heads)
        CHAYAN_CHECK(head.bind(dossier.text()).bind(hash).run());
    return {};
}

Result<qint64> clearProjection(Database& database, const DossierId& dossier) {
    Query heads = database.prepare("DELETE FROM head WHERE dossier=?");
    CHAYAN_CHECK(heads.bind(dossier.text()).run());
    CHAYAN_TRY(const qint64 row, dossierRow(database, dossier));
    if (row != 0) {
        CHAYAN_CHECK(TextRows(database, row).removeAll());
        CHAYAN_CHECK(deleteRows(database, "DELETE FROM item WHERE dossier=?", row));
        CHAYAN_CHECK(deleteRows(database, "DELETE FROM conflict WHERE dossier=?", row));
    }
    return row;
}

Result<Projection> readProjection(Database& database, const DossierId& dossier) {
    Projection projection;
    CHAYAN_CHECK(readSummary(database, dossier, projection));
    CHAYAN_CHECK(readHeads(database, dossier, projection.heads));
    CHAYAN_TRY(const qint64 row, dossierRow(database, dossier));
    CHAYAN_CHECK(eachRow(database, "SELECT item, list, present FROM item WHERE dossier=? ORDER BY item", row,
                         [&](const Query& q) {
                             projection.items.push_back({q.text(0), q.text(1), q.integer(2)});
                         }));
    CHAYAN_CHECK(
        eachRow(database, "SELECT item, key, value FROM text_row WHERE dossier=?", row, [&](const Query& q) {
            projection.texts.push_back({q.text(0), q.text(1), q.text(2)});
        }));
    CHAYAN_CHECK(
        eachRow(database, "SELECT about, item, key FROM conflict WHERE dossier=?", row, [&](const Query& q) {
            projection.conflicts.push_back({q.text(0), q.text(1), q.text(2)});
        }));
    std::sort(projection.texts.begin(), projection.texts.end());
    std::sort(projection.conflicts.begin(), projection.conflicts.end());
    return projection;
}

}  // namespace chayan::store
