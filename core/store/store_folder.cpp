#include "core/store/store_folder.h"

#include "core/base/safe_file.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

constexpr std::array unfinishedFiles{"store.new", "store.new-wal", "store.new-shm", "officer.pem", "lock"};

/// What tells whether a file was written meanwhile: size and time of its last change.
struct Stamp {
    qint64 size = -1;
    qint64 seconds = 0;
    qint64 nanoseconds = 0;
    bool operator==(const Stamp&) const = default;
};

Stamp stampOf(const QString& path) {
    struct stat info {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return {info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
}

Status copyFile(const QString& from, const QString& to) {
    QFile source(from);
    if (!source.copy(to))
        return fail(source.error() == QFile::OpenError ? ErrorKind::NoPermission : ErrorKind::Io, from,
                    source.errorString());
    return {};
}

}  // namespace

QString databasePath(const QString& folder) {
    return folder + u"/store.sqlite"_s;
}
QString vaultPath(const QString& folder) {
    return folder + u"/originals"_s;
}
QString markerPath(const QString& folder) {
    return folder + u"/in_use"_s;
}
QString scratchPath(const QString& folder) {
    return folder + u"/.scratch"_s;
}
QString certificatePath(const QString& folder) {
    return folder + u"/officer.pem"_s;
}

QString backupNotePath(const QString& folder) {
    return folder + u"/last_backup"_s;
}

Status requireStore(const QString& folder) {
    struct stat info {};
    if (::stat(QFile::encodeName(databasePath(folder)).constData(), &info) == 0)
        return {};
    const Error error = errorFromErrno(errno, folder, u"look for store.sqlite");
    if (error.kind == ErrorKind::NotFound)
        return fail(ErrorKind::NotAStore, folder, u"there is no store.sqlite"_s);
    return fail(error);
}

Status requireWhole(const QString& databasePath) {
    if (stampOf(databasePath + u"-wal"_s).size > 0)
        return {};
    CHAYAN_TRY(const UniqueFd fd, openForReading(databasePath));
    // The file format's header: page size at 16 (1 means 65,536), pages at 28, both big-endian.
    std::array<std::uint8_t, 32> header{};
    if (::pread(fd.get(), header.data(), header.size(), 0) != static_cast<ssize_t>(header.size()))
        return fail(ErrorKind::Damaged, databasePath, u"it is too short for a database"_s);
    const auto number = [&](std::size_t at, std::size_t bytes) {
        qint64 value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value = value << 8 | header.at(at + i);
        return value;
    };
    const qint64 pageSize = number(16, 2) == 1 ? 65'536 : number(16, 2);
    const qint64 size = stampOf(databasePath).size;
    if (number(28, 4) * pageSize > size)
        return fail(ErrorKind::Damaged, databasePath,
                    u"the file was cut: %1 bytes are left of %2"_s.arg(size).arg(number(28, 4) * pageSize));
    return {};
}

Result<std::unique_ptr<QTemporaryDir>> copyAside(const QString& folder) {
    const QString from = databasePath(folder);
    constexpr int tries = 5;
    for (int i = 0; i < tries; ++i) {
        auto aside = std::make_unique<QTemporaryDir>();
        if (!aside->isValid())
            return fail(ErrorKind::Io, folder, aside->errorString());
        const std::array before{stampOf(from), stampOf(from + u"-wal"_s)};
        CHAYAN_CHECK(copyFile(from, databasePath(aside->path())));
        if (before[1].size > 0)
            CHAYAN_CHECK(copyFile(from + u"-wal"_s, databasePath(aside->path()) + u"-wal"_s));
        if (before == std::array{stampOf(from), stampOf(from + u"-wal"_s)})
            return aside;
    }
    return fail(ErrorKind::Busy, folder,
                u"it is being written to, and this place allows no reading beside it"_s);
}

QStringList unnamedIn(const QString& folder) {
    QStringList paths;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({u".*.part"_s}, QDir::Files | QDir::Hidden))
        paths.push_back(dir.filePath(name));
    return paths;
}

Status clearUnfinished(const QString& folder) {
    const QDir dir(folder);
    QStringList found = dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const char* name : unfinishedFiles)
        found.removeAll(QLatin1StringView(name));
    found.removeIf([](const QString& name) { return name.startsWith(u'.') && name.endsWith(u".part"); });
    if (found == QStringList{u"originals"_s} && QDir(vaultPath(folder)).isEmpty())
        found.clear();
    if (!found.isEmpty())
        return fail(ErrorKind::NotEmpty, folder, u"the folder holds files"_s);
    for (const QString& name : dir.entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        // The lock stays: whoever holds it must be the one whom others meet.
        if (name != u"lock" && ::unlink(QFile::encodeName(dir.filePath(name)).constData()) != 0)
            return fail(errorFromErrno(errno, dir.filePath(name), u"remove"));
    }
    return {};
}

}  // namespace chayan::store
