#include "core/store/check_run.h"
#include "core/store/own_log.h"

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

struct Decision {
    UtcMs since = 0;
    UtcMs compromised = 0;  // never, as in the table
    bool operator==(const Decision&) const = default;
};

using Decisions = std::map<Digest, Decision>;

void note(Decisions& decided, const ledger::Entry& entry) {
    const QString* text = entry.body.stringAt("certificate");
    const auto certificate = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
    if (!certificate)
        return;
    if (entry.kind == u"trust.added") {
        decided[*certificate] = {entry.clock.utc, 0};
        return;
    }
    const QString* since = entry.body.stringAt("compromised_since");
    if (since == nullptr)
        decided.erase(*certificate);
    else if (const auto found = decided.find(*certificate); found != decided.end())
        found->second.compromised = fromRfc3339(*since).value_or(0);
}

Result<Decisions> decisions(Database& database) {
    Decisions decided;
    CHAYAN_TRY(const std::vector<qint64> logs, ownLogs(database));
    for (const qint64 log : logs) {
        // By the log's own dossier, so that the index is used.
        Query query = database.prepare(
            "SELECT bytes FROM entry WHERE dossier=(SELECT lower(hex(hash)) FROM log WHERE id=?1) AND log=?1 "
            "AND "
            "kind IN ('trust.added', 'trust.removed') ORDER BY seq");
        query.bind(log);
        while (true) {
            CHAYAN_TRY(const bool row, query.step());
            if (!row)
                break;
            if (const auto entry = ledger::parseEntry(query.blob(0)))
                note(decided, *entry);
        }
    }
    return decided;
}

}  // namespace

Result<std::vector<qint64>> ownLogs(Database& database) {
    std::vector<qint64> logs;
    std::set<qint64> met;
    auto row = ownLogRow(database);
    if (!row && row.error().kind == ErrorKind::NotAStore)
        return logs;  // found elsewhere
    CHAYAN_CHECK(row);
    std::optional<qint64> next = *row;
    while (next && met.insert(*next).second) {
        logs.insert(logs.begin(), *next);
        Query opening = database.prepare("SELECT bytes FROM entry WHERE log=? AND seq=0");
        CHAYAN_TRY(const bool here, opening.bind(*next).step());
        next.reset();
        const auto entry = here ? ledger::parseEntry(opening.blob(0))
                                : Result<ledger::Entry>(fail(ErrorKind::Damaged, database.path()));
        const Json* previous = entry ? entry->body.find("previous") : nullptr;
        const QString* named = previous != nullptr ? previous->stringAt("log") : nullptr;
        const auto hash = named != nullptr ? Digest::fromHex(*named) : std::nullopt;
        if (!hash)
            break;
        Query log = database.prepare("SELECT id FROM log WHERE hash=? ORDER BY id LIMIT 1");
        CHAYAN_TRY(const bool known, log.bind(*hash).step());
        if (known)
            next = log.integer(0);
    }
    return logs;
}

Status checkTrust(CheckRun& run) {
    CHAYAN_TRY(Decisions decided, decisions(run.database));
    Query rows = run.database.prepare("SELECT fingerprint, since, compromised_since FROM trust");
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            break;
        const QByteArray fingerprint = rows.blob(0);
        const auto digest = Digest::fromRaw(view(fingerprint));
        const auto found = digest ? decided.find(*digest) : decided.end();
        const Decision here{rows.integer(1), rows.integer(2)};
        if (found == decided.end() || found->second != here)
            run.found("row_unrecorded", at("trust", QString::fromLatin1(fingerprint.toHex())),
                      u"no record decided so"_s);
        if (found != decided.end())
            decided.erase(found);
    }
    for (const auto& [fingerprint, decision] : decided)
        run.found("row_missing", at("trust", fingerprint.hex()), u"a record decided that it is trusted"_s);
    return {};
}

}  // namespace chayan::store
