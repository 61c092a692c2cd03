#include "core/store/outgoing.h"

#include "core/domain/display_order.h"
#include "core/ledger/own_kinds.h"
#include "core/store/own_log.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Where an entry stands.
struct Place {
    qint64 row = 0;
    qint64 log = 0;
    qint64 seq = 0;
    Digest hash;
};

/// What is known of the logs while choosing.
struct Touched {
    /// The rows of table log that hold chosen entries, by the log's hash, with the first dossier seen there.
    std::map<Digest, std::map<qint64, DossierId>> rows;
    /// The chosen entries of each row.
    std::map<qint64, std::vector<Place>> entries;
    std::map<qint64, Digest> hashes;
};

Status stopped(const Progress& progress) {
    if (progress.cancelled())
        return fail(ErrorKind::Cancelled, u"export"_s);
    return {};
}

Result<std::vector<DossierId>> allDossiers(Database& database) {
    Query query = database.prepare(
        "SELECT dossier FROM entry WHERE length(dossier)=36 GROUP BY dossier ORDER BY min(id)");
    std::vector<DossierId> dossiers;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return dossiers;
        if (const auto id = DossierId::fromText(query.text(0)))
            dossiers.push_back(*id);
    }
}

/// In the order of (log, seq, hash).
Result<std::vector<Place>> placesOf(Database& database, const DossierId& dossier, Touched& touched) {
    Query query = database.prepare(
        "SELECT e.id, e.log, e.seq, e.hash, l.hash FROM entry e JOIN log l ON l.id=e.log WHERE e.dossier=? "
        "ORDER BY l.hash, e.seq, e.hash");
    query.bind(dossier.text());
    std::vector<Place> places;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return places;
        CHAYAN_TRY(const Digest hash, query.digest(3));
        places.push_back({query.integer(0), query.integer(1), query.integer(2), hash});
        if (!touched.hashes.contains(places.back().log)) {
            CHAYAN_TRY(const Digest log, query.digest(4));
            touched.hashes.emplace(places.back().log, log);
        }
    }
}

/// The rows of table entry in display order. Entries of a single log follow each other by seq, so that only
/// dossiers on which several worked are read for it.
Result<std::vector<qint64>> inDisplayOrder(Database& database, const std::vector<Place>& places,
                                           const Progress& progress) {
    std::vector<qint64> rows(places.size());
    std::ranges::transform(places, rows.begin(), &Place::row);
    if (std::ranges::all_of(places, [&](const Place& place) { return place.log == places.front().log; }))
        return rows;
    std::vector<Digest> hashes(places.size());
    std::ranges::transform(places, hashes.begin(), &Place::hash);
    domain::DisplayOrder display(std::move(hashes));
    EntryReader reader(database);
    for (std::size_t i = 0; i < places.size(); ++i) {
        CHAYAN_CHECK(stopped(progress));
        CHAYAN_TRY(const QByteArray bytes, reader.bytes(places[i].row));
        CHAYAN_TRY(const ledger::Entry entry, ledger::parseEntry(bytes));
        display.buildsOn(static_cast<int>(i), entry.after);
    }
    CHAYAN_TRY(const std::vector<int> order, display.arrange());
    std::ranges::transform(order, rows.begin(),
                           [&](int rank) { return places[static_cast<std::size_t>(rank)].row; });
    return rows;
}

Result<OutgoingDossier> chooseDossier(Database& database, const DossierId& dossier, Touched& touched,
                                      const Progress& progress) {
    CHAYAN_CHECK(stopped(progress));
    CHAYAN_TRY(const std::vector<Place> places, placesOf(database, dossier, touched));
    if (places.empty())
        return fail(ErrorKind::NotFound, dossier.text(), u"no such dossier in this store"_s);
    for (const Place& place : places) {
        touched.rows[touched.hashes.at(place.log)].try_emplace(place.log, dossier);
        touched.entries[place.log].push_back(place);
    }
    CHAYAN_TRY(std::vector<qint64> rows, inDisplayOrder(database, places, progress));
    return OutgoingDossier{dossier, std::move(rows)};
}

/// Whether an entry under one branch of a log is part of another, too (see table tree_node).
Result<bool> isShared(Query& leaf, qint64 branch, qint64 seq, const Digest& hash) {
    CHAYAN_TRY(const bool row, leaf.bind(branch).bind(seq).step());
    const auto found = row ? leaf.digest(0) : Digest{};
    leaf.reset();
    CHAYAN_TRY(const Digest stored, found);
    return row && stored == hash;
}

constexpr const char* leafSql = "SELECT hash FROM tree_node WHERE log=? AND level=0 AND place=?";

/// Of a forked log one branch is handed over: the own log as it is written here, else the newest.
qint64 branchOf(const std::map<qint64, DossierId>& rows, qint64 own) {
    return rows.contains(own) ? own : rows.rbegin()->first;
}

/// Forked when the branch does not hold all chosen entries of a log.
Status requireJoined(Database& database, const Digest& hash, qint64 branch, const Touched& touched) {
    const std::map<qint64, DossierId>& rows = touched.rows.at(hash);
    Query leaf = database.prepare(leafSql);
    for (const auto& [row, dossier] : rows) {
        if (row == branch)
            continue;
        for (const Place& place : touched.entries.at(row)) {
            CHAYAN_TRY(const bool shared, isShared(leaf, branch, place.seq, place.hash));
            if (!shared)
                return fail(ErrorKind::Forked, dossier.text(),
                            u"it holds entries of two versions of log %1, which no proof joins; hand on the "
                            "bundles as they were received"_s.arg(hash.hex()));
        }
    }
    return {};
}

/// The dossiers with entries that the branch of their log that is handed over (see branchOf) does not hold.
Result<std::set<DossierId>> dossiersApart(Database& database, qint64 own) {
    Query query = database.prepare(
        "SELECT DISTINCT e.dossier FROM (SELECT hash, CASE WHEN max(id=?1) THEN ?1 ELSE max(id) END AS "
        "branch "
        "FROM log GROUP BY hash HAVING count(*)>1) handed "
        "JOIN log l ON l.hash=handed.hash AND l.id<>handed.branch JOIN entry e ON e.log=l.id "
        "WHERE length(e.dossier)=36 AND NOT EXISTS (SELECT 1 FROM tree_node t "
        "WHERE t.log=handed.branch AND t.level=0 AND t.place=e.seq AND t.hash=e.hash)");
    query.bind(own);
    std::set<DossierId> dossiers;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return dossiers;
        if (const auto id = DossierId::fromText(query.text(0)))
            dossiers.insert(*id);
    }
}

/// What of the log's own dossier belongs to every bundle.
Result<OutgoingDossier> chooseLog(Database& database, OutgoingLog& log) {
    OutgoingDossier dossier{*DossierId::fromText(log.hash.hex())};
    Query leaf = database.prepare(leafSql);
    Query query =
        database.prepare("SELECT id, log, seq, hash, kind FROM entry WHERE dossier=? ORDER BY seq, hash");
    query.bind(dossier.id.text());
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            break;
        if (!ledger::belongsToEveryBundle(query.text(4)))
            continue;
        CHAYAN_TRY(const Digest hash, query.digest(3));
        bool belongs = query.integer(1) == log.row;
        if (!belongs) {
            CHAYAN_TRY(belongs, isShared(leaf, log.row, query.integer(2), hash));
        }
        if (belongs) {
            dossier.rows.push_back(query.integer(0));
            log.seqs.push_back(query.integer(2));
        }
    }
    if (dossier.rows.empty())
        return fail(ErrorKind::Damaged, log.hash.hex(), u"the log's opening is not here"_s);
    return dossier;
}

}  // namespace

Result<QByteArray> EntryReader::bytes(qint64 row) {
    CHAYAN_TRY(const bool found, m_query.bind(row).step());
    if (!found)
        return fail(ErrorKind::Damaged, m_path, u"entry %1 is gone"_s.arg(row));
    QByteArray bytes = m_query.blob(0);
    m_query.reset();
    return bytes;
}

Result<Outgoing> chooseOutgoing(Database& database, const std::vector<DossierId>& wanted,
                                const Progress& progress) {
    CHAYAN_TRY(const qint64 own, ownLogRow(database));
    Outgoing outgoing;
    std::vector<DossierId> ids = wanted;
    if (ids.empty()) {
        CHAYAN_TRY(ids, allDossiers(database));
        CHAYAN_TRY(const std::set<DossierId> apart, dossiersApart(database, own));
        std::erase_if(ids, [&](const DossierId& id) { return apart.contains(id); });
        outgoing.leftOut.assign(apart.begin(), apart.end());
    }
    Touched touched;
    std::vector<OutgoingDossier> dossiers;
    std::set<DossierId> chosen;
    for (const DossierId& id : ids) {
        if (!chosen.insert(id).second)
            continue;  // named twice
        if (Digest::fromHex(id.text()))
            return fail(ErrorKind::BadInput, id.text(), u"a log's own entries are no dossier to hand over"_s);
        CHAYAN_TRY(OutgoingDossier dossier, chooseDossier(database, id, touched, progress));
        dossiers.push_back(std::move(dossier));
    }
    Query ownHash = database.prepare("SELECT hash FROM log WHERE id=?");
    CHAYAN_TRY(const bool hasOwn, ownHash.bind(own).step());
    if (!hasOwn)
        return fail(ErrorKind::Damaged, database.path(), u"its own log is not there"_s);
    CHAYAN_TRY(const Digest ownLog, ownHash.digest(0));
    touched.rows[ownLog].try_emplace(own, *DossierId::fromText(ownLog.hex()));
    touched.entries[own];

    for (const auto& [hash, rows] : touched.rows) {
        const qint64 branch = branchOf(rows, own);
        CHAYAN_CHECK(requireJoined(database, hash, branch, touched));
        OutgoingLog log{hash, branch, rows.begin()->second.text()};
        CHAYAN_TRY(OutgoingDossier dossier, chooseLog(database, log));
        for (const auto& [row, dossierThere] : rows)
            for (const Place& place : touched.entries.at(row))
                log.seqs.push_back(place.seq);
        std::ranges::sort(log.seqs);
        outgoing.entries += static_cast<qint64>(log.seqs.size());
        outgoing.logs.push_back(std::move(log));
        outgoing.dossiers.push_back(std::move(dossier));
    }
    std::ranges::move(dossiers, std::back_inserter(outgoing.dossiers));
    return outgoing;
}

}  // namespace chayan::store
