#include "core/store/trust.h"

#include "core/store/officers.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Up to which size a log was known here before a date, as far as the tree that is shown goes on from it.
Result<qint64> knownBefore(Database& database, UtcMs date, const ledger::ProvenLog& log) {
    Query query = database.prepare(
        "SELECT c.size, c.root FROM checkpoint c JOIN log l ON l.id=c.log WHERE l.hash=?1 AND c.seen<?2 "
        "UNION SELECT size, root FROM anchor WHERE log=?1 AND at<?2 ORDER BY 1 DESC");
    query.bind(log.log).bind(date);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return 0;
        CHAYAN_TRY(const Digest root, query.digest(1));
        const qint64 size = query.integer(0);
        const auto shown = log.nodes.roots.find(size);
        const bool isTip =
            log.checkpoints.back().checkpoint.size == size && log.checkpoints.back().checkpoint.root == root;
        if (isTip || (shown != log.nodes.roots.end() && shown->second == root))
            return size;
    }
}

}  // namespace

Status addTrust(Draft& draft, const crypto::Certificate& certificate) {
    Database& database = draft.database();
    const Digest& fingerprint = certificate.fingerprint();
    Query known = database.prepare("SELECT compromised_since IS NULL FROM trust WHERE fingerprint=?");
    CHAYAN_TRY(const bool here, known.bind(fingerprint).step());
    if (here && known.integer(0) == 1)
        return {};
    known.reset();
    Query keep = database.prepare("INSERT OR IGNORE INTO certificate(fingerprint, der) VALUES(?, ?)");
    CHAYAN_CHECK(keep.bind(fingerprint).bind(certificate.der()).run());
    CHAYAN_TRY(
        const ledger::Entry entry,
        draft.appendToLog(u"trust.added"_s, Json(Json::Object{{"certificate", Json(fingerprint.hex())}})));
    Query trust = database.prepare(
        "INSERT OR REPLACE INTO trust(fingerprint, since, compromised_since) VALUES(?, ?, NULL)");
    return trust.bind(fingerprint).bind(entry.clock.utc).run();
}

Status removeTrust(Draft& draft, const Digest& fingerprint, std::optional<UtcMs> compromisedSince) {
    Database& database = draft.database();
    Query known = database.prepare("SELECT 1 FROM trust WHERE fingerprint=?");
    CHAYAN_TRY(const bool here, known.bind(fingerprint).step());
    if (!here)
        return fail(ErrorKind::NotFound, fingerprint.hex(), u"it is not among the trusted certificates"_s);
    known.reset();
    Json::Object body{{"certificate", Json(fingerprint.hex())}};
    if (compromisedSince)
        body.emplace("compromised_since", Json(rfc3339(*compromisedSince)));
    CHAYAN_TRY(const ledger::Entry entry, draft.appendToLog(u"trust.removed"_s, Json(std::move(body))));
    Query change =
        database.prepare(compromisedSince ? "UPDATE trust SET compromised_since=?2 WHERE fingerprint=?1"
                                          : "DELETE FROM trust WHERE fingerprint=?1");
    change.bind(fingerprint);
    if (compromisedSince)
        change.bind(*compromisedSince);
    return change.run();
}

Result<TrustBook> TrustBook::load(Database& database) {
    TrustBook book;
    Query query = database.prepare("SELECT fingerprint, since, compromised_since FROM trust ORDER BY since");
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            break;
        CHAYAN_TRY(const Digest fingerprint, query.digest(0));
        CHAYAN_TRY(crypto::Certificate certificate, certificateOf(database, fingerprint));
        const qint64 compromised = query.integer(2);
        book.m_trusted.push_back({std::move(certificate), query.integer(1),
                                  compromised != 0 ? std::optional<UtcMs>(compromised) : std::nullopt});
    }
    CHAYAN_TRY(std::vector<Officer> officers, store::officers(database));
    for (Officer& officer : officers) {
        if (officer.admitted && officer.here)
            book.m_own.push_back(std::move(officer.certificate));
    }
    return book;
}

bool TrustBook::trusts(const crypto::Certificate& certificate) const {
    const auto isIt = [&](const crypto::Certificate& known) {
        return known.fingerprint() == certificate.fingerprint();
    };
    return std::ranges::any_of(m_own, isIt) ||
           (!compromisedSince(certificate) && std::ranges::any_of(m_trusted, [&](const Trusted& trusted) {
               return isIt(trusted.certificate) || certificate.issuedBy(trusted.certificate);
           }));
}

std::optional<UtcMs> TrustBook::compromisedSince(const crypto::Certificate& certificate) const {
    std::optional<UtcMs> earliest;
    for (const Trusted& trusted : m_trusted) {
        if (trusted.compromisedSince && (trusted.certificate.fingerprint() == certificate.fingerprint() ||
                                         certificate.issuedBy(trusted.certificate)))
            earliest = std::min(earliest.value_or(*trusted.compromisedSince), *trusted.compromisedSince);
    }
    return earliest;
}

Result<bool> wereSeenBefore(Database& database, UtcMs date, const Digest& officer,
                            const std::map<Digest, ledger::ProvenLog>& logs) {
    for (const auto& [id, log] : logs) {
        CHAYAN_TRY(const qint64 known, knownBefore(database, date, log));
        const bool all = std::ranges::all_of(log.places, [&](const ledger::Place& place) {
            return place.officer != officer || place.seq < known;
        });
        if (!all)
            return false;
    }
    return true;
}

}  // namespace chayan::store
