#include "core/store/secrets.h"

#include "core/crypto/digest.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

Digest rowDigest(SecretTable table, const std::vector<QByteArray>& row) {
    crypto::Sha256 hash;
    hash.add(view(QByteArray("chayan secret 1\n")));
    hash.add(view(QByteArray(secretTableNames.at(static_cast<std::size_t>(table)))));
    for (const QByteArray& column : row) {
        const quint64 size = qToBigEndian(static_cast<quint64>(column.size()));
        hash.add({reinterpret_cast<const std::uint8_t*>(&size), sizeof size});
        hash.add(view(column));
    }
    return hash.finish();
}

/// Big-endian addition modulo 2^256.
void addTo(Digest& sum, const Digest& term) {
    unsigned carry = 0;
    for (std::size_t i = sum.bytes.size(); i-- > 0;) {
        carry += static_cast<unsigned>(sum.bytes[i]) + term.bytes[i];
        sum.bytes[i] = static_cast<std::uint8_t>(carry & 0xffU);
        carry >>= 8;
    }
}

Digest negated(const Digest& term) {
    Digest result;
    for (std::size_t i = 0; i < term.bytes.size(); ++i)
        result.bytes[i] = static_cast<std::uint8_t>(~term.bytes[i]);
    Digest one;
    one.bytes.back() = 1;
    addTo(result, one);
    return result;
}

std::vector<QByteArray> dossierKeyRow(qint64 id, const QString& dossier, const QByteArray& storeKey,
                                      const QByteArray& sealed) {
    return {QByteArray::number(id), dossier.toUtf8(), storeKey, sealed};
}

/// The rows that a query gives: of one log where it takes one.
Status addAll(SecretSums& sums, Database& database, SecretTable table, const char* sql, int columns,
              std::optional<qint64> log = {}) {
    Query query = database.prepare(sql);
    if (log)
        query.bind(*log);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return {};
        std::vector<QByteArray> cells;
        cells.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i)
            cells.push_back(query.blob(i));
        sums.add(table, cells);
    }
}

}  // namespace

void SecretSums::add(SecretTable table, const std::vector<QByteArray>& row) {
    addTo(m_sums.at(static_cast<std::size_t>(table)), rowDigest(table, row));
    m_changed = true;
}

void SecretSums::remove(SecretTable table, const std::vector<QByteArray>& row) {
    addTo(m_sums.at(static_cast<std::size_t>(table)), negated(rowDigest(table, row)));
    m_changed = true;
}

Result<SecretSums> SecretSums::load(Database& database) {
    SecretSums sums;
    CHAYAN_TRY(const auto signedSums, readSecretSum(database));
    if (signedSums)
        sums.m_sums = signedSums->sums;
    return sums;
}

Status SecretSums::sign(Database& database, const Signer& signer, const OwnLog& log, const Clock& clock) {
    if (!m_changed)
        return {};
    Json::Object body{{"at", Json(rfc3339(clock.read().utc))},
                      {"log", Json(log.id().hex())},
                      {"officer", Json(signer.certificate.fingerprint().hex())},
                      {"size", Json(log.size())},
                      {"v", Json(1)}};
    for (std::size_t i = 0; i < secretTables; ++i)
        body.emplace(secretTableNames[i], Json(m_sums[i].hex()));
    CHAYAN_TRY(const ledger::SignedObject object,
               ledger::signObject(ledger::SignedKind::SecretSum, Json(std::move(body)), signer.key));
    Query replace =
        database.prepare("INSERT OR REPLACE INTO secret_sum(one, body, signature) VALUES(1, ?, ?)");
    CHAYAN_CHECK(replace.bind(object.body).bind(object.signature).run());
    m_changed = false;
    return {};
}

Result<std::optional<SignedSecretSum>> readSecretSum(Database& database) {
    Query query = database.prepare("SELECT body, signature FROM secret_sum");
    CHAYAN_TRY(const bool row, query.step());
    if (!row)
        return std::optional<SignedSecretSum>();
    SignedSecretSum read{{query.blob(0), query.blob(1)}, {}, {}, 0, {}};
    const auto malformed = [&] {
        return fail(ErrorKind::Damaged, database.path(), u"the sum over its secrets is malformed"_s);
    };
    const auto json = parseCanonical(view(read.object.body));
    if (!json)
        return malformed();
    bool good = true;
    const auto digest = [&](const char* key) {
        const QString* text = json->stringAt(key);
        const auto value = text != nullptr ? Digest::fromHex(*text) : std::nullopt;
        good = good && value;
        return value.value_or(Digest{});
    };
    read.officer = digest("officer");
    read.log = digest("log");
    for (std::size_t i = 0; i < secretTables; ++i)
        read.sums[i] = digest(secretTableNames[i]);
    const qint64* size = json->integerAt("size");
    if (!good || size == nullptr)
        return malformed();
    read.size = *size;
    return std::optional(std::move(read));
}

Status SecretSums::addLog(Database& database, qint64 log) {
    CHAYAN_CHECK(addAll(*this, database, SecretTable::TreeNode,
                        "SELECT CAST(log AS TEXT), CAST(level AS TEXT), CAST(place AS TEXT), hash "
                        "FROM tree_node WHERE log=?",
                        4, log));
    return addAll(*this, database, SecretTable::Checkpoint,
                  "SELECT CAST(log AS TEXT), CAST(size AS TEXT), CAST(first AS TEXT), officer, root, body, "
                  "signature, CAST(seen AS TEXT), CAST(number AS TEXT) FROM checkpoint WHERE log=?",
                  9, log);
}

Result<std::array<Digest, secretTables>> addUpSecrets(Database& database, qint64 own) {
    SecretSums sums;
    const auto add = [&](SecretTable table, const char* sql, int columns) {
        return addAll(sums, database, table, sql, columns);
    };
    CHAYAN_CHECK(add(SecretTable::OfficerKey, "SELECT fingerprint, pem FROM officer_key", 2));
    CHAYAN_CHECK(add(SecretTable::StoreKey,
                     "SELECT CAST(number AS TEXT), fingerprint, id, envelope FROM store_key", 4));
    CHAYAN_CHECK(add(SecretTable::DossierKey,
                     "SELECT CAST(id AS TEXT), dossier, store_key, sealed FROM dossier_key", 4));
    CHAYAN_CHECK(
        add(SecretTable::Disclosure, "SELECT CAST(key AS TEXT), entry, d, tag, sealed FROM disclosure", 5));
    CHAYAN_CHECK(
        add(SecretTable::ShownSize, "SELECT CAST(log AS TEXT), CAST(size AS TEXT) FROM shown_size", 2));
    CHAYAN_CHECK(add(SecretTable::EdgeNode,
                     "SELECT CAST(log AS TEXT), CAST(size AS TEXT), CAST(first AS TEXT), hash FROM edge_node",
                     4));
    CHAYAN_CHECK(add(SecretTable::Original, "SELECT sha256, CAST(size AS TEXT) FROM original", 2));
    // Also of a log that table log does not know.
    Query logs = database.prepare(
        "SELECT log FROM (SELECT log FROM checkpoint UNION SELECT log FROM tree_node) WHERE log<>?");
    logs.bind(own);
    while (true) {
        CHAYAN_TRY(const bool row, logs.step());
        if (!row)
            return sums.sums();
        CHAYAN_CHECK(sums.addLog(database, logs.integer(0)));
    }
}

Status Secrets::addOfficerKey(const Digest& fingerprint, const QByteArray& pem) {
    Query insert = m_database.prepare("INSERT INTO officer_key(fingerprint, pem) VALUES(?, ?)");
    CHAYAN_CHECK(insert.bind(fingerprint).bind(pem).run());
    m_sums.add(SecretTable::OfficerKey, {fingerprint.raw(), pem});
    return {};
}

Status Secrets::addStoreKey(const Digest& fingerprint, const Digest& id, const QByteArray& envelope) {
    Query insert = m_database.prepare("INSERT INTO store_key(fingerprint, id, envelope) VALUES(?, ?, ?)");
    CHAYAN_CHECK(insert.bind(fingerprint).bind(id).bind(envelope).run());
    CHAYAN_TRY(const qint64 number, m_database.integer("SELECT last_insert_rowid()"));
    m_sums.add(SecretTable::StoreKey, {QByteArray::number(number), fingerprint.raw(), id.raw(), envelope});
    return {};
}

Status Secrets::removeStoreKeys(const Digest& fingerprint) {
    Query query =
        m_database.prepare("SELECT CAST(number AS TEXT), id, envelope FROM store_key WHERE fingerprint=?");
    query.bind(fingerprint);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            break;
        m_sums.remove(SecretTable::StoreKey,
                      {query.blob(0), fingerprint.raw(), query.blob(1), query.blob(2)});
    }
    Query drop = m_database.prepare("DELETE FROM store_key WHERE fingerprint=?");
    return drop.bind(fingerprint).run();
}

Result<qint64> Secrets::addDossierKey(const DossierId& dossier, const Digest& storeKey,
                                      const QByteArray& sealed) {
    Query insert = m_database.prepare("INSERT INTO dossier_key(dossier, store_key, sealed) VALUES(?, ?, ?)");
    CHAYAN_CHECK(insert.bind(dossier.text()).bind(storeKey).bind(sealed).run());
    CHAYAN_TRY(const qint64 id, m_database.integer("SELECT last_insert_rowid()"));
    m_sums.add(SecretTable::DossierKey, dossierKeyRow(id, dossier.text(), storeKey.raw(), sealed));
    return id;
}

Status Secrets::addDisclosure(qint64 key, const Digest& entry, const QByteArray& d, const QByteArray& tag,
                              const QByteArray& sealed) {
    Query insert =
        m_database.prepare("INSERT INTO disclosure(key, entry, d, tag, sealed) VALUES(?, ?, ?, ?, ?)");
    CHAYAN_CHECK(insert.bind(key).bind(entry).bind(d).bind(tag).bind(sealed).run());
    m_sums.add(SecretTable::Disclosure, {QByteArray::number(key), entry.raw(), d, tag, sealed});
    return {};
}

}  // namespace chayan::store
