#pragma once

#include "core/base/progress.h"
#include "core/base/safe_file.h"

#include <functional>
#include <vector>

namespace chayan::store {

/// An original as it lies in the vault.
struct StoredOriginal {
    Digest sha256;
    qint64 size = 0;
    bool wasThere = false;  ///< the same bytes were stored before
};

/// The folder of originals: `ab/cdef...`, named by SHA-256, never changed. Any thread; only the holder of the
/// store's lock adds or sweeps.
class Vault {
  public:
    /// However the folder is named; it stays this one when the process changes its working folder.
    explicit Vault(const QString& folder);

    /// Copies an open file from its start, hashing while it copies; `thing` is its name in errors. What lies
    /// in its place and is not the same, damaged as it may be, is replaced. Written under a temporary name,
    /// then renamed. With Sync::Now durable before it returns; with Sync::Later only after the commit of a
    /// job that calls Draft::needsSync().
    Result<StoredOriginal> add(int source, const QString& thing, Sync sync = Sync::Now,
                               const Progress& progress = {}) const;

    /// Whether these very bytes lie there: read and hashed, since a file's name says nothing of its content.
    bool holds(const StoredOriginal& original, const Progress& progress = {}) const;

    /// A file in the vault that is no original yet; dropped without place(), it leaves nothing behind.
    struct Staged {
        AtomicFile file;
        Digest sha256;
    };
    /// Lets `fill` write what should become the original `expected` to an open file, and say what it wrote.
    Result<Staged> stage(const Digest& expected, const std::function<Result<Digest>(int fd)>& fill) const;
    /// Makes it an original, durable after the commit of a job that calls Draft::needsSync().
    Status place(Staged& staged) const;

    const QString& folder() const { return m_folder; }
    QString pathOf(const Digest& sha256) const;
    /// Links instead of files or folders of its own: their bytes lie elsewhere.
    Result<std::vector<QString>> links() const;
    Result<UniqueFd> open(const Digest& sha256) const;
    /// The hash and the size of what lies there now.
    Result<StoredOriginal> measure(const Digest& sha256, const Progress& progress = {}) const;

    /// The vault's folders, by the first byte of the hash: 0 to 255.
    static constexpr int parts = 256;
    /// The originals that lie in one of them, in no order.
    Result<std::vector<Digest>> originalsOf(int part) const;
    /// Paths of whatever else lies there, such as the temporary files left by an interrupted add().
    Result<std::vector<QString>> strays() const;

  private:
    QString m_folder;
};

}  // namespace chayan::store
