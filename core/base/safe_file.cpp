#include "core/base/safe_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan {

void UniqueFd::reset() {
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

Result<UniqueFd> openForReading(const QString& path) {
    return openForReading(QFile::encodeName(path), path);
}

Result<UniqueFd> openForReading(const QByteArray& path, const QString& thing) {
    // O_NONBLOCK: opening a pipe for reading must not wait for a writer.
    UniqueFd fd(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd)
        return fail(errorFromErrno(errno, thing, u"open"));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0)
        return fail(errorFromErrno(errno, thing, u"stat"));
    if (!S_ISREG(info.st_mode))
        return fail(ErrorKind::BadInput, thing, u"not a regular file"_s);
    return fd;
}

Result<QByteArray> readFile(const QString& path, qint64 limit) {
    return readFile(QFile::encodeName(path), path, limit);
}

Result<QByteArray> readFile(const QByteArray& path, const QString& thing, qint64 limit) {
    CHAYAN_TRY(const UniqueFd fd, openForReading(path, thing));
    QByteArray bytes;
    char buffer[64 * 1024];
    while (true) {
        const ssize_t n = ::read(fd.get(), buffer, sizeof buffer);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(errorFromErrno(errno, thing, u"read"));
        if (n == 0)
            return bytes;
        if (bytes.size() + n > limit)
            return fail(ErrorKind::TooLarge, thing, u"larger than %1 bytes"_s.arg(limit));
        bytes.append(buffer, n);
    }
}

Status writeAll(int fd, ByteView bytes, const QString& thing) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(errorFromErrno(errno, thing, u"write"));
        if (n == 0)
            return fail(ErrorKind::Io, thing, u"write: no progress"_s);
        done += static_cast<std::size_t>(n);
    }
    return {};
}

Status syncFile(int fd, const QString& thing) {
    if (::fsync(fd) != 0)
        return fail(errorFromErrno(errno, thing, u"fsync"));
    return {};
}

Result<UniqueFd> openFolder(const QString& path) {
    UniqueFd fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd)
        return fail(errorFromErrno(errno, path, u"open folder"));
    return fd;
}

Status syncFolder(const QString& path) {
    CHAYAN_TRY(const UniqueFd fd, openFolder(path));
    return syncFile(fd.get(), path);
}

Status syncFileSystem(int fd, const QString& thing) {
    if (::syncfs(fd) != 0)
        return fail(errorFromErrno(errno, thing, u"syncfs"));
    return {};
}

Status makeFolder(const QString& path, Sync sync) {
    const QString clean = QDir::cleanPath(path);
    if (QFileInfo(clean).isDir())
        return {};
    const QString parent = QFileInfo(clean).path();
    if (parent != clean)
        CHAYAN_CHECK(makeFolder(parent, sync));
    if (::mkdir(QFile::encodeName(clean).constData(), 0700) != 0 && errno != EEXIST)
        return fail(errorFromErrno(errno, clean, u"mkdir"));
    if (!QFileInfo(clean).isDir())
        return fail(ErrorKind::AlreadyExists, clean, u"exists and is not a folder"_s);
    return sync == Sync::Now ? syncFolder(parent) : Status{};
}

AtomicFile::AtomicFile(QString path, QString temporary, UniqueFd fd)
    : m_path(std::move(path)), m_temporary(std::move(temporary)), m_fd(std::move(fd)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_temporary(std::exchange(other.m_temporary, {})),
      m_fd(std::move(other.m_fd)) {}

AtomicFile::~AtomicFile() {
    if (!m_temporary.isEmpty())
        ::unlink(QFile::encodeName(m_temporary).constData());
}

Result<AtomicFile> AtomicFile::create(const QString& path) {
    const QString temporary =
        u"%1/.%2.part"_s.arg(QFileInfo(path).absolutePath(), QUuid::createUuid().toString(QUuid::Id128));
    UniqueFd fd(
        ::open(QFile::encodeName(temporary).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!fd)
        return fail(errorFromErrno(errno, path, u"create"));
    return AtomicFile(path, temporary, std::move(fd));
}

Status AtomicFile::moveTo(const QString& path, Replace replace, Sync sync) {
    m_path = path;
    return sync == Sync::Now ? commit(replace) : rename(replace);
}

Status AtomicFile::commit(Replace replace) {
    CHAYAN_CHECK(syncFile(m_fd.get(), m_path));
    CHAYAN_CHECK(rename(replace));
    return syncFolder(QFileInfo(m_path).absolutePath());
}

Status AtomicFile::rename(Replace replace) {
    const QByteArray from = QFile::encodeName(m_temporary);
    const QByteArray to = QFile::encodeName(m_path);
    const unsigned flags = replace == Replace::No ? RENAME_NOREPLACE : 0;
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), flags) != 0) {
        if (errno == EEXIST)
            return fail(ErrorKind::AlreadyExists, m_path, u"a file of this name is already there"_s);
        return fail(errorFromErrno(errno, m_path, u"rename"));
    }
    m_temporary.clear();
    return {};
}

Status writeFileDurably(const QString& path, ByteView bytes, AtomicFile::Replace replace) {
    CHAYAN_TRY(AtomicFile file, AtomicFile::create(path));
    CHAYAN_CHECK(file.write(bytes));
    return file.commit(replace);
}

qint64 freeSpace(const QString& path) {
    struct statvfs info {};
    if (::statvfs(QFile::encodeName(path).constData(), &info) != 0)
        return -1;
    return static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize);
}

}  // namespace chayan
