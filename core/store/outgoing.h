#pragma once

#include "core/base/progress.h"
#include "core/ledger/proofs.h"
#include "core/store/database.h"

#include <span>

namespace chayan::store {

/// The entries of one dossier that a bundle takes.
struct OutgoingDossier {
    DossierId id;
    std::vector<qint64> rows = {};  ///< of table entry, in display order
};

/// A log that the bundle touches; of a forked one, the branch that holds all of it.
struct OutgoingLog {
    Digest hash;
    qint64 row = 0;                 ///< of table log
    QString thing = {};             ///< a dossier that takes from it, for errors
    std::vector<qint64> seqs = {};  ///< sorted
};

/// Which entries a bundle of some dossiers consists of (formats.md section 7): of each log that they touch,
/// and of the own one, what belongs to every bundle; then the dossiers. Some 16 bytes an entry.
struct Outgoing {
    std::vector<OutgoingDossier> dossiers;  ///< the logs' own first
    std::vector<OutgoingLog> logs;          ///< by hash, as proofs.json has them
    /// Where all were wanted: those that cannot be proven together with the others (see chooseOutgoing).
    std::vector<DossierId> leftOut;
    qint64 entries = 0;
};

/// Chooses them; an empty `wanted` means all, in the order in which they came into this store. NotFound for a
/// dossier that is not here, Forked for one that holds entries of a log's branch that is not the one handed
/// over (the own log as it is written here, else the newest): those cannot be proven together; where all are
/// wanted, they are left out. Read inside one transaction with all else that the bundle takes.
Result<Outgoing> chooseOutgoing(Database& database, const std::vector<DossierId>& wanted,
                                const Progress& progress);

/// Reads entries by their rows.
class EntryReader {
  public:
    explicit EntryReader(Database& database)
        : m_query(database.prepare("SELECT bytes FROM entry WHERE id=?")), m_path(database.path()) {}
    /// The bytes as they were hashed; Damaged when the row is gone.
    Result<QByteArray> bytes(qint64 row);

  private:
    Query m_query;
    QString m_path;
};

/// Proves a log's entries `seqs` to a stranger: under the newest checkpoint if its tree is known so far (of
/// the own log always), of another log under the newest one that joins them; and shows that its tree goes on
/// from the sizes let out before. Unsupported when no checkpoint here joins them all.
Result<ledger::LogProofs> proveOutgoing(Database& database, const OutgoingLog& log);

}  // namespace chayan::store
