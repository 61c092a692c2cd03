#include "core/store/store.h"

#include "core/store/officers.h"
#include "core/store/own_log.h"
#include "core/store/projections.h"
#include "core/store/schema.h"
#include "core/store/store_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// What the marker begins with while a writer has the store open, and when that began follows.
constexpr QByteArrayView writing = "writing";
/// And after a clean end that left originals which no entry may name.
constexpr QByteArrayView sweeping = "sweep";

/// What a marker says.
struct Marker {
    bool isWriting = false;
    bool isSweeping = false;
    std::optional<qint64> since;
};

Marker readMarker(const QString& path) {
    const auto bytes = readFile(path, 64);
    if (!bytes)
        return {};
    const QList<QByteArray> words = bytes->trimmed().split(' ');
    bool dated = false;
    const qint64 since = words.size() == 2 ? words[1].toLongLong(&dated) : 0;
    return {words[0] == writing, words[0] == sweeping, dated ? std::optional(since) : std::nullopt};
}

/// The clock by which the system dates files.
qint64 now() {
    timespec time{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &time);
    return qint64{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

}  // namespace

Store::Store(const QString& folder) : m_folder(folder), m_vault(vaultPath(folder)) {}

Store::~Store() {
    if (!m_writer)
        return;
    m_writer->finish();
    // Before the database closes, which removes its write-ahead log: where the marker is, that must be. It
    // stays where opening got stuck, so that the next one sweeps.
    if (!m_opened)
        return;
    if (m_sweepNextTime)
        static_cast<void>(mark(sweeping));
    else
        ::unlink(QFile::encodeName(markerPath(m_folder)).constData());
}

Result<std::unique_ptr<Store>> Store::create(const QString& folder, const Signer& signer, QByteArray keyPem,
                                             std::shared_ptr<const Clock> clock, const QString& app) {
    CHAYAN_CHECK(makeFolder(folder));
    std::unique_ptr<Store> store(new Store(folder));
    CHAYAN_TRY(FolderLock lock, FolderLock::acquire(folder));
    store->m_lock = std::move(lock);
    CHAYAN_CHECK(clearUnfinished(folder));
    CHAYAN_CHECK(makeFolder(vaultPath(folder)));
    const QString draft = folder + u"/store.new"_s;
    {
        // Made under another name, so that a store is either whole or not there.
        CHAYAN_TRY(Database database, Database::open(draft, Database::Mode::Create));
        CHAYAN_CHECK(migrate(database));
        CHAYAN_TRY(Transaction transaction, Transaction::begin(database));
        SecretSums sums;
        CHAYAN_CHECK(addFirstOfficer(database, {database, sums}, signer, keyPem));
        CHAYAN_TRY(const OwnLog log, OwnLog::start(database, signer, *clock, app));
        CHAYAN_CHECK(sums.sign(database, signer, log, *clock));
        CHAYAN_CHECK(transaction.commit());
        CHAYAN_CHECK(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    CHAYAN_CHECK(writeFileDurably(certificatePath(folder), view(signer.certificate.pem())));
    const QByteArray from = QFile::encodeName(draft);
    if (::rename(from.constData(), QFile::encodeName(databasePath(folder)).constData()) != 0)
        return fail(errorFromErrno(errno, folder, u"rename"));
    CHAYAN_CHECK(syncFolder(folder));
    CHAYAN_CHECK(store->beginWriting(std::move(clock), Projections::WhereStale));
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const QString& folder, std::shared_ptr<const Clock> clock,
                                           Projections projections) {
    CHAYAN_CHECK(requireStore(folder));
    std::unique_ptr<Store> store(new Store(folder));
    CHAYAN_TRY(FolderLock lock, FolderLock::acquire(folder));
    store->m_lock = std::move(lock);
    CHAYAN_CHECK(store->beginWriting(std::move(clock), projections));
    return store;
}

Result<std::unique_ptr<Store>> Store::openToRead(const QString& folder) {
    CHAYAN_CHECK(requireStore(folder));
    std::unique_ptr<Store> store(new Store(folder));
    const auto schema = [&]() -> Status {
        CHAYAN_TRY(Database database, store->reader());
        return checkSchema(database);
    };
    Status fits = schema();
    if (!fits && (fits.error().kind == ErrorKind::Io || fits.error().kind == ErrorKind::ReadOnly)) {
        // SQLite cannot read beside a write-ahead log where it may not write: on read-only media.
        CHAYAN_TRY(store->m_aside, copyAside(folder));
        fits = schema();
    }
    if (!fits && fits.error().kind != ErrorKind::NewerVersion)  // which can be read, as far as it goes
        return fail(fits.error());
    return store;
}

Status Store::beginWriting(std::shared_ptr<const Clock> clock, Projections projections) {
    Status begun = tryToBegin(std::move(clock), projections);
    // Closing the database now empties its write-ahead log, which must not look like a loss to the next one.
    // A loss that is not recorded yet stays one.
    if (!begun && QFile::exists(markerPath(m_folder)) && (m_writer || !m_recovery.lostRecords))
        static_cast<void>(mark(sweeping));
    return begun;
}

Status Store::layOutCertificate(const QString& folder) const {
    const QString path = certificatePath(folder);
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return {};
    CHAYAN_TRY(Database database, reader());
    CHAYAN_TRY(const qint64 log, ownLogRow(database));
    Query opening = database.prepare("SELECT officer FROM entry WHERE log=? AND seq=0");
    CHAYAN_TRY(const bool here, opening.bind(log).step());
    if (!here)
        return {};  // `check` says what is wrong with it
    CHAYAN_TRY(const Digest officer, opening.digest(0));
    CHAYAN_TRY(const crypto::Certificate certificate, certificateOf(database, officer));
    return writeFileDurably(path, view(certificate.pem()));
}

Status Store::mark(QByteArrayView state) const {
    return writeFileDurably(markerPath(m_folder),
                            view(state.toByteArray() + ' ' + QByteArray::number(m_began) + '\n'));
}

Status Store::tryToBegin(std::shared_ptr<const Clock> clock, Projections projections) {
    const QString path = databasePath(m_folder);
    const QString marker = markerPath(m_folder);
    // Before the marker has its name, nothing but its own unnamed file tells of an unclean end.
    const bool sweepsFirst = QFile::exists(marker) || !unnamedIn(m_folder).isEmpty();
    const Marker left = readMarker(marker);
    m_began = left.since.value_or(now());
    m_recovery.unclean = sweepsFirst && !left.isSweeping;
    m_recovery.lostRecords = left.isWriting && QFileInfo(path + u"-wal"_s).size() == 0;
    CHAYAN_CHECK(requireWhole(path));
    CHAYAN_TRY(Database database, Database::open(path, Database::Mode::ReadWrite));
    CHAYAN_CHECK(checkSchema(database));
    CHAYAN_CHECK(migrate(database));
    CHAYAN_TRY(const bool current, projectionsAreCurrent(database));
    if (!current || projections == Projections::Anew) {
        CHAYAN_TRY(Transaction transaction, Transaction::begin(database));
        CHAYAN_CHECK(rebuildProjections(database));
        CHAYAN_CHECK(transaction.commit());
    }
    CHAYAN_TRY(const qint64 copied, database.integer("SELECT count(*) FROM meta WHERE key='copied'"));
    m_recovery.fromCopy = copied > 0;
    // What was signed beyond this state may be out there: going on in the same log would fork it.
    const bool anew = m_recovery.fromCopy || m_recovery.lostRecords;
    CHAYAN_TRY(UniqueFd files, openFolder(vaultPath(m_folder)));
    CHAYAN_TRY(m_writer, Writer::start(std::move(database), std::move(files), std::move(clock), anew));
    m_recovery.clockMovedMs = m_writer->clockMovedMs();
    CHAYAN_CHECK(mark(writing));
    if (sweepsFirst) {
        CHAYAN_TRY(Database reading, reader());
        CHAYAN_CHECK(sweep(reading, m_vault, m_folder, left.since, m_recovery));
        m_began = now();
        CHAYAN_CHECK(mark(writing));
    }
    CHAYAN_CHECK(layOutCertificate(m_folder));
    m_opened = true;
    return {};
}

Result<QString> Store::scratch() const {
    CHAYAN_CHECK(makeFolder(scratchPath(m_folder), Sync::Later));
    return scratchPath(m_folder);
}

Result<Database> Store::reader() const {
    return Database::open(databasePath(m_aside ? m_aside->path() : m_folder), Database::Mode::ReadOnly);
}

std::future<Status> Store::write(std::shared_ptr<const Signer> signer, Job job) {
    if (m_writer)
        return m_writer->submit(std::move(signer), std::move(job));
    std::promise<Status> refused;
    refused.set_value(fail(ErrorKind::ReadOnly, m_folder, u"opened to read"_s));
    return refused.get_future();
}

}  // namespace chayan::store
