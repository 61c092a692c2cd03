#pragma once

#include "core/ledger/entry.h"
#include "core/ledger/merkle.h"
#include "core/ledger/signed_object.h"
#include "core/store/check.h"

#include <map>
#include <set>

/// What the parts of check() share; nothing outside core/store includes it.
namespace chayan::store {

struct LogRow {
    qint64 row = 0;
    Digest id;
    qint64 branch = 0;
    bool own = false;

    /// `log 0123456789abcdef`, and the branch where it is not the first.
    QString named() const;
};

struct CheckRun {
    Database& database;
    const Vault& vault;
    Beside beside;
    const Progress& progress;
    /// Whose eyes open what is sealed; none but its sums are judged without.
    const Signer* officer = nullptr;
    CheckReport report = {};
    std::map<Digest, crypto::Certificate> certificates = {};
    /// Who opened each log, by its row.
    std::map<qint64, Digest> openers = {};
    /// Certificates that some record names, own sizes let out in bundles: what other tables must mirror.
    std::set<Digest> namedOfficers = {};
    std::set<qint64> sizesLetOut = {};

    void found(const char* what, const QString& where, const QString& detail);
};

/// `TABLE: THING`.
QString at(const char* table, const QString& thing);

Status checkDatabase(CheckRun& run);
/// The rows of table log; finds what is wrong with them and with meta.
Result<std::vector<LogRow>> checkLogRows(CheckRun& run);
/// Reads table certificate, which the passes over the entries need.
Status readCertificates(CheckRun& run);
/// Every entry of one log, with its place in the log's tree and the checkpoints over it.
Status checkLog(CheckRun& run, const LogRow& log);
/// A notice for every branch beside a log's first one.
Status noteForks(CheckRun& run, const std::vector<LogRow>& logs);
/// What the entries' passes noted, against the tables that mirror it.
Status checkOfficers(CheckRun& run);
Status checkHeads(CheckRun& run);
/// Keys that wait to be admitted: nothing proves them, and their form is looked at alone.
Status checkPendingKeys(CheckRun& run);
/// The certificates that lie beside the database for others.
Status checkHandedOut(CheckRun& run);
Status checkProjections(CheckRun& run);
/// The logs that this store wrote, as rows of table log, oldest first: the own one and those that it names as
/// before it.
Result<std::vector<qint64>> ownLogs(Database& database);
/// Whose signatures count, against the records of those decisions.
Status checkTrust(CheckRun& run);
/// What no entry proves, against its signed sum; with an officer every sealed value is opened too.
Status checkSecrets(CheckRun& run);
Status checkOriginals(CheckRun& run);

/// Signatures, verified on all cores once a few hundred wait.
class SignatureBatch {
  public:
    explicit SignatureBatch(CheckRun& run) : m_run(run) {}
    void add(ledger::SignedObject object, const crypto::Certificate& certificate, QString where);
    Status flush();
    bool full() const { return m_waiting.size() >= 512; }

  private:
    struct Waiting {
        ledger::SignedObject object;
        const crypto::Certificate* certificate;
        QString where;
    };
    CheckRun& m_run;
    std::vector<Waiting> m_waiting;
};

/// Holds the tree that a log's entries make against the stored one and the checkpoints.
class TreeCheck {
  public:
    virtual ~TreeCheck() = default;
    /// The next entry, by rising seq. After one that was altered or is missing, broken() is called instead
    /// and the rest of the tree cannot be judged.
    virtual Status entry(qint64 seq, const Digest& hash, const Digest& officer) = 0;
    virtual void broken() = 0;
    virtual Status finish() = 0;
};
std::unique_ptr<TreeCheck> ownTreeCheck(CheckRun& run, const LogRow& log);
std::unique_ptr<TreeCheck> foreignTreeCheck(CheckRun& run, const LogRow& log);

/// One row of table checkpoint, its columns held against its body; nothing when it cannot be read.
struct StoredCheckpoint {
    ledger::Checkpoint checkpoint;
    ledger::SignedObject object;
};
/// The columns of a query for it: size, first, officer, root, body, signature.
inline constexpr const char* checkpointColumns = "size, first, officer, root, body, signature";
std::optional<StoredCheckpoint> readCheckpoint(CheckRun& run, const LogRow& log, const Query& query);

}  // namespace chayan::store
