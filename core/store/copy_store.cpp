#include "core/store/copy_store.h"

#include "core/base/safe_file.h"
#include "core/store/store_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// A folder that is there under its name once it is whole; dropped without commit(), it leaves nothing
/// behind. Its temporary name follows from the other, so that what a killed copy left is removed by the next.
class AtomicFolder {
  public:
    static Result<AtomicFolder> create(const QString& path) {
        const QString clean = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
        const QFileInfo info(clean);
        if (info.exists() && !(info.isDir() && QDir(clean).isEmpty()))
            return fail(ErrorKind::AlreadyExists, path, u"something is there already"_s);
        const QString temporary = u"%1/.%2.part"_s.arg(info.path(), info.fileName());
        CHAYAN_CHECK(makeFolder(info.path()));
        // Whoever makes the same copy at the same time holds this lock; whoever was killed no longer does.
        CHAYAN_CHECK(makeFolder(temporary));
        auto lock = FolderLock::acquire(temporary);
        if (!lock && lock.error().kind == ErrorKind::Busy)
            return fail(lock.error());
        AtomicFolder folder(clean, temporary);
        if (!lock)
            return fail(lock.error());
        for (const QString& left :
             QDir(temporary).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            const QString leftPath = temporary + u'/' + left;
            if (left != u"lock" &&
                !(QFileInfo(leftPath).isDir() ? QDir(leftPath).removeRecursively() : QFile::remove(leftPath)))
                return fail(ErrorKind::Io, leftPath, u"what an interrupted copy left cannot be removed"_s);
        }
        folder.m_lock = std::move(*lock);
        return folder;
    }
    AtomicFolder(AtomicFolder&& other) noexcept
        : m_path(std::move(other.m_path)),
          m_temporary(std::exchange(other.m_temporary, {})),
          m_lock(std::move(other.m_lock)) {}
    AtomicFolder& operator=(AtomicFolder&&) = delete;
    ~AtomicFolder() {
        if (!m_temporary.isEmpty())
            QDir(m_temporary).removeRecursively();
    }

    const QString& path() const { return m_temporary; }

    Status commit() {
        CHAYAN_CHECK(syncFolder(m_temporary));
        // An empty folder gives way to it.
        if (::rename(QFile::encodeName(m_temporary).constData(), QFile::encodeName(m_path).constData()) != 0)
            return fail(errorFromErrno(errno, m_path, u"rename"));
        m_temporary.clear();
        return syncFolder(QFileInfo(m_path).path());
    }

  private:
    AtomicFolder(QString path, QString temporary)
        : m_path(std::move(path)), m_temporary(std::move(temporary)) {}
    QString m_path;
    QString m_temporary;
    std::optional<FolderLock> m_lock;
};

Status copyDatabase(const Store& store, const QString& to, UtcMs now) {
    {
        CHAYAN_TRY(Database database, store.reader());
        CHAYAN_CHECK(database.copyTo(to));
    }
    CHAYAN_TRY(Database copy, Database::open(to, Database::Mode::ReadWrite));
    Query mark = copy.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES('copied', ?)");
    CHAYAN_CHECK(mark.bind(rfc3339(now)).run());
    return copy.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<Copied> copyOriginals(Database& named, const Vault& from, const Vault& to, const Progress& progress) {
    CHAYAN_TRY(const qint64 total, named.integer("SELECT ifnull(sum(size), 0) FROM original"));
    Query rows = named.prepare("SELECT sha256, size FROM original ORDER BY sha256");
    Copied copied;
    while (true) {
        CHAYAN_TRY(const bool row, rows.step());
        if (!row)
            return copied;
        CHAYAN_TRY(const Digest sha256, rows.digest(0));
        const auto source = from.open(sha256);
        if (!source)
            return fail(source.error().kind == ErrorKind::NotFound ? ErrorKind::Damaged : source.error().kind,
                        sha256.hex(), source.error().detail);
        CHAYAN_TRY(const StoredOriginal original,
                   to.add(source->get(), sha256.hex(), Sync::Now, {{}, progress.stop}));
        if (original.sha256 != sha256 || original.size != rows.integer(1))
            return fail(ErrorKind::Damaged, sha256.hex(), u"the original is not the one that was recorded"_s);
        ++copied.originals;
        copied.bytes += original.size;
        progress.tell(copied.bytes, total, sha256.hex());
    }
}

/// A copy inside what is copied would be part of it.
Status requireApart(const QString& store, const QString& to) {
    QString parent = QDir::cleanPath(QFileInfo(to).absoluteFilePath());
    while (!QFileInfo::exists(parent) && QFileInfo(parent).path() != parent)
        parent = QFileInfo(parent).path();
    const QString inside = QFileInfo(parent).canonicalFilePath() + u'/';
    const QString folder = QFileInfo(store).canonicalFilePath() + u'/';
    if (inside.startsWith(folder))
        return fail(ErrorKind::BadInput, to, u"it lies within the store that is copied"_s);
    return {};
}

/// In place, by one write of always the same length: a temporary file that a kill left would lie in the store
/// until an unclean end of its writer has it swept.
Status noteBackup(const QString& path, UtcMs now) {
    const UniqueFd fd(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (!fd)
        return fail(errorFromErrno(errno, path, u"open"));
    CHAYAN_CHECK(writeAll(fd.get(), view(rfc3339(now).toLatin1()), path));
    return syncFile(fd.get(), path);
}

}  // namespace

Result<Copied> copyStore(const Store& store, const QString& to, UtcMs now, const Progress& progress) {
    CHAYAN_CHECK(requireApart(store.folder(), to));
    CHAYAN_TRY(AtomicFolder folder, AtomicFolder::create(to));
    CHAYAN_CHECK(copyDatabase(store, databasePath(folder.path()), now));
    CHAYAN_CHECK(makeFolder(vaultPath(folder.path())));
    Copied copied;
    {
        CHAYAN_TRY(Database named, Database::open(databasePath(folder.path()), Database::Mode::ReadOnly));
        CHAYAN_TRY(copied, copyOriginals(named, store.vault(), Vault(vaultPath(folder.path())), progress));
    }
    CHAYAN_TRY(const UniqueFd database, openForReading(databasePath(folder.path())));
    CHAYAN_CHECK(syncFile(database.get(), databasePath(folder.path())));
    CHAYAN_CHECK(folder.commit());
    return copied;
}

Result<Copied> backUp(const Store& store, const QString& to, UtcMs now, const Progress& progress) {
    CHAYAN_CHECK(requireApart(store.folder(), to));
    // A medium that is not mounted: nobody wants the backup beside the store instead.
    const QFileInfo place(QFileInfo(to).absolutePath());
    if (!place.isDir())
        return fail(ErrorKind::NotFound, place.filePath(), u"there is no such folder"_s);
    CHAYAN_TRY(const Copied copied, copyStore(store, to, now, progress));
    // The backup is made; that the store cannot note it, on read-only media or a full disk, is no failure.
    static_cast<void>(noteBackup(backupNotePath(store.folder()), now));
    return copied;
}

std::optional<UtcMs> lastBackup(const Store& store) {
    const auto note = readFile(backupNotePath(store.folder()), 64);
    return note ? fromRfc3339(QString::fromLatin1(*note)) : std::nullopt;
}

}  // namespace chayan::store
