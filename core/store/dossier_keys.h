#pragma once

#include "core/store/writer.h"

namespace chayan::store {

/// The key under which sealed values of one dossier lie, and its row in table dossier_key.
struct DossierKey {
    qint64 row = 0;
    crypto::SealKey key;
};

/// What table store_key calls a store's key: it tells which is meant and nothing about it.
Digest storeKeyId(const crypto::SealKey& key);

/// The keys of a dossier that this officer can open; more than one only after an office was taken over.
/// Damaged when one does not open with the key that it names.
Result<std::vector<DossierKey>> dossierKeys(Database& database, const Signer& signer,
                                            const DossierId& dossier);

/// The key under which this officer seals in a dossier, made when there is none. NotAdmitted when the store's
/// key was not enveloped to the officer.
Result<DossierKey> dossierKeyFor(Draft& draft, const DossierId& dossier);

}  // namespace chayan::store
