#pragma once

#include "core/store/own_log.h"

#include <array>

/// The tables that no entry speaks for: officers' keys, envelopes of the store's key, keys of dossiers and
/// disclosures. So that a row that vanished, came or changed behind the program's back is seen, one signed
/// row, `secret_sum`, holds for each table the sum modulo 2^256 of the SHA-256 of its rows (formats.md
/// section 3): adding and removing a row costs one hash, whatever lies there.
namespace chayan::store {

enum class SecretTable { OfficerKey, StoreKey, DossierKey, Disclosure };
inline constexpr std::size_t secretTables = 4;
/// As the database calls them.
inline constexpr std::array<const char*, secretTables> secretTableNames{"officer_key", "store_key",
                                                                        "dossier_key", "disclosure"};

/// The sums as the writer holds them between commits. A value: a copy undoes.
class SecretSums {
  public:
    /// As last signed; zero in a new store. Damaged when the row is malformed.
    static Result<SecretSums> load(Database& database);

    /// A row, by its columns in the order of the schema, numbers as decimal text.
    void add(SecretTable table, const std::vector<QByteArray>& row);
    void remove(SecretTable table, const std::vector<QByteArray>& row);

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

/// The sums of what lies there now; one hash a row.
Result<std::array<Digest, secretTables>> addUpSecrets(Database& database);

}  // namespace chayan::store
