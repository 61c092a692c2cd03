#pragma once

#include "core/crypto/seal.h"
#include "core/ledger/entry.h"
#include "core/ledger/merkle.h"
#include "core/ledger/signed_object.h"
#include "core/store/database.h"

#include <set>

namespace chayan::store {

/// An officer at work: the unlocked key and its certificate.
struct Signer {
    crypto::OfficerKey key;
    crypto::Certificate certificate;
    /// The store's key, under which sealed values lie; empty for an officer to whom it was not enveloped.
    std::optional<crypto::SealKey> storeKey = {};
    /// Keys that the store had before an office was taken over: what lies under them is still read.
    std::vector<crypto::SealKey> olderStoreKeys = {};
};

/// The complete subtrees of a log as they lie in the database: all of the own log's, of others those that
/// came with proofs. Lives as long as the database it reads.
class StoredTree : public ledger::NodeSource {
  public:
    /// `log` is a row of table log.
    StoredTree(Database& database, qint64 log) : m_database(database), m_log(log) {}
    Result<Digest> node(int level, qint64 index) const override;
    Result<std::optional<Digest>> edge(qint64 first, qint64 size) const override;

  private:
    Database& m_database;
    qint64 m_log;
};

/// The row of table log that this installation writes; NotAStore when there is none.
Result<qint64> ownLogRow(Database& database);

/// NotFound when no entry of this dossier is here.
Status requireDossier(Database& database, const DossierId& dossier);

/// The officers who may write in a log as it stands: its first one, those admitted, less those retired.
Result<std::set<Digest>> admittedOfficers(Database& database, qint64 log);

/// The log that this installation writes (formats.md section 2). Appending costs O(log n). Every call runs
/// inside a transaction of the caller; after a rollback the OwnLog is loaded anew. The writer's thread only.
class OwnLog {
  public:
    /// Writes log.opened and its checkpoint into an empty store.
    static Result<OwnLog> start(Database& database, const Signer& signer, const Clock& clock,
                                const QString& app);
    /// Leaves the log that this database wrote until now, whose last entry is under a checkpoint, and starts
    /// another in this officer's name, whose `log.opened` names the old one's last checkpoint as `previous`
    /// (`log`, `size`, `root`). For a copy that is opened for writing, a disk that was rolled back, and an
    /// officer who takes over; the officer need not have been admitted before, and is the only one who is
    /// now.
    static Result<OwnLog> startAfter(Database& database, const OwnLog& old, const Signer& signer,
                                     const Clock& clock);
    static Result<OwnLog> load(Database& database);

    const Digest& id() const { return m_id; }
    /// In table log.
    qint64 row() const { return m_row; }
    qint64 size() const { return m_frontier.size(); }
    /// Of the entries about the log itself.
    DossierId dossier() const { return *DossierId::fromText(m_id.hex()); }
    /// Who may write.
    const std::set<Digest>& admitted() const { return m_admitted; }

    /// Appends one entry that builds on all heads of its dossier. NotAdmitted, TooLarge or BadValue leave the
    /// log as it was.
    Result<ledger::Entry> append(Database& database, const Signer& signer, const Clock& clock,
                                 const DossierId& dossier, const QString& kind, Json body);

    /// By how many milliseconds the wall clock moved by itself since this log's last entry: against the
    /// monotonic clock within one boot, backwards between two. 0 within limits::clockJumpMs.
    qint64 clockMovedMs(const ClockReading& now) const;
    /// Records such a move as `clock.checked`.
    Status noteClock(Database& database, const Signer& signer, const Clock& clock);

    /// Signs what was appended since the last checkpoint; nothing when nothing was. All of it must be one
    /// officer's.
    Status checkpoint(Database& database, const Signer& signer, const Clock& clock);

  private:
    OwnLog() = default;
    static Result<OwnLog> begin(Database& database, const Signer& signer, const Clock& clock,
                                Json::Object opening);
    Result<ledger::Entry> write(Database& database, ledger::EntryDraft draft);

    Digest m_id;
    qint64 m_row = 0;
    ledger::Frontier m_frontier;
    qint64 m_signedSize = 0;
    qint64 m_checkpoints = 0;
    qint64 m_runStart = 0;     // `from` of the newest checkpoint
    Digest m_lastOfficer;      // who signed it
    ClockReading m_lastClock;  // of the newest entry
    std::set<Digest> m_admitted;
};

}  // namespace chayan::store
