#include "core/services/officers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

Status checkName(const crypto::OfficerName& name) {
    constexpr qsizetype longest = 64;  // X.520 ub-name
    for (const QString& text : {name.name, name.badge, name.agency}) {
        if (text.trimmed().isEmpty() || text.size() > longest)
            return fail(ErrorKind::BadValue, text, u"name, badge and agency have 1 to 64 characters"_s);
        if (!std::ranges::all_of(text, [](QChar c) { return c.isPrint() || c.isSurrogate(); }))
            return fail(ErrorKind::BadValue, {}, u"a name holds no characters that cannot be seen"_s);
    }
    const bool digits = std::ranges::all_of(name.division, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (name.division.size() != 6 || !digits)
        return fail(ErrorKind::BadValue, name.division, u"a division has six digits (GB/T 2260)"_s);
    return {};
}

/// Its own officer's first work: nobody else's leave is needed or asked.
std::shared_ptr<const store::Signer> signerOf(const NewOfficer& officer, std::optional<crypto::SealKey> key) {
    return std::make_shared<const store::Signer>(
        store::Signer{officer.key, officer.certificate, std::move(key), {}});
}

}  // namespace

Result<NewOfficer> makeOfficer(const crypto::OfficerName& name, const QByteArray& passphrase, UtcMs now) {
    CHAYAN_CHECK(checkName(name));
    CHAYAN_TRY(crypto::OfficerKey key, crypto::OfficerKey::generate());
    CHAYAN_TRY(crypto::Certificate certificate, crypto::Certificate::selfSigned(key, name, now));
    CHAYAN_TRY(QByteArray pem, key.toEncryptedPem(passphrase));
    return NewOfficer{std::move(key), std::move(certificate), std::move(pem)};
}

Result<std::unique_ptr<store::Store>> createStore(const QString& folder, const NewOfficer& officer,
                                                  std::shared_ptr<const Clock> clock, const QString& app) {
    CHAYAN_TRY(crypto::SealKey storeKey, crypto::SealKey::random());
    return store::Store::create(folder, *signerOf(officer, std::move(storeKey)), officer.keyPem,
                                std::move(clock), app);
}

Status addOfficer(store::Store& store, const NewOfficer& officer) {
    return store
        .write(signerOf(officer, {}),
               [&](store::Draft& draft) {
                   return store::addPendingOfficer(draft, officer.certificate, officer.keyPem);
               })
        .get();
}

Status takeOver(store::Store& store, const NewOfficer& officer) {
    CHAYAN_TRY(crypto::SealKey storeKey, crypto::SealKey::random());
    return store
        .write(signerOf(officer, std::move(storeKey)),
               [&](store::Draft& draft) { return store::takeOver(draft, officer.keyPem); })
        .get();
}

Status admitOfficer(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                    const Digest& officer) {
    return store.write(signer, [&](store::Draft& draft) { return store::admitOfficer(draft, officer); })
        .get();
}

Status retireOfficer(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                     const Digest& officer) {
    return store.write(signer, [&](store::Draft& draft) { return store::retireOfficer(draft, officer); })
        .get();
}

Result<std::vector<store::Officer>> listOfficers(const store::Store& store) {
    CHAYAN_TRY(store::Database database, store.reader());
    return store::officers(database);
}

}  // namespace chayan::services
