#pragma once

#include "core/store/officers.h"
#include "core/store/store.h"

namespace chayan::services {

/// A key and a certificate of an officer, and the key as it may lie on a disk.
struct NewOfficer {
    crypto::OfficerKey key;
    crypto::Certificate certificate;
    QByteArray keyPem;  ///< under the passphrase
};

/// BadValue when name, badge or agency are empty or too long, or the division has not six digits.
Result<NewOfficer> makeOfficer(const crypto::OfficerName& name, const QByteArray& passphrase, UtcMs now);

/// Makes a store for its first officer; what Store::create() refuses it refuses.
Result<std::unique_ptr<store::Store>> createStore(const QString& folder, const NewOfficer& officer,
                                                  std::shared_ptr<const Clock> clock, const QString& app);

/// Keeps the key of a further officer, who waits until one who may write admits him; durable when it returns.
Status addOfficer(store::Store& store, const NewOfficer& officer);
/// The new officer goes on in a new log on the same store, when nobody who may write is left to admit him.
/// What was sealed before stays closed to him.
Status takeOver(store::Store& store, const NewOfficer& officer);

/// store::admitOfficer() and store::retireOfficer(), durable when they return.
Status admitOfficer(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                    const Digest& officer);
Status retireOfficer(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                     const Digest& officer);

Result<std::vector<store::Officer>> listOfficers(const store::Store& store);

}  // namespace chayan::services
