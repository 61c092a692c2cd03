#pragma once

#include "core/bundle/bag_writer.h"
#include "core/store/store.h"

namespace chayan::services {

struct Exported {
    bundle::BagWritten file;
    qint64 dossiers = 0;
    qint64 entries = 0;
    qint64 originals = 0;
    QByteArray checkpoint;  ///< the body of the log's newest checkpoint
};

/// Writes a bundle of these dossiers, or of all when none is named, and then records that it was let out. The
/// file is there whole or not at all; AlreadyExists rather than replacing one.
Result<Exported> exportBundle(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                              const std::vector<DossierId>& dossiers, const QString& out, UtcMs now,
                              const Progress& progress);

}  // namespace chayan::services
