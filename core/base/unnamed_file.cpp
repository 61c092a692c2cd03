#include "core/base/unnamed_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <sys/file.h>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan {

namespace {

constexpr QStringView prefix = u".chayan-";

/// Without a name; nothing where the file system knows no such files.
Result<UniqueFd> openUnnamed(const QString& folder) {
    UniqueFd fd(::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (!fd && errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
        return fail(errorFromErrno(errno, folder, u"create"));
    return fd;
}

/// Under a hidden name, locked so that the next one does not take it for a killed one's.
Result<UniqueFd> openHidden(const QString& path) {
    UniqueFd fd(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!fd || ::flock(fd.get(), LOCK_EX | LOCK_NB) != 0)
        return fail(errorFromErrno(errno, path, u"create"));
    return fd;
}

QString hiddenName(const QString& folder) {
    return u"%1/%2%3.part"_s.arg(folder, prefix, QUuid::createUuid().toString(QUuid::Id128));
}

void removeLeftOvers(const QString& folder) {
    const QStringList left =
        QDir(folder).entryList({prefix.toString() + u"*.part"_s}, QDir::Files | QDir::Hidden);
    for (const QString& name : left) {
        const QByteArray path = QFile::encodeName(folder + u'/' + name);
        const UniqueFd fd(::open(path.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
        if (fd && ::flock(fd.get(), LOCK_EX | LOCK_NB) == 0)
            ::unlink(path.constData());
    }
}

}  // namespace

Result<UniqueFd> unnamedFile(const QString& folder) {
    CHAYAN_TRY(UniqueFd fd, openUnnamed(folder));
    if (fd)
        return fd;
    const QString path = hiddenName(folder);
    CHAYAN_TRY(fd, openHidden(path));
    ::unlink(QFile::encodeName(path).constData());
    return fd;
}

UnnamedFile::UnnamedFile(UnnamedFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_temporary(std::exchange(other.m_temporary, {})),
      m_fd(std::move(other.m_fd)) {}

UnnamedFile::~UnnamedFile() {
    if (!m_temporary.isEmpty())
        ::unlink(QFile::encodeName(m_temporary).constData());
}

Result<UnnamedFile> UnnamedFile::createFor(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath();
    CHAYAN_TRY(UniqueFd fd, openUnnamed(folder));
    QString temporary;
    if (!fd) {
        removeLeftOvers(folder);
        temporary = hiddenName(folder);
        CHAYAN_TRY(fd, openHidden(temporary));
    }
    return UnnamedFile(path, temporary, std::move(fd));
}

Status UnnamedFile::giveName() {
    const QByteArray to = QFile::encodeName(m_path);
    const int done = m_temporary.isEmpty()
                         ? ::linkat(AT_FDCWD, ("/proc/self/fd/" + QByteArray::number(m_fd.get())).constData(),
                                    AT_FDCWD, to.constData(), AT_SYMLINK_FOLLOW)
                         : ::renameat2(AT_FDCWD, QFile::encodeName(m_temporary).constData(), AT_FDCWD,
                                       to.constData(), RENAME_NOREPLACE);
    if (done == 0)
        return {};
    if (errno == EEXIST)
        return fail(ErrorKind::AlreadyExists, m_path, u"a file of this name is already there"_s);
    return fail(errorFromErrno(errno, m_path, u"name"));
}

Status UnnamedFile::commit() {
    CHAYAN_CHECK(syncFile(m_fd.get(), m_path));
    CHAYAN_CHECK(giveName());
    m_temporary.clear();
    return syncFolder(QFileInfo(m_path).absolutePath());
}

}  // namespace chayan
