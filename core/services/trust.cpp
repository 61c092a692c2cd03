#include "core/services/trust.h"

namespace chayan::services {

Result<std::vector<store::Trusted>> listTrusted(const store::Store& store) {
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(const store::TrustBook book, store::TrustBook::load(database));
    return book.decisions();
}

Status trust(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
             const crypto::Certificate& certificate) {
    return store.write(signer, [&](store::Draft& draft) { return store::addTrust(draft, certificate); })
        .get();
}

Status distrust(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                const Digest& fingerprint, std::optional<UtcMs> compromisedSince) {
    return store
        .write(signer,
               [&](store::Draft& draft) { return store::removeTrust(draft, fingerprint, compromisedSince); })
        .get();
}

}  // namespace chayan::services
