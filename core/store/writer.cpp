#include "core/store/writer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// A group larger than this makes the first of it wait for too long.
constexpr std::size_t greatestGroup = 64;

}  // namespace

Result<ledger::Entry> Draft::append(const DossierId& dossier, const QString& kind, Json body) {
    if (std::ranges::find(kindsWithNewSum, kind) != kindsWithNewSum.end())
        m_sums.renew();
    return m_log.append(m_database, m_signer, m_clock, dossier, kind, std::move(body));
}

Result<ledger::Entry> Draft::appendToLog(const QString& kind, Json body) {
    return append(*DossierId::fromText(m_log.id().hex()), kind, std::move(body));
}

Status Draft::startNewLog() {
    CHAYAN_CHECK(m_log.checkpoint(m_database, m_signer, m_clock));
    CHAYAN_CHECK(learnt().leave(m_log.row()));
    CHAYAN_TRY(m_log, OwnLog::startAfter(m_database, m_log, m_signer, m_clock));
    m_sums.renew();
    return {};
}

Result<std::unique_ptr<Writer>> Writer::start(Database database, UniqueFd files,
                                              std::shared_ptr<const Clock> clock, bool anew) {
    CHAYAN_TRY(OwnLog log, OwnLog::load(database));
    CHAYAN_TRY(SecretSums sums, SecretSums::load(database));
    {
        // A first commit: from here on the write-ahead log is not empty while the store is open, so that an
        // empty one tells of a loss; and whatever happens now, the log that is to end gets no further entry.
        CHAYAN_TRY(Transaction touch, Transaction::begin(database));
        if (anew)
            CHAYAN_CHECK(database.execute("INSERT OR IGNORE INTO meta(key, value) VALUES('copied', '')"));
        // SQLite writes no page for a row that is set to what it was.
        CHAYAN_CHECK(
            database.execute("UPDATE meta SET value=value || ' ' WHERE key='own_log';"
                             "UPDATE meta SET value=rtrim(value) WHERE key='own_log'"));
        CHAYAN_CHECK(touch.commit());
    }
    return std::unique_ptr<Writer>(
        new Writer(std::move(database), std::move(files), std::move(log), sums, std::move(clock), anew));
}

Writer::Writer(Database database, UniqueFd files, OwnLog log, SecretSums sums,
               std::shared_ptr<const Clock> clock, bool anew)
    : m_database(std::move(database)),
      m_files(std::move(files)),
      m_log(std::move(log)),
      m_sums(sums),
      m_clock(std::move(clock)),
      m_clockMovedMs(m_log.clockMovedMs(m_clock->read())),
      m_anew(anew) {
    m_thread = std::thread([this] { run(); });
}

Writer::~Writer() {
    finish();
}

void Writer::finish() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

std::future<Status> Writer::submit(std::shared_ptr<const Signer> signer, Job job) {
    Waiting waiting{std::move(signer), std::move(job), {}};
    auto done = waiting.done.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(waiting));
    }
    m_wake.notify_one();
    return done;
}

std::vector<Writer::Waiting> Writer::takeGroup() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_ending || !m_queue.empty(); });
    std::vector<Waiting> group;
    // One commit holds one officer's entries (formats.md section 2).
    while (!m_queue.empty() && group.size() < greatestGroup &&
           (group.empty() || group.front().signer == m_queue.front().signer)) {
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return group;
}

void Writer::run() {
    while (true) {
        std::vector<Waiting> group = takeGroup();
        if (group.empty())
            return;
        std::vector<Status> answers;
        const Status committed = commitGroup(group, answers);
        if (!committed) {
            // Nothing of the group is on disk. What the log held in memory goes too.
            if (auto log = OwnLog::load(m_database))
                m_log = std::move(*log);
            if (auto sums = SecretSums::load(m_database))
                m_sums = *sums;
        }
        for (std::size_t i = 0; i < group.size(); ++i)
            group[i].done.set_value(committed ? answers[i] : committed);
    }
}

Status Writer::commitGroup(std::vector<Waiting>& group, std::vector<Status>& answers) {
    CHAYAN_TRY(Transaction transaction, Transaction::begin(m_database));
    bool needsSync = false;
    const Signer& officer = *group.front().signer;
    const Digest logBefore = m_log.id();
    // One who may not write has the writer keep a key, or takes over: nothing is written in his name.
    if (m_log.admitted().contains(officer.certificate.fingerprint())) {
        if (m_anew)
            CHAYAN_CHECK(goOnAnew(officer));
        CHAYAN_CHECK(m_log.noteClock(m_database, officer, *m_clock));
    }
    for (const Waiting& waiting : group) {
        CHAYAN_CHECK(m_database.execute("SAVEPOINT job"));
        const OwnLog before = m_log;
        const SecretSums sumsBefore = m_sums;
        Status answer = tryJob(waiting, needsSync);
        if (!answer) {
            CHAYAN_CHECK(m_database.execute("ROLLBACK TO job"));
            m_log = before;
            m_sums = sumsBefore;
        }
        CHAYAN_CHECK(m_database.execute("RELEASE job"));
        answers.push_back(std::move(answer));
    }
    CHAYAN_CHECK(m_log.checkpoint(m_database, officer, *m_clock));
    CHAYAN_CHECK(m_sums.sign(m_database, officer, m_log, *m_clock));
    if (needsSync)
        CHAYAN_CHECK(syncFileSystem(m_files.get(), m_database.path()));
    CHAYAN_CHECK(transaction.commit());
    m_anew = m_anew && m_log.id() == logBefore;
    return {};
}

Status Writer::goOnAnew(const Signer& officer) {
    const std::set<Digest> admitted = m_log.admitted();
    CHAYAN_CHECK(m_sums.addLog(m_database, m_log.row()));
    CHAYAN_TRY(m_log, OwnLog::startAfter(m_database, m_log, officer, *m_clock));
    m_sums.renew();
    for (const Digest& other : admitted) {
        if (m_log.admitted().contains(other))
            continue;
        CHAYAN_TRY(const ledger::Entry entry,
                   m_log.append(m_database, officer, *m_clock, m_log.dossier(), u"officer.admitted"_s,
                                Json(Json::Object{{"certificate", Json(other.hex())}})));
    }
    return {};
}

Status Writer::tryJob(const Waiting& waiting, bool& needsSync) {
    Draft draft(m_database, m_log, m_sums, *waiting.signer, *m_clock);
    Status done = waiting.job(draft);
    needsSync = needsSync || draft.m_needsSync;
    return done;
}

}  // namespace chayan::store
