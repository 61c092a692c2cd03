#include "core/store/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

// Truth first, projections below; times are RFC 3339 text inside entries and UTC milliseconds in columns.
constexpr const char* script1 = R"sql(
-- `own_log`: the row in table log that this installation writes.
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- A log, or one branch of a forked one; the branch that was here first is 0.
CREATE TABLE log(
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    branch INTEGER NOT NULL DEFAULT 0,
    UNIQUE(hash, branch)) STRICT;
-- An entry that several branches share stands under the one by which it came first.
CREATE TABLE entry(
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    log INTEGER NOT NULL REFERENCES log(id),
    seq INTEGER NOT NULL,
    dossier TEXT NOT NULL,
    kind TEXT NOT NULL,
    officer BLOB NOT NULL,
    bytes BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX entry_place ON entry(log, seq);
CREATE INDEX entry_dossier ON entry(dossier, log, seq);
CREATE INDEX entry_officer ON entry(log, seq) WHERE kind IN ('officer.admitted', 'officer.retired');
-- Complete subtrees: of the own log all, of others those that their proofs gave. A leaf (level 0) stands here only
-- where no entry of the same row of table log is that leaf.
CREATE TABLE tree_node(
    log INTEGER NOT NULL REFERENCES log(id),
    level INTEGER NOT NULL,
    place INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY(log, level, place)) STRICT, WITHOUT ROWID;
-- Subtrees at the right edge of another log's tree of some size, which are not complete and came as a whole: leaves
-- [first, size).
CREATE TABLE edge_node(
    log INTEGER NOT NULL REFERENCES log(id),
    size INTEGER NOT NULL,
    first INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY(log, size, first)) STRICT, WITHOUT ROWID;
-- Every checkpoint of the own log, and those of others that came with bundles; `seen` is when (own: when signed).
-- `number` counts those of the own log from 0, so that one that is missing leaves a gap.
CREATE TABLE checkpoint(
    log INTEGER NOT NULL REFERENCES log(id),
    size INTEGER NOT NULL,
    first INTEGER NOT NULL,
    officer BLOB NOT NULL,
    root BLOB NOT NULL,
    body BLOB NOT NULL,
    signature BLOB NOT NULL,
    seen INTEGER NOT NULL,
    number INTEGER,
    PRIMARY KEY(log, size)) STRICT, WITHOUT ROWID;
-- Sizes of a log from which an export shows that the newest tree goes on: those let out before.
CREATE TABLE shown_size(
    log INTEGER NOT NULL REFERENCES log(id),
    size INTEGER NOT NULL,
    PRIMARY KEY(log, size)) STRICT, WITHOUT ROWID;
CREATE TABLE certificate(fingerprint BLOB PRIMARY KEY, der BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE officer_key(fingerprint BLOB PRIMARY KEY REFERENCES certificate, pem BLOB NOT NULL) STRICT, WITHOUT ROWID;
-- Made here and not yet admitted; moves to the two tables above then.
CREATE TABLE pending_key(fingerprint BLOB PRIMARY KEY, der BLOB NOT NULL, pem BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE trust(
    fingerprint BLOB PRIMARY KEY REFERENCES certificate,
    since INTEGER NOT NULL,
    compromised_since INTEGER) STRICT, WITHOUT ROWID;
-- The originals that lie in the vault.
CREATE TABLE original(sha256 BLOB PRIMARY KEY, size INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- The store's key, enveloped to each admitted officer; `id` is a hash of the key, so that an officer who came by a
-- second one (formats.md section 3) knows which opens what. The newest stands last.
CREATE TABLE store_key(
    number INTEGER PRIMARY KEY,
    fingerprint BLOB NOT NULL REFERENCES certificate,
    id BLOB NOT NULL,
    envelope BLOB NOT NULL,
    UNIQUE(fingerprint, id)) STRICT;
-- A key a dossier, sealed under a store's key; disclosures sealed under that. `tag` finds the values of one name
-- without telling the name.
CREATE TABLE dossier_key(
    id INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL,
    store_key BLOB NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE(dossier, store_key)) STRICT;
CREATE TABLE disclosure(
    key INTEGER NOT NULL REFERENCES dossier_key(id),
    entry BLOB NOT NULL,
    d BLOB NOT NULL,
    tag BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY(key, entry, d)) STRICT, WITHOUT ROWID;
CREATE INDEX disclosure_tag ON disclosure(key, tag);
-- What no entry proves: the sums over officer_key, store_key, dossier_key and disclosure, signed (formats.md section 3).
CREATE TABLE secret_sum(one INTEGER PRIMARY KEY CHECK(one = 1), body BLOB NOT NULL, signature BLOB NOT NULL) STRICT;
-- Projections (projection.h): recomputed from the entries by `rebuild`, row for row save for numbers of rows.
CREATE TABLE head(dossier TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(dossier, hash)) STRICT, WITHOUT ROWID;
-- `id` is that of the dossier's first entry here, so that later arrivals have greater ones.
CREATE TABLE dossier(
    id INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    opened INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    originals INTEGER NOT NULL,
    conflicts INTEGER NOT NULL) STRICT;
CREATE INDEX dossier_list ON dossier(type, opened, dossier);
CREATE TABLE item(
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    item TEXT NOT NULL,
    list TEXT NOT NULL,
    present INTEGER NOT NULL,
    PRIMARY KEY(dossier, item)) STRICT, WITHOUT ROWID;
CREATE TABLE conflict(
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    about TEXT NOT NULL,
    item TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY(dossier, about, item, key)) STRICT, WITHOUT ROWID;
-- Live values that may be searched; `id` is the dossier's id times 2^24 and a number, so that the index alone says
-- which dossiers hold a word.
CREATE TABLE text_row(
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier(id),
    item TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL) STRICT;
CREATE INDEX text_row_place ON text_row(dossier, item, key);
-- The words of text_row.value (search_words.h); the words alone, since the values stand there.
CREATE VIRTUAL TABLE text_index USING fts5(
    words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');
-- What others' receipts say of logs: their trees of these sizes existed not later than `at`; from anchor.received.
CREATE TABLE anchor(
    entry BLOB NOT NULL,
    log BLOB NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    at INTEGER NOT NULL,
    officer BLOB NOT NULL,
    tagmanifest BLOB NOT NULL,
    PRIMARY KEY(entry, log, size)) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_log ON anchor(log, size);
CREATE INDEX anchor_tagmanifest ON anchor(tagmanifest);
-- Bundles sent and received, and the dossiers in them; from bundle.exported and bundle.imported. Whether one arrived
-- says anchor.tagmanifest.
CREATE TABLE traffic(
    tagmanifest BLOB NOT NULL,
    direction TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY(tagmanifest, direction)) STRICT, WITHOUT ROWID;
CREATE TABLE traffic_dossier(
    dossier TEXT NOT NULL,
    tagmanifest BLOB NOT NULL,
    direction TEXT NOT NULL,
    PRIMARY KEY(dossier, tagmanifest, direction)) STRICT, WITHOUT ROWID;
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
