#pragma once

#include "core/bundle/foreign_bag.h"
#include "core/eye/pool.h"
#include "core/services/receiving.h"

namespace chayan::services {

/// A bag made by others, as it was taken in.
struct ForeignEvidence {
    DossierId dossier = DossierId::random();
    /// One dossier; its entries; its originals, one a file of the bag. Nothing where it was there already.
    Amount imported;
    Amount alreadyThere;
    /// The digests of its manifests.
    QStringList algorithms;
    bundle::Oxum payload;
    /// Codes that were read in its pictures.
    qint64 codes = 0;
};

/// Takes in a BagIt bag made by others, a folder, ZIP or tar, as evidence: once it is checked as a bag, a new
/// dossier of the type `evidence` holds every file of it as an original with the origin `received`, the
/// payload first, then the files about the bag; each by its path in the bag (sealed), so that the bag can be
/// put together again. The codes of pictures are read as those of photographs are. In one transaction,
/// durable when it returns; a failed, cancelled or killed run changes nothing. The same bag twice
/// changes nothing: it is the dossier that has the same files.
///
/// Nobody signs a bag: that it is whole says nothing about who made it. BadInput for a
/// bundle of Chayan, which has its own way in; InvalidBundle, NotABundle or UnsafePath for a bag that must
/// not be taken in. Memory: up to 256 MB of pictures, and 1 kB a file. Waits for the store's writer.
Result<ForeignEvidence> importForeign(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                                      eye::EyePool& eyes, const QString& path, const Progress& progress);

}  // namespace chayan::services
