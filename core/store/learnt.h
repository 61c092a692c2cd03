#pragma once

#include "core/store/secrets.h"

namespace chayan::store {

/// Writes what this store came to know and no entry of its own log speaks of, with the signed sums over it
/// (secrets.h): nodes, edges and checkpoints of logs other than the one it writes, the sizes at which logs
/// were let out or shown, and which originals lie here. What is there already stays. Within a transaction.
class Learnt {
  public:
    /// `own` is the log that this store writes at the time of each call.
    Learnt(Database& database, SecretSums& sums, const OwnLog& own)
        : m_database(database), m_sums(sums), m_own(own) {}

    Status addOriginal(const Digest& sha256, qint64 size);
    Status addShownSize(qint64 log, qint64 size);
    Status addEdge(qint64 log, qint64 size, qint64 first, const Digest& hash);
    Status addNode(qint64 log, int level, qint64 place, const Digest& hash);
    /// A leaf, where no entry of the same row of table log is that leaf.
    Status addLeaf(qint64 log, qint64 seq, const Digest& hash);
    /// Its entry has come.
    Status dropLeaf(qint64 log, qint64 seq);
    Status addCheckpoint(qint64 log, const ledger::Checkpoint& checkpoint, const ledger::SignedObject& object,
                         UtcMs seen);
    /// The log that this store wrote until now: its nodes and checkpoints are another's from here on. O(n).
    Status leave(qint64 log);

  private:
    Database& m_database;
    SecretSums& m_sums;
    const OwnLog& m_own;
};

}  // namespace chayan::store
