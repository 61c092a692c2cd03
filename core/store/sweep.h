#pragma once

#include "core/store/database.h"
#include "core/store/vault.h"

namespace chayan::store {

/// What opening a store to write found that its user should know. What was removed after an unclean end had
/// not been acknowledged.
struct Recovery {
    bool unclean = false;    ///< the last writer was killed, or the machine stopped
    int strayFiles = 0;      ///< half-written files that were removed
    int looseOriginals = 0;  ///< whole originals that no entry names, removed
    /// The write-ahead log is gone: acknowledged records may be. The next write starts a new log.
    bool lostRecords = false;
    /// This is a backup's copy: the next write starts a new log.
    bool fromCopy = false;
    /// By how much the wall clock moved by itself since the log's last entry, as far as it is out of bounds.
    qint64 clockMovedMs = 0;
};

/// Removes temporary files, the scratch folder, and originals that neither table original nor any entry
/// names. Only for the holder of the folder's lock, before its first job, and only over a log that is whole:
/// what a missing entry named would go with it.
Status sweep(Database& database, const Vault& vault, const QString& folder, Recovery& recovery);

}  // namespace chayan::store
