#include "core/store/check.h"

#include "core/base/limits.h"
#include "core/store/check_run.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// A part that meets damage ends there; the damage is a finding, and the other parts go on.
Status ran(CheckRun& run, const Status& part) {
    if (!part && part.error().kind == ErrorKind::Damaged) {
        run.found("schema_damaged", at("store.sqlite", u"damaged"_s), part.error().detail);
        return {};
    }
    return part;
}

Status checkLogs(CheckRun& run) {
    CHAYAN_TRY(const std::vector<LogRow> logs, checkLogRows(run));
    for (const LogRow& log : logs)
        CHAYAN_CHECK(checkLog(run, log));
    CHAYAN_CHECK(noteForks(run, logs));
    // These need every log's entries.
    CHAYAN_CHECK(checkOfficers(run));
    CHAYAN_CHECK(checkHeads(run));
    return checkOriginals(run);
}

}  // namespace

QString at(const char* table, const QString& thing) {
    return u"%1: %2"_s.arg(QLatin1StringView(table), thing);
}

QString LogRow::named() const {
    const QString name = u"log %1"_s.arg(id.hex().left(16));
    return branch == 0 ? name : u"%1, branch %2"_s.arg(name).arg(branch);
}

void CheckRun::found(const char* what, const QString& where, const QString& detail) {
    if (static_cast<qint64>(report.findings.size()) < limits::problemsListed)
        report.findings.push_back({QString::fromLatin1(what), where, detail});
    else
        ++report.unlisted;
}

Result<CheckReport> check(Database& database, const Vault& vault, Beside beside, const Progress& progress,
                          const Signer* officer) {
    CheckRun run{database, vault, beside, progress, officer};
    // What the passes note of the entries lies in SQLite's temporary file, not in memory.
    CHAYAN_CHECK(
        database.execute("PRAGMA temp_store=FILE;"
                         "CREATE TEMP TABLE built_upon(hash BLOB PRIMARY KEY) WITHOUT ROWID;"
                         "CREATE TEMP TABLE recorded(sha256 BLOB, item TEXT, size INTEGER, own INTEGER, "
                         "  PRIMARY KEY(sha256, item, size)) WITHOUT ROWID;"
                         "CREATE TEMP TABLE destroyed(item TEXT PRIMARY KEY) WITHOUT ROWID;"
                         // A dossier's newest entry so far of the log that is being judged.
                         "CREATE TEMP TABLE last_of(dossier TEXT PRIMARY KEY, hash BLOB) WITHOUT ROWID;"
                         "BEGIN"));
    CHAYAN_CHECK(ran(run, checkDatabase(run)));
    CHAYAN_CHECK(ran(run, readCertificates(run)));
    CHAYAN_CHECK(ran(run, checkLogs(run)));
    CHAYAN_CHECK(ran(run, checkProjections(run)));
    CHAYAN_CHECK(ran(run, checkTrust(run)));
    CHAYAN_CHECK(ran(run, checkPendingKeys(run)));
    CHAYAN_CHECK(ran(run, checkHandedOut(run)));
    CHAYAN_CHECK(ran(run, checkSecrets(run)));
    CHAYAN_CHECK(database.execute("COMMIT"));
    return std::move(run.report);
}

}  // namespace chayan::store
