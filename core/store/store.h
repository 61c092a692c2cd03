#pragma once

#include "core/base/folder_lock.h"
#include "core/store/sweep.h"
#include "core/store/writer.h"

#include <atomic>

class QTemporaryDir;

namespace chayan::store {

/// A store's folder: `store.sqlite`, `originals/`, `lock` (architecture.md section 3). Any thread, once open.
class Store {
  public:
    /// Which projections are made anew on opening: those of an older program, or whatever lies there.
    enum class Projections { WhereStale, Anew };

    /// Makes the folder, the database, the log and `officer.pem`, the certificate to give to others. NotEmpty
    /// when the folder holds anything but what an interrupted making left.
    static Result<std::unique_ptr<Store>> create(const QString& folder, const Signer& signer,
                                                 QByteArray keyPem, std::shared_ptr<const Clock> clock,
                                                 const QString& app);
    /// For reading and writing: Busy when another process writes, NewerVersion when a newer program made it,
    /// Damaged when the database or its log is not whole. Sweeps what an unclean end left, before any job.
    static Result<std::unique_ptr<Store>> open(const QString& folder, std::shared_ptr<const Clock> clock,
                                               Projections projections = Projections::WhereStale);
    /// Never writes; any number of processes may, beside a writer, on read-only media, and a newer program's
    /// store.
    static Result<std::unique_ptr<Store>> openToRead(const QString& folder);
    ~Store();

    const QString& folder() const { return m_folder; }
    const Vault& vault() const { return m_vault; }
    /// Whether this is the one process that may write.
    bool holdsLock() const { return m_lock.has_value(); }
    const Recovery& recovery() const { return m_recovery; }

    /// A private folder on the store's disk for what is unpacked while it is taken in. Whoever asks for it
    /// empties it again; what an unclean end leaves there is swept.
    Result<QString> scratch() const;

    /// A connection of the caller's own, for reading.
    Result<Database> reader() const;

    /// Queues a job. A store opened to read answers ReadOnly.
    std::future<Status> write(std::shared_ptr<const Signer> signer, Job job);

    /// A job failed whose originals lie in the vault already: the next opening sweeps, as after an unclean
    /// end. (Now, another job that waits may name the same bytes.)
    void sweepNextTime() { m_sweepNextTime = true; }

  private:
    explicit Store(const QString& folder);
    Status beginWriting(std::shared_ptr<const Clock> clock, Projections projections);
    Status tryToBegin(std::shared_ptr<const Clock> clock, Projections projections);
    /// The certificate that its officer gives to others, where it is missing: a copy begins without one.
    Status layOutCertificate(const QString& folder) const;
    /// Says in the marker how far its writer is.
    Status mark(QByteArrayView state) const;

    QString m_folder;
    Vault m_vault;
    Recovery m_recovery;
    std::optional<FolderLock> m_lock;
    std::unique_ptr<Writer> m_writer;
    std::atomic<bool> m_sweepNextTime = false;
    qint64 m_began = 0;                      ///< since when what is loose may be a writer's leavings
    bool m_opened = false;                   // to write, all of it
    std::unique_ptr<QTemporaryDir> m_aside;  // with a copy of the database, for read-only media
};

}  // namespace chayan::store
