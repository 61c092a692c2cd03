#include "core/store/officers.h"

#include "core/store/dossier_keys.h"

#include <map>

using namespace Qt::StringLiterals;

namespace chayan::store {

Result<crypto::Certificate> certificateOf(Database& database, const Digest& fingerprint) {
    Query query = database.prepare("SELECT der FROM certificate WHERE fingerprint=?");
    CHAYAN_TRY(const bool row, query.bind(fingerprint).step());
    if (!row)
        return fail(ErrorKind::NotFound, fingerprint.hex(), u"no such certificate in this store"_s);
    CHAYAN_TRY(crypto::Certificate certificate, crypto::Certificate::fromDer(query.blob(0)));
    if (certificate.fingerprint() != fingerprint)
        return fail(ErrorKind::Damaged, fingerprint.hex(), u"the certificate stored under it is another"_s);
    return certificate;
}

Result<std::vector<Officer>> officers(Database& database) {
    CHAYAN_TRY(const qint64 log, ownLogRow(database));
    CHAYAN_TRY(const std::set<Digest> admitted, admittedOfficers(database, log));
    std::map<Digest, Officer> found;
    for (const Digest& officer : admitted) {
        CHAYAN_TRY(const crypto::Certificate certificate, certificateOf(database, officer));
        found.insert({officer, {certificate, true, false}});
    }
    Query keys = database.prepare(
        "SELECT der FROM officer_key JOIN certificate USING(fingerprint) UNION ALL SELECT der FROM "
        "pending_key");
    while (true) {
        CHAYAN_TRY(const bool row, keys.step());
        if (!row)
            break;
        CHAYAN_TRY(const crypto::Certificate certificate, crypto::Certificate::fromDer(keys.blob(0)));
        found.insert({certificate.fingerprint(), {certificate, false, false}}).first->second.here = true;
    }
    std::vector<Officer> all;
    all.reserve(found.size());
    for (const auto& [fingerprint, officer] : found)
        all.push_back(officer);
    return all;
}

namespace {

/// An officer's encrypted key, as it lies here.
struct StoredKey {
    QByteArray pem;
    std::optional<crypto::Certificate> certificate;  ///< of one who waits to be admitted
};

Result<StoredKey> keyOf(Database& database, const Digest& officer) {
    Query key = database.prepare("SELECT pem FROM officer_key WHERE fingerprint=?");
    CHAYAN_TRY(const bool hasKey, key.bind(officer).step());
    if (hasKey)
        return StoredKey{key.blob(0), {}};
    Query pending = database.prepare("SELECT pem, der FROM pending_key WHERE fingerprint=?");
    CHAYAN_TRY(const bool isPending, pending.bind(officer).step());
    if (!isPending)
        return fail(ErrorKind::NotFound, officer.hex(), u"this officer has no key here"_s);
    CHAYAN_TRY(crypto::Certificate certificate, crypto::Certificate::fromDer(pending.blob(1)));
    return StoredKey{pending.blob(0), std::move(certificate)};
}

/// Who is meant when nobody was named: the one who may write with a key that lies here.
Result<Digest> onlyOfficer(Database& database) {
    CHAYAN_TRY(const std::vector<Officer> all, officers(database));
    std::vector<Digest> candidates;
    for (const Officer& officer : all)
        if (officer.admitted && officer.here)
            candidates.push_back(officer.certificate.fingerprint());
    if (candidates.size() != 1)
        return fail(ErrorKind::OfficerNeeded, database.path(),
                    u"%1 officers have keys here"_s.arg(candidates.size()));
    return candidates.front();
}

Status addStoreKey(Secrets secrets, const crypto::SealKey& key, const crypto::Certificate& officer) {
    CHAYAN_TRY(const QByteArray envelope, crypto::envelope(key, officer));
    return secrets.addStoreKey(officer.fingerprint(), storeKeyId(key), envelope);
}

Status addCertificate(Database& database, const crypto::Certificate& certificate) {
    Query insert = database.prepare("INSERT OR IGNORE INTO certificate(fingerprint, der) VALUES(?, ?)");
    return insert.bind(certificate.fingerprint()).bind(certificate.der()).run();
}

Json naming(const Digest& officer) {
    return Json(Json::Object{{"certificate", Json(officer.hex())}});
}

}  // namespace

Result<Signer> unlock(Database& database, const std::optional<Digest>& fingerprint,
                      const QByteArray& passphrase) {
    Digest officer;
    if (fingerprint) {
        officer = *fingerprint;
    } else {
        CHAYAN_TRY(officer, onlyOfficer(database));
    }
    CHAYAN_TRY(const StoredKey stored, keyOf(database, officer));
    // Before the passphrase: who may not write any more needs other advice than to type it again.
    CHAYAN_TRY(const qint64 log, ownLogRow(database));
    CHAYAN_TRY(const std::set<Digest> admitted, admittedOfficers(database, log));
    if (!admitted.contains(officer))
        return fail(ErrorKind::NotAdmitted, officer.hex(),
                    stored.certificate ? u"nobody has admitted this officer yet"_s
                                       : u"this officer retired, or another took over"_s);
    CHAYAN_TRY(crypto::Certificate certificate, certificateOf(database, officer));
    auto opened = crypto::OfficerKey::fromEncryptedPem(stored.pem, passphrase);
    if (!opened) {
        opened.error().thing = certificate.officer().name;  // whose key was tried when nobody was named
        return fail(std::move(opened.error()));
    }
    crypto::OfficerKey key = std::move(*opened);
    if (!certificate.belongsTo(key))
        return fail(ErrorKind::Damaged, officer.hex(), u"the key stored under it is another's"_s);
    Signer signer{std::move(key), std::move(certificate), {}};
    Query envelope =
        database.prepare("SELECT envelope FROM store_key WHERE fingerprint=? ORDER BY number DESC");
    envelope.bind(officer);
    while (true) {
        CHAYAN_TRY(const bool hasStoreKey, envelope.step());
        if (!hasStoreKey)
            break;
        CHAYAN_TRY(crypto::SealKey storeKey,
                   crypto::openEnvelope(envelope.blob(0), signer.key, signer.certificate));
        if (signer.storeKey)
            signer.olderStoreKeys.push_back(std::move(storeKey));
        else
            signer.storeKey = std::move(storeKey);
    }
    return signer;
}

Status addFirstOfficer(Database& database, Secrets secrets, const Signer& signer, const QByteArray& keyPem) {
    CHAYAN_CHECK(addCertificate(database, signer.certificate));
    CHAYAN_CHECK(secrets.addOfficerKey(signer.certificate.fingerprint(), keyPem));
    return addStoreKey(secrets, *signer.storeKey, signer.certificate);
}

Status addPendingOfficer(Draft& draft, const crypto::Certificate& certificate, const QByteArray& keyPem) {
    Query insert = draft.database().prepare("INSERT INTO pending_key(fingerprint, der, pem) VALUES(?, ?, ?)");
    return insert.bind(certificate.fingerprint()).bind(certificate.der()).bind(keyPem).run();
}

Status admitOfficer(Draft& draft, const Digest& fingerprint) {
    if (draft.log().admitted().contains(fingerprint))
        return fail(ErrorKind::AlreadyExists, fingerprint.hex(), u"this officer was admitted before"_s);
    if (!draft.signer().storeKey)
        return fail(ErrorKind::NotAdmitted, draft.signer().certificate.fingerprint().hex(),
                    u"the store's key was not enveloped to this officer"_s);
    CHAYAN_TRY(const StoredKey stored, keyOf(draft.database(), fingerprint));
    if (stored.certificate) {
        CHAYAN_CHECK(addCertificate(draft.database(), *stored.certificate));
        CHAYAN_CHECK(draft.secrets().addOfficerKey(fingerprint, stored.pem));
        Query drop = draft.database().prepare("DELETE FROM pending_key WHERE fingerprint=?");
        CHAYAN_CHECK(drop.bind(fingerprint).run());
    }
    CHAYAN_TRY(const crypto::Certificate certificate, certificateOf(draft.database(), fingerprint));
    CHAYAN_CHECK(addStoreKey(draft.secrets(), *draft.signer().storeKey, certificate));
    CHAYAN_TRY(const ledger::Entry entry,
               draft.append(draft.log().dossier(), u"officer.admitted"_s, naming(fingerprint)));
    return {};
}

Status retireOfficer(Draft& draft, const Digest& fingerprint) {
    if (!draft.log().admitted().contains(fingerprint))
        return fail(ErrorKind::NotFound, fingerprint.hex(), u"no officer who may write here"_s);
    if (draft.log().admitted().size() == 1)
        return fail(ErrorKind::NotFinished, fingerprint.hex(),
                    u"nobody else may write here; admit another officer first"_s);
    CHAYAN_TRY(const ledger::Entry entry,
               draft.append(draft.log().dossier(), u"officer.retired"_s, naming(fingerprint)));
    return draft.secrets().removeStoreKeys(fingerprint);
}

Status takeOver(Draft& draft, const QByteArray& keyPem) {
    CHAYAN_CHECK(addFirstOfficer(draft.database(), draft.secrets(), draft.signer(), keyPem));
    return draft.startNewLog();
}

}  // namespace chayan::store
