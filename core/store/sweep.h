#pragma once

#include "core/store/database.h"
#include "core/store/vault.h"

#include <optional>

namespace chayan::store {

/// What opening a store to write found that its user should know. What was removed after an unclean end had
/// not been acknowledged.
struct Recovery {
    bool unclean = false;    ///< the last writer was killed, or the machine stopped
    int strayFiles = 0;      ///< half-written files that were removed
    int looseOriginals = 0;  ///< whole originals that no entry names, removed
    int keptOriginals = 0;   ///< the same, kept: they may be all that is left of records that are gone
    /// The write-ahead log is gone: acknowledged records may be. The next write starts a new log.
    bool lostRecords = false;
    /// This is a backup's copy: the next write starts a new log.
    bool fromCopy = false;
    /// By how much the wall clock moved by itself since the log's last entry, as far as it is out of bounds.
    qint64 clockMovedMs = 0;
};

/// Removes temporary files, the scratch folder, and those originals that neither table original nor any entry
/// names and that came after the last writer had begun, at `since` (ms since 1970 by the clock that dates
/// files): what it was killed over. An original that was there before had been acknowledged, and what names
/// it was lost; it stays, and so do all where records are known to be lost, or `since` is not known. Only for
/// the holder of the folder's lock, before its first job.
Status sweep(Database& database, const Vault& vault, const QString& folder, std::optional<qint64> since,
             Recovery& recovery);

}  // namespace chayan::store
