#include "core/store/learnt.h"

namespace chayan::store {

namespace {

QByteArray number(qint64 value) {
    return QByteArray::number(value);
}

/// Whether a row came: for INSERT OR IGNORE ... RETURNING.
Result<bool> came(Query& insert) {
    CHAYAN_TRY(const bool row, insert.step());
    insert.reset();
    return row;
}

}  // namespace

Status Learnt::addOriginal(const Digest& sha256, qint64 size) {
    Query insert =
        m_database.prepare("INSERT OR IGNORE INTO original(sha256, size) VALUES(?, ?) RETURNING size");
    CHAYAN_TRY(const bool isNew, came(insert.bind(sha256).bind(size)));
    if (isNew)
        m_sums.add(SecretTable::Original, {sha256.raw(), number(size)});
    return {};
}

Status Learnt::addShownSize(qint64 log, qint64 size) {
    Query insert =
        m_database.prepare("INSERT OR IGNORE INTO shown_size(log, size) VALUES(?, ?) RETURNING size");
    CHAYAN_TRY(const bool isNew, came(insert.bind(log).bind(size)));
    if (isNew)
        m_sums.add(SecretTable::ShownSize, {number(log), number(size)});
    return {};
}

Status Learnt::addEdge(qint64 log, qint64 size, qint64 first, const Digest& hash) {
    Query insert = m_database.prepare(
        "INSERT OR IGNORE INTO edge_node(log, size, first, hash) VALUES(?, ?, ?, ?) RETURNING size");
    CHAYAN_TRY(const bool isNew, came(insert.bind(log).bind(size).bind(first).bind(hash)));
    if (isNew)
        m_sums.add(SecretTable::EdgeNode, {number(log), number(size), number(first), hash.raw()});
    return {};
}

Status Learnt::addNode(qint64 log, int level, qint64 place, const Digest& hash) {
    Query insert = m_database.prepare(
        "INSERT OR IGNORE INTO tree_node(log, level, place, hash) VALUES(?, ?, ?, ?) RETURNING level");
    CHAYAN_TRY(const bool isNew, came(insert.bind(log).bind(qint64{level}).bind(place).bind(hash)));
    if (isNew && log != m_own.row())
        m_sums.add(SecretTable::TreeNode, {number(log), number(level), number(place), hash.raw()});
    return {};
}

Status Learnt::addLeaf(qint64 log, qint64 seq, const Digest& hash) {
    Query entry = m_database.prepare("SELECT 1 FROM entry WHERE log=? AND seq=?");
    CHAYAN_TRY(const bool here, entry.bind(log).bind(seq).step());
    return here ? Status() : addNode(log, 0, seq, hash);
}

Status Learnt::dropLeaf(qint64 log, qint64 seq) {
    Query drop =
        m_database.prepare("DELETE FROM tree_node WHERE log=? AND level=0 AND place=? RETURNING hash");
    CHAYAN_TRY(const bool was, drop.bind(log).bind(seq).step());
    const QByteArray hash = was ? drop.blob(0) : QByteArray();
    drop.reset();
    if (was && log != m_own.row())
        m_sums.remove(SecretTable::TreeNode, {number(log), number(0), number(seq), hash});
    return {};
}

Status Learnt::addCheckpoint(qint64 log, const ledger::Checkpoint& checkpoint,
                             const ledger::SignedObject& object, UtcMs seen) {
    Query insert = m_database.prepare(
        "INSERT OR IGNORE INTO checkpoint(log, size, first, officer, root, body, signature, seen) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?) RETURNING size");
    insert.bind(log).bind(checkpoint.size).bind(checkpoint.from).bind(checkpoint.officer);
    CHAYAN_TRY(const bool isNew,
               came(insert.bind(checkpoint.root).bind(object.body).bind(object.signature).bind(seen)));
    if (isNew && log != m_own.row())
        m_sums.add(SecretTable::Checkpoint, {number(log),
                                             number(checkpoint.size),
                                             number(checkpoint.from),
                                             checkpoint.officer.raw(),
                                             checkpoint.root.raw(),
                                             object.body,
                                             object.signature,
                                             number(seen),
                                             {}});
    return {};
}

Status Learnt::leave(qint64 log) {
    return m_sums.addLog(m_database, log);
}

}  // namespace chayan::store
