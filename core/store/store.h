#pragma once

#include "core/base/folder_lock.h"
#include "core/store/vault.h"
#include "core/store/writer.h"

#include <atomic>

namespace chayan::store {

/// What opening found after an unclean end; nothing of it was acknowledged.
struct Recovery {
    bool unclean = false;
    int strayFiles = 0;      ///< half-written files that were removed
    int looseOriginals = 0;  ///< whole originals that no entry names, removed
};

/// A store's folder: `store.sqlite`, `originals/`, `lock` (architecture.md section 3). Any thread, once open.
class Store {
  public:
    /// Makes the folder, the database and the log. NotEmpty when the folder holds anything.
    static Result<std::unique_ptr<Store>> create(const QString& folder, const Signer& signer,
                                                 QByteArray keyPem, std::shared_ptr<const Clock> clock,
                                                 const QString& app);
    /// For reading and writing: Busy when another process writes. Sweeps what an unclean end left, before any
    /// job.
    static Result<std::unique_ptr<Store>> open(const QString& folder, std::shared_ptr<const Clock> clock);
    /// Never writes; any number of processes may, beside a writer.
    static Result<std::unique_ptr<Store>> openToRead(const QString& folder);
    ~Store();

    const QString& folder() const { return m_folder; }
    const Vault& vault() const { return m_vault; }
    /// Whether this is the one process that may write.
    bool holdsLock() const { return m_lock.has_value(); }
    const Recovery& recovery() const { return m_recovery; }

    /// A connection of the caller's own, for reading.
    Result<Database> reader() const;

    /// Queues a job. A store opened to read answers ReadOnly.
    std::future<Status> write(std::shared_ptr<const Signer> signer, Job job);

    /// A job failed whose originals lie in the vault already: the next opening sweeps, as after an unclean
    /// end. (Now, another job that waits may name the same bytes.)
    void sweepNextTime() { m_sweepNextTime = true; }

  private:
    explicit Store(const QString& folder);
    Status sweep(Database& database);
    Status beginWriting(std::shared_ptr<const Clock> clock);

    QString m_folder;
    Vault m_vault;
    Recovery m_recovery;
    std::optional<FolderLock> m_lock;
    std::unique_ptr<Writer> m_writer;
    std::atomic<bool> m_sweepNextTime = false;
};

}  // namespace chayan::store
