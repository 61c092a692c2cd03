#pragma once

#include "core/base/safe_file.h"
#include "core/store/learnt.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace chayan::store {

/// What a job may do while its transaction is open. Valid only during the call; the writer's thread only.
class Draft {
  public:
    Result<ledger::Entry> append(const DossierId& dossier, const QString& kind, Json body);
    /// The same in the log's own dossier.
    Result<ledger::Entry> appendToLog(const QString& kind, Json body);
    /// Ends this installation's log where it stands and begins another that names the old one's last
    /// checkpoint, for when the old one is known to have been further than it is here.
    Status startNewLog();
    /// As the writer's clock reads.
    UtcMs now() const { return m_clock.read().utc; }
    Database& database() { return m_database; }
    const OwnLog& log() const { return m_log; }
    /// Writes the tables that entries do not prove.
    Secrets secrets() { return {m_database, m_sums}; }
    /// And those of what was learnt of logs.
    Learnt learnt() { return {m_database, m_sums, m_log}; }
    const Signer& signer() const { return m_signer; }
    /// This job names originals that were added with Sync::Later: they are synced before the commit.
    void needsSync() { m_needsSync = true; }

  private:
    friend class Writer;
    Draft(Database& database, OwnLog& log, SecretSums& sums, const Signer& signer, const Clock& clock)
        : m_database(database), m_log(log), m_sums(sums), m_signer(signer), m_clock(clock) {}
    Database& m_database;
    OwnLog& m_log;
    SecretSums& m_sums;
    const Signer& m_signer;
    const Clock& m_clock;
    bool m_needsSync = false;
};

/// Writes for one officer within a transaction; a failure undoes this job and no other.
using Job = std::function<Status(Draft&)>;

/// The one connection that writes, on a thread of its own, with a queue. What waits is grouped: jobs of one
/// officer share a transaction, a checkpoint and a sync. A job's future completes only after that commit is
/// durable. submit() may be called from any thread. Destruction finishes what waits, then joins.
class Writer {
  public:
    /// `database` holds a started log; `files` is an open folder on the file system of the originals. `anew`:
    /// the first job starts another log, which names it.
    static Result<std::unique_ptr<Writer>> start(Database database, UniqueFd files,
                                                 std::shared_ptr<const Clock> clock, bool anew = false);
    ~Writer();

    /// Finishes what waits; nothing may be submitted afterwards.
    void finish();
    /// What OwnLog::clockMovedMs() said when the writer started.
    qint64 clockMovedMs() const { return m_clockMovedMs; }

    std::future<Status> submit(std::shared_ptr<const Signer> signer, Job job);

  private:
    struct Waiting {
        std::shared_ptr<const Signer> signer;
        Job job;
        std::promise<Status> done;
    };
    Writer(Database database, UniqueFd files, OwnLog log, SecretSums sums, std::shared_ptr<const Clock> clock,
           bool anew);
    void run();
    std::vector<Waiting> takeGroup();
    /// Starts the next log, to which all are admitted who were to this one.
    Status goOnAnew(const Signer& officer);
    Status commitGroup(std::vector<Waiting>& group, std::vector<Status>& answers);
    Status tryJob(const Waiting& waiting, bool& needsSync);

    Database m_database;
    UniqueFd m_files;
    OwnLog m_log;
    SecretSums m_sums;
    std::shared_ptr<const Clock> m_clock;
    qint64 m_clockMovedMs;
    bool m_anew;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_queue;
    bool m_ending = false;
    std::thread m_thread;
};

}  // namespace chayan::store
