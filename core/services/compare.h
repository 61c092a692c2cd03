#pragma once

#include "core/eye/pool.h"
#include "core/services/office.h"

namespace chayan::services {

/// A suspect label beside the genuine one, pictures of any kind that is decoded. BadInput where the genuine
/// label is not found in the suspect picture, or the reason why one of them was not read; `reference` and
/// `suspect` name them in errors. Takes some seconds at most; waits for a worker. Any thread.
Result<eye::Compared> compareLabels(eye::EyePool& eyes, QByteArray reference, QByteArray suspect,
                                    const QString& referenceName, const QString& suspectName);

/// The same for two originals of a store.
Result<eye::Compared> compareOriginals(const Office& office, const Digest& genuine, const Digest& suspect);

/// Keeps what a comparison showed beside the suspect, as a derived picture whose parents are the genuine
/// label and the suspect. `reference`: the dossier of the genuine one where it is another. What addDerived()
/// gives.
Result<ItemId> keepComparison(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                              const DossierId& dossier, const Digest& genuine, const Digest& suspect,
                              const std::optional<DossierId>& reference, const eye::Compared& compared);

}  // namespace chayan::services
