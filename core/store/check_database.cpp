#include "core/store/check_run.h"
#include "core/store/own_log.h"
#include "core/store/projections.h"
#include "core/store/schema.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

constexpr const char* whole = "store.sqlite";

using SchemaTexts = std::map<QString, QString>;  // name of a table, index or trigger to its SQL

Result<SchemaTexts> schemaOf(Database& database) {
    Query rows = database.prepare(
        "SELECT type || ' ' || name, ifnull(sql, '') FROM sqlite_master "
        "WHERE name NOT LIKE 'sqlite_stat%'");
    SchemaTexts texts;
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            return texts;
        texts.emplace(rows.text(0), rows.text(1));
    }
}

/// A dropped index, a changed constraint, an added trigger: the schema is what this program would make, and
/// no more.
Status checkSchemaTexts(CheckRun& run) {
    CHAYAN_TRY(Database fresh, Database::inMemory());
    CHAYAN_CHECK(migrate(fresh));
    CHAYAN_TRY(const SchemaTexts expected, schemaOf(fresh));
    CHAYAN_TRY(const SchemaTexts found, schemaOf(run.database));
    for (const auto& [name, sql] : expected) {
        const auto here = found.find(name);
        if (here == found.end() || here->second != sql)
            run.found("schema_damaged", at(whole, name), u"it is missing or changed"_s);
    }
    for (const auto& [name, sql] : found) {
        if (!expected.contains(name))
            run.found("schema_damaged", at(whole, name), u"the schema has no such thing"_s);
    }
    return {};
}

Status checkMeta(CheckRun& run) {
    CHAYAN_TRY(const bool current, projectionsAreCurrent(run.database));
    if (!current)
        run.found("projection_mismatch", at("meta", u"projections"_s),
                  u"made under other rules than this program's"_s);
    Query rows = run.database.prepare("SELECT key, value FROM meta");
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            return {};
        const QString key = rows.text(0);
        if (key != u"own_log" && key != u"projections" && key != u"copied")
            run.found("row_unknown", at("meta", key), u"nothing is kept under this key"_s);
    }
}

}  // namespace

Status checkDatabase(CheckRun& run) {
    Query integrity = run.database.prepare("PRAGMA integrity_check(20)");
    while (true) {
        CHAYAN_TRY(const bool row, integrity.step());
        if (!row)
            break;
        if (integrity.text(0) != u"ok")
            run.found("schema_damaged", at(whole, integrity.text(0)), u"SQLite's integrity check"_s);
    }
    CHAYAN_TRY(const qint64 version, run.database.integer("PRAGMA user_version"));
    if (version == newestSchema())
        CHAYAN_CHECK(checkSchemaTexts(run));
    Query foreign = run.database.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check");
    while (true) {
        CHAYAN_TRY(const bool row, foreign.step());
        if (!row)
            break;
        run.found("row_orphaned",
                  at(foreign.text(0).toLatin1().constData(), u"row %1"_s.arg(foreign.integer(1))),
                  u"it refers to a row of %1 that is not there"_s.arg(foreign.text(2)));
    }
    return checkMeta(run);
}

Result<std::vector<LogRow>> checkLogRows(CheckRun& run) {
    Query meta = run.database.prepare("SELECT value FROM meta WHERE key='own_log'");
    CHAYAN_TRY(const bool hasMeta, meta.step());
    const QString own = hasMeta ? meta.text(0) : QString();
    Query rows = run.database.prepare(
        "SELECT id, hash, branch, EXISTS(SELECT 1 FROM log b WHERE b.hash=log.hash AND "
        "b.branch=log.branch-1), "
        "EXISTS(SELECT 1 FROM entry WHERE log=log.id) FROM log ORDER BY id");
    std::vector<LogRow> logs;
    bool hasOwn = false;
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            break;
        LogRow log{rows.integer(0), {}, rows.integer(2), QString::number(rows.integer(0)) == own};
        const auto id = Digest::fromRaw(view(rows.blob(1)));
        const QString where = at("log", u"row %1"_s.arg(log.row));
        if (!id) {
            run.found("row_unknown", where, u"its hash does not have 32 bytes"_s);
            continue;
        }
        log.id = *id;
        hasOwn = hasOwn || log.own;
        if (log.branch < 0 || (log.branch > 0 && rows.integer(3) == 0))
            run.found("row_unknown", where, u"branch %1 follows no other"_s.arg(log.branch));
        if (log.row != static_cast<qint64>(logs.size()) + 1)
            run.found("row_missing", at("log", u"row %1"_s.arg(logs.size() + 1)), u"the rows have a gap"_s);
        logs.push_back(log);
    }
    if (!hasOwn)
        run.found("row_missing", at("meta", u"own_log"_s), u"it names no log of this store"_s);
    CHAYAN_TRY(const qint64 entries, run.database.integer("SELECT count(*) FROM entry"));
    CHAYAN_TRY(const qint64 last, run.database.integer("SELECT ifnull(max(id), 0) FROM entry"));
    if (entries != last)
        run.found("row_missing", at("entry", u"row %1"_s.arg(last)),
                  u"there are %1 rows up to it"_s.arg(entries));
    return logs;
}

Status noteForks(CheckRun& run, const std::vector<LogRow>& logs) {
    Query newest = run.database.prepare(
        "SELECT size, root, officer FROM checkpoint c JOIN log l ON l.id=c.log "
        "WHERE l.hash=? AND l.branch=? ORDER BY size DESC LIMIT 1");
    const auto newestOf = [&](const LogRow& log, qint64 branch) -> Result<QString> {
        CHAYAN_TRY(const bool here, newest.bind(log.id).bind(branch).step());
        const QString told = here ? u"size %1, root %2, by %3"_s.arg(newest.integer(0))
                                        .arg(QString::fromLatin1(newest.blob(1).toHex()),
                                             QString::fromLatin1(newest.blob(2).toHex()))
                                  : u"none"_s;
        newest.reset();
        return told;
    };
    for (const LogRow& log : logs) {
        if (log.branch == 0)
            continue;
        CHAYAN_TRY(const QString first, newestOf(log, 0));
        CHAYAN_TRY(const QString other, newestOf(log, log.branch));
        run.report.notices.push_back(
            {u"log_forked"_s, at("log", log.named()),
             u"newest checkpoints: of the version that was here first: %1; of this one: %2"_s.arg(first,
                                                                                                  other)});
    }
    return {};
}

}  // namespace chayan::store
