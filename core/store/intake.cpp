#include "core/store/intake.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Rows of table log that one log has: its branches, the first one first.
Result<std::vector<qint64>> rowsOf(Database& database, const Digest& log) {
    Query query = database.prepare("SELECT id FROM log WHERE hash=? ORDER BY branch");
    query.bind(log);
    std::vector<qint64> rows;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return rows;
        rows.push_back(query.integer(0));
    }
}

/// Whether a stored branch and what came contradict each other; else they may be one.
class Comparison {
  public:
    Comparison(Database& database, qint64 row)
        : m_row(row),
          m_leaf(database.prepare("SELECT hash FROM entry WHERE log=?1 AND seq=?2 UNION ALL "
                                  "SELECT hash FROM tree_node WHERE log=?1 AND level=0 AND place=?2")),
          m_node(database.prepare("SELECT hash FROM tree_node WHERE log=? AND level=? AND place=?")),
          m_root(database.prepare("SELECT root FROM checkpoint WHERE log=? AND size=?")) {}

    Result<bool> contradicts(const ledger::ProvenLog& log) {
        for (const ledger::Place& place : log.places) {
            CHAYAN_TRY(const bool other, isOther(m_leaf.bind(m_row).bind(place.seq), place.hash));
            if (other)
                return true;
        }
        for (const ledger::TreeNode& node : log.nodes.complete) {
            CHAYAN_TRY(const bool other,
                       node.level == 0 ? isOther(m_leaf.bind(m_row).bind(node.index), node.hash)
                                       : isOther(m_node.bind(m_row).bind(qint64{node.level}).bind(node.index),
                                                 node.hash));
            if (other)
                return true;
        }
        for (const ledger::RunEnd& run : log.checkpoints) {
            CHAYAN_TRY(const bool other, isOtherRoot(run.checkpoint.size, run.checkpoint.root));
            if (other)
                return true;
        }
        for (const auto& [size, root] : log.nodes.roots) {
            CHAYAN_TRY(const bool other, isOtherRoot(size, root));
            if (other)
                return true;
        }
        return false;
    }

  private:
    static Result<bool> isOther(Query& query, const Digest& hash) {
        CHAYAN_TRY(const bool here, query.step());
        if (!here)
            return false;
        const auto stored = query.digest(0);
        query.reset();
        if (!stored)
            return fail(stored.error());
        return *stored != hash;
    }
    Result<bool> isOtherRoot(qint64 size, const Digest& root) {
        return isOther(m_root.bind(m_row).bind(size), root);
    }

    qint64 m_row;
    Query m_leaf;
    Query m_node;
    Query m_root;
};

/// The first entry that two stored branches are known to differ from: where both leaves are here that leaf,
/// of a subtree the last one under it. By their roots alone, the last one that both have.
Result<qint64> firstDifference(Database& database, qint64 one, qint64 other) {
    Query query = database.prepare(
        "WITH leaf(log, place, hash) AS (SELECT log, seq, hash FROM entry WHERE log IN (?1, ?2) UNION ALL "
        "SELECT log, place, hash FROM tree_node WHERE log IN (?1, ?2) AND level=0) "
        "SELECT min(place) FROM ("
        "SELECT b.place AS place FROM leaf b JOIN leaf a ON a.log=?1 AND a.place=b.place "
        "WHERE b.log=?2 AND a.hash<>b.hash UNION ALL "
        "SELECT ((b.place+1) << b.level) - 1 FROM tree_node b JOIN tree_node a "
        "ON a.log=?1 AND a.level=b.level AND a.place=b.place "
        "WHERE b.log=?2 AND b.level>0 AND a.hash<>b.hash UNION ALL "
        "SELECT b.size-1 FROM checkpoint b JOIN checkpoint a ON a.log=?1 AND a.size=b.size "
        "WHERE b.log=?2 AND a.root<>b.root)");
    CHAYAN_TRY(const bool row, query.bind(one).bind(other).step());
    return row ? query.integer(0) : 0;
}

Result<QByteArray> newestCheckpoint(Database& database, qint64 row) {
    Query query = database.prepare("SELECT body FROM checkpoint WHERE log=? ORDER BY size DESC LIMIT 1");
    CHAYAN_TRY(const bool here, query.bind(row).step());
    return here ? query.blob(0) : QByteArray();
}

}  // namespace

Intake::Intake(Draft& draft)
    : m_draft(&draft),
      m_insert(draft.database().prepare(
          "INSERT INTO entry(hash, log, seq, dossier, kind, officer, bytes) VALUES(?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT(hash) DO NOTHING RETURNING id")) {}

Result<Intake> Intake::begin(Draft& draft, const std::map<Digest, ledger::ProvenLog>& logs,
                             const std::vector<crypto::Certificate>& certificates) {
    Intake intake(draft);
    Database& database = draft.database();
    Query certificate = database.prepare("INSERT OR IGNORE INTO certificate(fingerprint, der) VALUES(?, ?)");
    std::set<Digest> named;  // whoever else is enclosed is no part of the evidence
    for (const auto& [id, log] : logs) {
        for (const ledger::Place& place : log.places)
            named.insert(place.officer);
        for (const ledger::RunEnd& run : log.checkpoints)
            named.insert(run.checkpoint.officer);
    }
    for (const crypto::Certificate& one : certificates)
        if (named.contains(one.fingerprint()))
            CHAYAN_CHECK(certificate.bind(one.fingerprint()).bind(one.der()).run());
    CHAYAN_TRY(const qint64 ownRow, ownLogRow(database));
    Query size = database.prepare("SELECT max(size) FROM checkpoint WHERE log=?");
    CHAYAN_TRY(const bool hasSize, size.bind(ownRow).step());
    const qint64 ownSize = hasSize ? size.integer(0) : 0;
    size.reset();
    for (const auto& [id, log] : logs)
        CHAYAN_CHECK(intake.takeLog(log, ownRow, ownSize));
    if (intake.m_ownLogWasBehind)
        CHAYAN_CHECK(draft.startNewLog());
    return intake;
}

Status Intake::takeLog(const ledger::ProvenLog& log, qint64 ownRow, qint64 ownSize) {
    Database& database = m_draft->database();
    CHAYAN_TRY(const std::vector<qint64> rows, rowsOf(database, log.log));
    const ledger::RunEnd& tip = log.checkpoints.back();
    std::optional<qint64> found;
    for (const qint64 row : rows) {
        CHAYAN_TRY(const bool contradicts, Comparison(database, row).contradicts(log));
        if (row == ownRow && (contradicts || tip.checkpoint.size > ownSize))
            m_ownLogWasBehind = true;
        if (!contradicts) {
            found = row;
            break;
        }
    }
    if (!found) {
        CHAYAN_TRY(found, newRow(log.log));
    }
    m_rows[log.log] = *found;
    const bool isBranch = !rows.empty() && *found != rows.front();
    m_isForked[log.log] = isBranch || rows.size() > 1;
    // Of the own log everything is here.
    if (*found != ownRow || m_ownLogWasBehind)
        CHAYAN_CHECK(keep(*found, log));
    if (m_isForked[log.log])
        m_branches.push_back({log.log, rows.front(), isBranch ? *found : rows.back()});
    return {};
}

Result<std::vector<Fork>> Intake::forks() {
    Database& database = m_draft->database();
    std::vector<Fork> forks;
    for (const Branches& branches : m_branches) {
        CHAYAN_TRY(const qint64 seq, firstDifference(database, branches.here, branches.there));
        CHAYAN_TRY(QByteArray here, newestCheckpoint(database, branches.here));
        CHAYAN_TRY(QByteArray there, newestCheckpoint(database, branches.there));
        forks.push_back({branches.log, seq, std::move(here), std::move(there)});
    }
    return forks;
}

Result<qint64> Intake::newRow(const Digest& log) {
    Query query = m_draft->database().prepare(
        "INSERT INTO log(hash, branch) VALUES(?1, (SELECT count(*) FROM log WHERE hash=?1)) RETURNING id");
    CHAYAN_TRY(const bool made, query.bind(log).step());
    if (!made)
        return fail(ErrorKind::Internal, log.hex(), u"no row of table log was made"_s);
    const qint64 row = query.integer(0);
    query.reset();
    return row;
}

Status Intake::keep(qint64 row, const ledger::ProvenLog& log) {
    Learnt learnt = m_draft->learnt();
    for (const ledger::RunEnd& run : log.checkpoints)
        CHAYAN_CHECK(learnt.addCheckpoint(row, run.checkpoint, run.object, m_draft->now()));
    for (const ledger::TreeNode& known : log.nodes.complete) {
        if (known.level > 0)
            CHAYAN_CHECK(learnt.addNode(row, known.level, known.index, known.hash));
        else
            CHAYAN_CHECK(learnt.addLeaf(row, known.index, known.hash));
    }
    for (const ledger::KnownNodes::Edge& known : log.nodes.edges)
        CHAYAN_CHECK(learnt.addEdge(row, known.size, known.first, known.hash));
    for (const auto& [size, root] : log.nodes.roots)
        CHAYAN_CHECK(learnt.addShownSize(row, size));
    return {};
}

Result<bool> Intake::add(const ledger::Entry& entry) {
    const auto row = m_rows.find(entry.log);
    if (row == m_rows.end())
        return fail(ErrorKind::Internal, entry.hash.hex(), u"an entry of a log without proofs"_s);
    CHAYAN_TRY(const bool isNew, m_insert.bind(entry.hash)
                                     .bind(row->second)
                                     .bind(entry.seq)
                                     .bind(entry.dossier.text())
                                     .bind(entry.kind)
                                     .bind(entry.officer)
                                     .bind(entry.bytes)
                                     .step());
    m_insert.reset();
    if (!isNew) {
        // It may stand under another branch; then it is a leaf of this one too.
        if (m_isForked[entry.log])
            CHAYAN_CHECK(m_draft->learnt().addLeaf(row->second, entry.seq, entry.hash));
        return false;
    }
    CHAYAN_CHECK(m_draft->learnt().dropLeaf(row->second, entry.seq));
    ++m_added[entry.log];
    return true;
}

}  // namespace chayan::store
