#include "core/store/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

// Truth first, projections below; times are RFC 3339 text inside entries and UTC milliseconds in columns.
constexpr const char* script1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE log(id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE);
CREATE TABLE entry(
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    log INTEGER NOT NULL REFERENCES log(id),
    seq INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    kind TEXT NOT NULL,
    officer BLOB NOT NULL,
    bytes BLOB NOT NULL);
CREATE INDEX entry_place ON entry(log, seq);
CREATE INDEX entry_dossier ON entry(dossier, log, seq);
-- Complete subtrees of the own log from level 1 up; level 0 is entry.hash.
CREATE TABLE tree_node(level INTEGER, place INTEGER, hash BLOB NOT NULL, PRIMARY KEY(level, place)) WITHOUT ROWID;
-- Every checkpoint of the own log.
CREATE TABLE checkpoint(
    size INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    officer BLOB NOT NULL,
    root BLOB NOT NULL,
    body BLOB NOT NULL,
    signature BLOB NOT NULL);
CREATE TABLE certificate(fingerprint BLOB PRIMARY KEY, der BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE officer_key(fingerprint BLOB PRIMARY KEY REFERENCES certificate, pem BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE trust(
    fingerprint BLOB PRIMARY KEY REFERENCES certificate,
    since INTEGER NOT NULL,
    compromised_since INTEGER) WITHOUT ROWID;
CREATE TABLE original(sha256 BLOB PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
-- The store's key, enveloped to each admitted officer; a key a dossier, sealed under it; values sealed under that.
CREATE TABLE store_key(fingerprint BLOB PRIMARY KEY REFERENCES certificate, envelope BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE dossier_key(dossier TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE disclosure(
    entry BLOB NOT NULL,
    d TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY(entry, d)) WITHOUT ROWID;
-- Foreign logs as they arrived: proofs byte for byte, tips by which a rewritten log shows.
CREATE TABLE foreign_proof(tagmanifest BLOB, log INTEGER REFERENCES log(id), proof BLOB NOT NULL,
    PRIMARY KEY(tagmanifest, log)) WITHOUT ROWID;
CREATE TABLE seen_checkpoint(log INTEGER REFERENCES log(id), size INTEGER, root BLOB, body BLOB NOT NULL,
    signature BLOB NOT NULL, PRIMARY KEY(log, size, root)) WITHOUT ROWID;
-- Projections.
CREATE TABLE head(dossier TEXT, hash BLOB, PRIMARY KEY(dossier, hash)) WITHOUT ROWID;
)sql";

constexpr std::array scripts{script1};

}  // namespace

int newestSchema() {
    return static_cast<int>(scripts.size());
}

Status checkSchema(Database& database) {
    CHAYAN_TRY(const qint64 version, database.integer("PRAGMA user_version"));
    if (version == 0)
        return fail(ErrorKind::NotAStore, database.path(), u"the database holds no schema"_s);
    if (version > newestSchema())
        return fail(ErrorKind::NewerVersion, database.path(),
                    u"schema %1, this program knows up to %2"_s.arg(version).arg(newestSchema()));
    return {};
}

Status migrate(Database& database) {
    CHAYAN_TRY(const qint64 version, database.integer("PRAGMA user_version"));
    if (version > newestSchema())
        return checkSchema(database);
    if (version > 0 && version < newestSchema())
        CHAYAN_CHECK(database.copyTo(u"%1.before-%2"_s.arg(database.path()).arg(newestSchema())));
    for (qint64 next = version; next < newestSchema(); ++next) {
        CHAYAN_TRY(Transaction transaction, Transaction::begin(database));
        CHAYAN_CHECK(database.execute(scripts.at(static_cast<std::size_t>(next))));
        CHAYAN_CHECK(
            database.execute(QByteArray("PRAGMA user_version=" + QByteArray::number(next + 1)).constData()));
        CHAYAN_CHECK(transaction.commit());
    }
    return {};
}

}  // namespace chayan::store
