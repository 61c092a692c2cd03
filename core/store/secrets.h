#pragma once

#include "core/store/own_log.h"

#include <array>

/// The tables that no entry speaks for: officers' keys, envelopes of the store's key, keys of dossiers and
/// disclosures; and what bundles showed of logs (learnt.h). So that a row that vanished, came or changed
/// behind the program's back is seen, one signed row, `secret_sum`, holds for each table the sum modulo 2^256
/// of the SHA-256 of its rows (formats.md section 3): adding and removing a row costs one hash, whatever lies
/// there.
namespace chayan::store {

/// The last five are written by Learnt; of tree nodes and checkpoints those count that are not of the log
/// that this store writes, whose own are proven by its entries.
enum class SecretTable {
    OfficerKey,
    StoreKey,
    DossierKey,
    Disclosure,
    ShownSize,
    TreeNode,
    EdgeNode,
    Checkpoint,
    Original,
};
inline constexpr std::size_t secretTables = 9;
/// As the database calls them.
inline constexpr std::array<const char*, secretTables> secretTableNames{
    "officer_key", "store_key", "dossier_key", "disclosure", "shown_size",
    "tree_node",   "edge_node", "checkpoint",  "original"};

/// Kinds of own entries that never come without a newer signed sum: an older one is seen by them.
inline constexpr std::array<QStringView, 5> kindsWithNewSum{
    u"sealed.set", u"officer.admitted", u"officer.retired", u"bundle.exported", u"bundle.imported"};

/// The sums as the writer holds them between commits. A value: a copy undoes.
class SecretSums {
  public:
    /// As last signed; zero in a new store. Damaged when the row is malformed.
    static Result<SecretSums> load(Database& database);

    /// A row, by its columns in the order of the schema, numbers as decimal text.
    void add(SecretTable table, const std::vector<QByteArray>& row);
    void remove(SecretTable table, const std::vector<QByteArray>& row);

    /// All nodes and checkpoints of one log, a row of table log. O(n).
    Status addLog(Database& database, qint64 log);

    /// Has them signed again though nothing changed, since the log did.
    void renew() { m_changed = true; }

    /// Signs what changed since load() or the last sign(), naming the log's size; nothing when nothing did.
    Status sign(Database& database, const Signer& signer, const OwnLog& log, const Clock& clock);

    /// By table.
    const std::array<Digest, secretTables>& sums() const { return m_sums; }

  private:
    std::array<Digest, secretTables> m_sums;
    bool m_changed = false;
};

/// Writes the secret tables, and the sums with them; nothing else does. Within a transaction.
class Secrets {
  public:
    Secrets(Database& database, SecretSums& sums) : m_database(database), m_sums(sums) {}

    Status addOfficerKey(const Digest& fingerprint, const QByteArray& pem);
    Status addStoreKey(const Digest& fingerprint, const Digest& id, const QByteArray& envelope);
    Status removeStoreKeys(const Digest& fingerprint);
    /// Its row.
    Result<qint64> addDossierKey(const DossierId& dossier, const Digest& storeKey, const QByteArray& sealed);
    Status addDisclosure(qint64 key, const Digest& entry, const QByteArray& d, const QByteArray& tag,
                         const QByteArray& sealed);

  private:
    Database& m_database;
    SecretSums& m_sums;
};

/// The row `secret_sum`, read and not yet judged.
struct SignedSecretSum {
    ledger::SignedObject object;
    Digest officer;
    /// The log that this store wrote when it was signed, and how many entries that had.
    Digest log;
    qint64 size = 0;
    std::array<Digest, secretTables> sums;
};
/// Nothing when there is none; Damaged when it is malformed.
Result<std::optional<SignedSecretSum>> readSecretSum(Database& database);

/// The sums of what lies there now, where row `own` of table log is the one that this store writes; one hash
/// a row.
Result<std::array<Digest, secretTables>> addUpSecrets(Database& database, qint64 own);

}  // namespace chayan::store
