#pragma once

#include "core/ledger/verify.h"
#include "core/store/writer.h"

#include <map>

namespace chayan::store {

/// Two states of one log that cannot both be true. Both are kept.
struct Fork {
    Digest log;
    qint64 seq = 0;    ///< from this entry on, at the latest, they are known to differ
    QByteArray here;   ///< the body of the newest checkpoint of the branch that was here first
    QByteArray there;  ///< of the other
};

/// Takes the verified entries of a bundle into the store, byte for byte, with what proves them. Lives within
/// one job of the writer, which it leaves to be undone when anything fails.
class Intake {
  public:
    /// Finds for each log the row that it goes on with (a fork gets a new one) and keeps checkpoints, nodes
    /// and certificates. Where the own log is shown to have been further than it is here, this installation
    /// starts a new one.
    static Result<Intake> begin(Draft& draft, const std::map<Digest, ledger::ProvenLog>& logs,
                                const std::vector<crypto::Certificate>& certificates);

    /// Keeps an entry of one of those logs; whatever it builds on came before. True when it is new here: then
    /// its dossier wants to be reprojected in the end.
    Result<bool> add(const ledger::Entry& entry);

    /// The logs of the bundle of which the store holds more than one branch; ask once all entries are added.
    Result<std::vector<Fork>> forks();
    bool ownLogWasBehind() const { return m_ownLogWasBehind; }
    /// Entries that are new here, by log.
    const std::map<Digest, qint64>& added() const { return m_added; }

  private:
    /// Rows of table log: the branch that was here first, and another.
    struct Branches {
        Digest log;
        qint64 here;
        qint64 there;
    };
    explicit Intake(Draft& draft);
    Status takeLog(const ledger::ProvenLog& log, qint64 ownRow, qint64 ownSize);
    Result<qint64> newRow(const Digest& log);
    Status keep(qint64 row, const ledger::ProvenLog& log);

    Draft* m_draft;
    Query m_insert;
    std::map<Digest, qint64> m_rows;
    std::map<Digest, bool> m_isForked;
    std::map<Digest, qint64> m_added;
    std::vector<Branches> m_branches;
    bool m_ownLogWasBehind = false;
};

}  // namespace chayan::store
