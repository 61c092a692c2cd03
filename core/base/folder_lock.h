#pragma once

#include "core/base/safe_file.h"

namespace chayan {

/// The right to write in a folder, held by one process at a time.
///
/// Contract: whoever holds the lock is the only writer and may sweep stray files; whoever does not may only
/// read. It is an open-file-description lock on `FOLDER/lock`, so the kernel drops it when the holder ends,
/// however it ends: there are no stale locks, and the file's presence means nothing. The file holds the
/// holder's process id, for messages only.
class FolderLock {
  public:
    /// Busy when another process (or another FolderLock of this one) holds it.
    static Result<FolderLock> acquire(const QString& folder);

  private:
    explicit FolderLock(UniqueFd fd) : m_fd(std::move(fd)) {}
    UniqueFd m_fd;
};

}  // namespace chayan
