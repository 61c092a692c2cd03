#include "core/store/projections.h"

#include "core/domain/fold.h"
#include "core/store/facts.h"
#include "core/store/projection_rows.h"
#include "core/store/search_words.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

Result<Projection> projectionFromEntries(Database& database, const DossierId& dossier) {
    CHAYAN_TRY(std::vector<domain::Fact> facts, factsOf(database, dossier));
    CHAYAN_TRY(const domain::Dossier folded, domain::fold(dossier, std::move(facts), {}));
    return projectionOf(folded);
}

/// A query's first column.
Result<QStringList> namesOf(Database& database, const char* sql) {
    Query query = database.prepare(sql);
    QStringList names;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return names;
        names << query.text(0);
    }
}

void compare(const QString& dossier, const Projection& is, const Projection& shouldBe,
             std::vector<ProjectionDifference>& differences) {
    const auto add = [&](bool equal, const QString& table) {
        if (!equal)
            differences.push_back({dossier, table});
    };
    add(is.summary == shouldBe.summary, u"dossier"_s);
    add(is.items == shouldBe.items, u"item"_s);
    add(is.texts == shouldBe.texts, u"text_row"_s);
    add(is.conflicts == shouldBe.conflicts, u"conflict"_s);
    add(is.heads == shouldBe.heads, u"head"_s);
}

/// An index of the same texts, made anew in this connection's own temporary database.
Status makeIndexBeside(Database& database) {
    CHAYAN_CHECK(database.execute(
        "CREATE VIRTUAL TABLE temp.fresh_index USING fts5("
        "words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');"
        "CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab('temp', 'fresh_index', 'instance');"
        "CREATE VIRTUAL TABLE temp.stored_words USING fts5vocab('main', 'text_index', 'instance');"));
    Query texts = database.prepare("SELECT id, value FROM text_row");
    Query words = database.prepare("INSERT INTO temp.fresh_index(rowid, words) VALUES(?, ?)");
    while (true) {
        CHAYAN_TRY(const bool row, texts.step());
        if (!row)
            return {};
        CHAYAN_CHECK(words.bind(texts.integer(0)).bind(spaced(searchWords(texts.text(1)))).run());
    }
}

/// True when the index itself leads to the first row of a word, which a walk over all words does not ask.
Result<bool> leadsTo(Query& lookup, const QString& word, qint64 row) {
    lookup.reset();
    CHAYAN_TRY(const bool found, lookup.bind(u'"' + word + u'"').step());
    return found && lookup.integer(0) == row;
}

Result<bool> sameWords(Database& database) {
    Query fresh = database.prepare("SELECT term, doc, offset FROM temp.fresh_words");
    Query stored = database.prepare("SELECT term, doc, offset FROM temp.stored_words");
    Query lookup = database.prepare("SELECT rowid FROM text_index WHERE text_index MATCH ? LIMIT 1");
    QString word;
    while (true) {
        CHAYAN_TRY(const bool more, fresh.step());
        CHAYAN_TRY(const bool storedMore, stored.step());
        if (!more || !storedMore)
            return more == storedMore;
        if (fresh.text(0) != stored.text(0) || fresh.integer(1) != stored.integer(1) ||
            fresh.integer(2) != stored.integer(2))
            return false;
        if (fresh.text(0) == word)
            continue;
        word = fresh.text(0);
        CHAYAN_TRY(const bool found, leadsTo(lookup, word, fresh.integer(1)));
        if (!found)
            return false;
    }
}

Result<bool> indexIsRight(Database& database) {
    CHAYAN_CHECK(database.execute("SAVEPOINT fresh_index"));
    const auto made = makeIndexBeside(database);
    const Result<bool> same = made ? sameWords(database) : Result<bool>(tl::unexpected(made.error()));
    CHAYAN_CHECK(database.execute("ROLLBACK TO fresh_index; RELEASE fresh_index"));
    // FTS5 says "error" for some kinds of damage to its tables.
    if (!same && (same.error().kind == ErrorKind::Damaged || same.error().kind == ErrorKind::Internal))
        return false;
    return same;
}

/// One dossier; nothing is added when all is right.
Status compareDossier(Database& database, const DossierId& dossier,
                      std::vector<ProjectionDifference>& differences) {
    const auto shouldBe = projectionFromEntries(database, dossier);
    if (!shouldBe &&
        (shouldBe.error().kind == ErrorKind::Damaged || shouldBe.error().kind == ErrorKind::BadInput)) {
        differences.push_back({dossier.text(), u"entry"_s});
        return {};
    }
    if (!shouldBe)
        return fail(shouldBe.error());
    const auto is = readProjection(database, dossier);
    if (!is && is.error().kind == ErrorKind::Damaged) {
        differences.push_back({dossier.text(), u"head"_s});
        return {};
    }
    if (!is)
        return fail(is.error());
    CHAYAN_TRY(const qint64 row, dossierRow(database, dossier));
    CHAYAN_TRY(const qint64 number, dossierNumber(database, dossier));
    if (row != number)
        differences.push_back({dossier.text(), u"dossier"_s});
    compare(dossier.text(), *is, *shouldBe, differences);
    return {};
}

}  // namespace

Status reproject(Database& database, const DossierId& dossier) {
    CHAYAN_TRY(const Projection projection, projectionFromEntries(database, dossier));
    CHAYAN_TRY(const qint64 row, clearProjection(database, dossier));
    if (projection.summary.entries > 0)
        return insertProjection(database, dossier, projection);
    Query drop = database.prepare("DELETE FROM dossier WHERE id=?");
    return drop.bind(row).run();
}

Status rebuildProjections(Database& database) {
    CHAYAN_CHECK(
        database.execute("INSERT INTO text_index(text_index) VALUES('delete-all');"
                         "DELETE FROM text_row; DELETE FROM conflict; DELETE FROM item; DELETE FROM head; "
                         "DELETE FROM dossier;"));
    CHAYAN_TRY(const QStringList names, namesOf(database, "SELECT DISTINCT dossier FROM entry"));
    for (const QString& name : names) {
        const auto dossier = DossierId::fromText(name);
        if (!dossier)
            return fail(ErrorKind::Damaged, database.path(), u"an entry stands under no dossier's id"_s);
        CHAYAN_TRY(const Projection projection, projectionFromEntries(database, *dossier));
        CHAYAN_CHECK(insertProjection(database, *dossier, projection));
    }
    Query rules = database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES('projections', ?)");
    return rules.bind(projectionRules()).run();
}

Result<bool> projectionsAreCurrent(Database& database) {
    Query query = database.prepare("SELECT value FROM meta WHERE key='projections'");
    CHAYAN_TRY(const bool row, query.step());
    return row && query.text(0) == projectionRules();
}

Result<std::vector<ProjectionDifference>> compareProjections(Database& database, const Progress& progress) {
    // Both sides, so that neither a missing nor a left-over row escapes.
    CHAYAN_TRY(const QStringList names,
               namesOf(database,
                       "SELECT dossier FROM entry UNION SELECT dossier FROM dossier UNION "
                       "SELECT dossier FROM head"));
    std::vector<ProjectionDifference> differences;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled, database.path());
        progress.tell(i, names.size(), names[i]);
        if (const auto dossier = DossierId::fromText(names[i]))
            CHAYAN_CHECK(compareDossier(database, *dossier, differences));
        else
            differences.push_back({names[i], u"dossier"_s});
    }
    CHAYAN_TRY(const qint64 misplaced,
               database.integer("SELECT count(*) FROM text_row WHERE id>>24 <> dossier"));
    if (misplaced > 0)
        differences.push_back({{}, u"text_row"_s});
    CHAYAN_TRY(const bool rightIndex, indexIsRight(database));
    if (!rightIndex)
        differences.push_back({{}, u"text_index"_s});
    return differences;
}

}  // namespace chayan::store
