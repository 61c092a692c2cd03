#include "core/store/officers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::store {

Result<std::vector<Digest>> officersHere(Database& database) {
    Query query = database.prepare("SELECT fingerprint FROM officer_key");
    std::vector<Digest> officers;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return officers;
        CHAYAN_TRY(const Digest officer, query.digest(0));
        officers.push_back(officer);
    }
}

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

Result<Signer> unlock(Database& database, const std::optional<Digest>& fingerprint,
                      const QByteArray& passphrase) {
    CHAYAN_TRY(const std::vector<Digest> officers, officersHere(database));
    if (!fingerprint && officers.size() != 1)
        return fail(ErrorKind::OfficerNeeded, database.path(),
                    u"%1 officers have keys here"_s.arg(officers.size()));
    const Digest officer = fingerprint.value_or(officers.empty() ? Digest{} : officers.front());
    Query query = database.prepare("SELECT pem FROM officer_key WHERE fingerprint=?");
    CHAYAN_TRY(const bool row, query.bind(officer).step());
    if (!row)
        return fail(ErrorKind::NotFound, officer.hex(), u"this officer has no key here"_s);
    CHAYAN_TRY(crypto::OfficerKey key, crypto::OfficerKey::fromEncryptedPem(query.blob(0), passphrase));
    CHAYAN_TRY(crypto::Certificate certificate, certificateOf(database, officer));
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

}  // namespace chayan::store
