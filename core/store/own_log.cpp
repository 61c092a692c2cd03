#include "core/store/own_log.h"

#include "core/base/limits.h"
#include "core/crypto/random.h"
#include "core/ledger/own_kinds.h"
#include "core/store/projections.h"
#include "core/store/traffic.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

constexpr int saltBytes = 16;
constexpr int nonceBytes = 16;

Result<std::vector<Digest>> headsOf(Database& database, const DossierId& dossier) {
    Query query = database.prepare("SELECT hash FROM head WHERE dossier=? ORDER BY hash");
    query.bind(dossier.text());
    std::vector<Digest> heads;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return heads;
        CHAYAN_TRY(const Digest head, query.digest(0));
        heads.push_back(head);
    }
}

/// Where others have built on this log's last entry of the dossier, it is no head and is named all the same
/// (formats.md section 2).
Status addOwnLast(Database& database, qint64 log, const DossierId& dossier, std::vector<Digest>& after) {
    Query query =
        database.prepare("SELECT hash FROM entry WHERE dossier=? AND log=? ORDER BY seq DESC LIMIT 1");
    CHAYAN_TRY(const bool row, query.bind(dossier.text()).bind(log).step());
    if (!row)
        return {};
    CHAYAN_TRY(const Digest last, query.digest(0));
    if (std::ranges::find(after, last) == after.end())
        after.push_back(last);
    return {};
}

/// The newest of the log's own entries that belong to every bundle: what the next one of them builds on.
Result<std::vector<Digest>> lastOfEveryBundle(Database& database, qint64 log, const DossierId& dossier) {
    Query query = database.prepare(
        "SELECT hash FROM entry WHERE dossier=? AND log=? AND (kind='log.opened' OR kind GLOB 'officer.*') "
        "ORDER BY seq DESC LIMIT 1");
    query.bind(dossier.text()).bind(log);
    CHAYAN_TRY(const bool row, query.step());
    if (!row)
        return std::vector<Digest>{};
    CHAYAN_TRY(const Digest last, query.digest(0));
    return std::vector{last};
}

/// What an entry says about who may write in its log.
void note(std::set<Digest>& admitted, const ledger::Entry& entry) {
    const QString* text = entry.body.stringAt("certificate");
    const auto officer = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
    if (!officer || entry.dossier.text() != entry.log.hex())
        return;
    if (entry.kind == u"log.opened" || entry.kind == u"officer.admitted")
        admitted.insert(*officer);
    else if (entry.kind == u"officer.retired")
        admitted.erase(*officer);
}

}  // namespace

Result<Digest> StoredTree::node(int level, qint64 index) const {
    Query stored = m_database.prepare("SELECT hash FROM tree_node WHERE log=? AND level=? AND place=?");
    CHAYAN_TRY(const bool isStored, stored.bind(m_log).bind(level).bind(index).step());
    if (isStored)
        return stored.digest(0);
    Query leaf = m_database.prepare("SELECT hash FROM entry WHERE log=? AND seq=?");
    if (level > 0) {
        // Proofs may have given the halves and not the whole.
        const auto left = node(level - 1, index * 2);
        const auto right = left ? node(level - 1, index * 2 + 1) : left;
        if (right)
            return ledger::nodeHash(*left, *right);
    }
    CHAYAN_TRY(const bool isEntry, leaf.bind(m_log).bind(index).step());
    if (level > 0 || !isEntry)
        return fail(ErrorKind::Damaged, m_database.path(),
                    u"the log's tree lacks node %1 of level %2"_s.arg(index).arg(level));
    return leaf.digest(0);
}

Result<std::optional<Digest>> StoredTree::edge(qint64 first, qint64 size) const {
    Query stored = m_database.prepare("SELECT hash FROM edge_node WHERE log=? AND size=? AND first=?");
    CHAYAN_TRY(const bool here, stored.bind(m_log).bind(size).bind(first).step());
    if (!here)
        return std::nullopt;
    return stored.digest(0);
}

Result<qint64> ownLogRow(Database& database) {
    CHAYAN_TRY(const qint64 row, database.integer("SELECT value FROM meta WHERE key='own_log'"));
    if (row == 0)
        return fail(ErrorKind::NotAStore, database.path(), u"it holds no log"_s);
    return row;
}

Status requireDossier(Database& database, const DossierId& dossier) {
    Query query = database.prepare("SELECT 1 FROM head WHERE dossier=?");
    CHAYAN_TRY(const bool here, query.bind(dossier.text()).step());
    if (!here)
        return fail(ErrorKind::NotFound, dossier.text(), u"no such dossier in this store"_s);
    return {};
}

Result<std::set<Digest>> admittedOfficers(Database& database, qint64 log) {
    std::set<Digest> admitted;
    // By the log's own dossier, so that the index is used.
    Query query = database.prepare(
        "SELECT bytes FROM entry WHERE dossier=(SELECT lower(hex(hash)) FROM log WHERE id=?1) AND log=?1 "
        "AND kind IN ('log.opened', 'officer.admitted', 'officer.retired') ORDER BY seq");
    query.bind(log);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return admitted;
        CHAYAN_TRY(const ledger::Entry entry, ledger::parseEntry(query.blob(0)));
        note(admitted, entry);
    }
}

Result<OwnLog> OwnLog::start(Database& database, const Signer& signer, const Clock& clock,
                             const QString& app) {
    return begin(database, signer, clock, {{"app", Json(app)}});
}

Result<OwnLog> OwnLog::startAfter(Database& database, const OwnLog& old, const Signer& signer,
                                  const Clock& clock) {
    Query query = database.prepare(
        "SELECT c.size, c.root, e.bytes FROM checkpoint c JOIN entry e ON e.log=c.log AND e.seq=0 "
        "WHERE c.log=? ORDER BY c.size DESC LIMIT 1");
    CHAYAN_TRY(const bool here, query.bind(old.m_row).step());
    if (!here)
        return fail(ErrorKind::Damaged, database.path(), u"its own log has no opening or no checkpoint"_s);
    CHAYAN_TRY(const Digest root, query.digest(1));
    CHAYAN_TRY(const ledger::Entry opening, ledger::parseEntry(query.blob(2)));
    const QString* app = opening.body.stringAt("app");
    return begin(database, signer, clock,
                 {{"app", Json(app != nullptr ? *app : QString())},
                  {"previous", Json(Json::Object{{"log", Json(old.m_id.hex())},
                                                 {"size", Json(query.integer(0))},
                                                 {"root", Json(root.hex())}})}});
}

Result<OwnLog> OwnLog::begin(Database& database, const Signer& signer, const Clock& clock,
                             Json::Object opening) {
    CHAYAN_TRY(const QByteArray nonce, crypto::randomBytes(nonceBytes));
    const Digest& officer = signer.certificate.fingerprint();
    OwnLog log;
    log.m_id = ledger::logId(officer, nonce);
    log.m_admitted = {officer};
    Query insert = database.prepare("INSERT INTO log(hash) VALUES(?)");
    CHAYAN_CHECK(insert.bind(log.m_id).run());
    CHAYAN_TRY(log.m_row, database.integer("SELECT max(id) FROM log"));
    Query own = database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES('own_log', ?)");
    CHAYAN_CHECK(own.bind(log.m_row).run());
    CHAYAN_CHECK(database.execute("DELETE FROM meta WHERE key='copied'"));
    opening.emplace("certificate", Json(officer.hex()));
    opening.emplace("nonce", Json(base64url(view(nonce))));
    CHAYAN_TRY(const ledger::Entry opened,
               log.append(database, signer, clock, log.dossier(), u"log.opened"_s, Json(std::move(opening))));
    CHAYAN_CHECK(log.checkpoint(database, signer, clock));
    return log;
}

Result<OwnLog> OwnLog::load(Database& database) {
    OwnLog log;
    CHAYAN_TRY(log.m_row, ownLogRow(database));
    Query id =
        database.prepare("SELECT hash, (SELECT max(seq) + 1 FROM entry WHERE log=?1) FROM log WHERE id=?1");
    CHAYAN_TRY(const bool hasLog, id.bind(log.m_row).step());
    if (!hasLog)
        return fail(ErrorKind::Damaged, database.path(), u"its own log is not there"_s);
    CHAYAN_TRY(log.m_id, id.digest(0));
    const qint64 size = id.integer(1);
    const StoredTree tree(database, log.m_row);
    std::vector<Digest> peaks;
    for (const ledger::TreeNode& place : ledger::Frontier::places(size)) {
        CHAYAN_TRY(const Digest peak, tree.node(place.level, place.index));
        peaks.push_back(peak);
    }
    log.m_frontier = ledger::Frontier::restore(size, std::move(peaks));
    Query last = database.prepare(
        "SELECT size, first, officer, root, number FROM checkpoint WHERE log=? "
        "ORDER BY size DESC LIMIT 1");
    CHAYAN_TRY(const bool hasCheckpoint, last.bind(log.m_row).step());
    if (!hasCheckpoint || last.integer(0) != size)
        return fail(ErrorKind::Damaged, database.path(), u"the newest entry is under no checkpoint"_s);
    CHAYAN_TRY(const Digest root, last.digest(3));
    if (root != log.m_frontier.root())
        return fail(ErrorKind::Damaged, database.path(), u"the log does not lead to its newest checkpoint"_s);
    log.m_signedSize = size;
    log.m_runStart = last.integer(1);
    log.m_checkpoints = last.integer(4) + 1;
    CHAYAN_TRY(log.m_lastOfficer, last.digest(2));
    Query newest = database.prepare("SELECT bytes FROM entry WHERE log=? AND seq=?");
    CHAYAN_TRY(const bool hasEntry, newest.bind(log.m_row).bind(size - 1).step());
    if (!hasEntry)
        return fail(ErrorKind::Damaged, database.path(), u"the newest entry is not there"_s);
    const auto entry = ledger::parseEntry(newest.blob(0));
    if (!entry)
        return fail(ErrorKind::Damaged, database.path(), entry.error().detail);
    log.m_lastClock = entry->clock;
    CHAYAN_TRY(log.m_admitted, admittedOfficers(database, log.m_row));
    return log;
}

qint64 OwnLog::clockMovedMs(const ClockReading& now) const {
    const qint64 passed = now.utc - m_lastClock.utc;
    const qint64 moved = now.boot == m_lastClock.boot ? passed - (now.monotonicMs - m_lastClock.monotonicMs)
                                                      : std::min<qint64>(passed, 0);
    return std::abs(moved) < limits::clockJumpMs ? 0 : moved;
}

Status OwnLog::noteClock(Database& database, const Signer& signer, const Clock& clock) {
    const ClockReading now = clock.read();
    const qint64 moved = clockMovedMs(now);
    if (moved == 0)
        return {};
    CHAYAN_TRY(const ledger::Entry checked,
               append(database, signer, clock, *DossierId::fromText(m_id.hex()), u"clock.checked"_s,
                      Json(Json::Object{{"moved_ms", Json(moved)},
                                        {"same_boot", Json(now.boot == m_lastClock.boot)}})));
    return {};
}

Result<ledger::Entry> OwnLog::append(Database& database, const Signer& signer, const Clock& clock,
                                     const DossierId& dossier, const QString& kind, Json body) {
    const Digest& officer = signer.certificate.fingerprint();
    if (!m_admitted.contains(officer))
        return fail(ErrorKind::NotAdmitted, officer.hex(), u"may not write in this store's log"_s);
    CHAYAN_TRY(QByteArray salt, crypto::randomBytes(saltBytes));
    const bool isOfEveryBundle = dossier.text() == m_id.hex() && ledger::belongsToEveryBundle(kind);
    CHAYAN_TRY(std::vector<Digest> after,
               isOfEveryBundle ? lastOfEveryBundle(database, m_row, dossier) : headsOf(database, dossier));
    if (!isOfEveryBundle)
        CHAYAN_CHECK(addOwnLast(database, m_row, dossier, after));
    CHAYAN_TRY(ledger::Entry entry,
               write(database, {m_id, m_frontier.size(), std::move(salt), clock.read(), officer, dossier,
                                std::move(after), kind, std::move(body)}));
    note(m_admitted, entry);
    return entry;
}

Result<ledger::Entry> OwnLog::write(Database& database, ledger::EntryDraft draft) {
    CHAYAN_TRY(ledger::Entry entry, ledger::makeEntry(std::move(draft)));
    Query insert = database.prepare(
        "INSERT INTO entry(hash, log, seq, dossier, kind, officer, bytes) VALUES(?, ?, ?, ?, ?, ?, ?)");
    CHAYAN_CHECK(insert.bind(entry.hash)
                     .bind(m_row)
                     .bind(entry.seq)
                     .bind(entry.dossier.text())
                     .bind(entry.kind)
                     .bind(entry.officer)
                     .bind(entry.bytes)
                     .run());
    Query node = database.prepare("INSERT INTO tree_node(log, level, place, hash) VALUES(?, ?, ?, ?)");
    for (const ledger::TreeNode& made : m_frontier.append(entry.hash)) {
        if (made.level > 0)
            CHAYAN_CHECK(node.bind(m_row).bind(made.level).bind(made.index).bind(made.hash).run());
    }
    m_lastClock = entry.clock;
    // What belongs to every bundle does not build on all heads.
    if (entry.dossier.text() == m_id.hex() && ledger::belongsToEveryBundle(entry.kind))
        CHAYAN_CHECK(reproject(database, entry.dossier));
    else
        CHAYAN_CHECK(projectAppended(database, entry));
    CHAYAN_CHECK(projectTraffic(database, entry));
    return entry;
}

Status OwnLog::checkpoint(Database& database, const Signer& signer, const Clock& clock) {
    if (m_frontier.size() == m_signedSize)
        return {};
    const Digest& officer = signer.certificate.fingerprint();
    if (m_signedSize > 0 && m_lastOfficer != officer)
        m_runStart = m_signedSize;
    const ledger::Checkpoint checkpoint{clock.read().utc, m_runStart,        m_id,
                                        officer,          m_frontier.root(), m_frontier.size()};
    CHAYAN_TRY(const ledger::SignedObject object, ledger::signCheckpoint(checkpoint, signer.key));
    Query insert = database.prepare(
        "INSERT INTO checkpoint(log, size, first, officer, root, body, signature, seen, number) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    CHAYAN_CHECK(insert.bind(m_row)
                     .bind(checkpoint.size)
                     .bind(checkpoint.from)
                     .bind(officer)
                     .bind(checkpoint.root)
                     .bind(object.body)
                     .bind(object.signature)
                     .bind(checkpoint.at)
                     .bind(m_checkpoints)
                     .run());
    ++m_checkpoints;
    m_signedSize = checkpoint.size;
    m_lastOfficer = officer;
    return {};
}

}  // namespace chayan::store
