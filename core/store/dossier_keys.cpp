#include "core/store/dossier_keys.h"

#include "core/crypto/digest.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

QByteArray contextOf(const DossierId& dossier) {
    return "chayan dossier key 1\n" + dossier.text().toLatin1();
}

Result<std::optional<DossierKey>> find(Database& database, const crypto::SealKey& storeKey,
                                       const DossierId& dossier) {
    Query query = database.prepare("SELECT id, sealed FROM dossier_key WHERE dossier=? AND store_key=?");
    CHAYAN_TRY(const bool row, query.bind(dossier.text()).bind(storeKeyId(storeKey)).step());
    if (!row)
        return std::optional<DossierKey>();
    auto opened = crypto::openSealed(storeKey, query.blob(1), view(contextOf(dossier)));
    if (!opened)
        return fail(ErrorKind::Damaged, dossier.text(),
                    u"the dossier's key does not open: %1"_s.arg(opened.error().detail));
    return std::optional(DossierKey{query.integer(0), {std::move(*opened)}});
}

}  // namespace

Digest storeKeyId(const crypto::SealKey& key) {
    return crypto::sha256(view("chayan store key 1\n" + key.bytes));
}

Result<std::vector<DossierKey>> dossierKeys(Database& database, const Signer& signer,
                                            const DossierId& dossier) {
    std::vector<DossierKey> keys;
    const auto take = [&](const crypto::SealKey& storeKey) -> Status {
        CHAYAN_TRY(auto key, find(database, storeKey, dossier));
        if (key)
            keys.push_back(std::move(*key));
        return {};
    };
    if (signer.storeKey)
        CHAYAN_CHECK(take(*signer.storeKey));
    for (const crypto::SealKey& older : signer.olderStoreKeys)
        CHAYAN_CHECK(take(older));
    return keys;
}

Result<DossierKey> dossierKeyFor(Draft& draft, const DossierId& dossier) {
    const auto& storeKey = draft.signer().storeKey;
    if (!storeKey)
        return fail(ErrorKind::NotAdmitted, draft.signer().certificate.fingerprint().hex(),
                    u"the store's key was not enveloped to this officer"_s);
    CHAYAN_TRY(auto known, find(draft.database(), *storeKey, dossier));
    if (known)
        return std::move(*known);
    CHAYAN_TRY(crypto::SealKey made, crypto::SealKey::random());
    CHAYAN_TRY(const QByteArray sealed, crypto::seal(*storeKey, view(made.bytes), view(contextOf(dossier))));
    CHAYAN_TRY(const qint64 row, draft.secrets().addDossierKey(dossier, storeKeyId(*storeKey), sealed));
    return DossierKey{row, std::move(made)};
}

}  // namespace chayan::store
