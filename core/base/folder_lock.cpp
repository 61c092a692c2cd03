#include "core/base/folder_lock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan {

Result<FolderLock> FolderLock::acquire(const QString& folder) {
    const QString path = folder + u"/lock"_s;
    UniqueFd fd(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!fd)
        return fail(errorFromErrno(errno, path, u"open lock"));
    struct flock range {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    if (::fcntl(fd.get(), F_OFD_SETLK, &range) != 0) {
        if (errno == EAGAIN || errno == EACCES) {
            char holder[32] = {};
            const ssize_t n = ::pread(fd.get(), holder, sizeof holder - 1, 0);
            const QString id = n > 0 ? QString::fromLatin1(holder).trimmed() : u"?"_s;
            return fail(ErrorKind::Busy, folder, u"locked by process %1"_s.arg(id));
        }
        return fail(errorFromErrno(errno, path, u"lock"));
    }
    const QByteArray id = QByteArray::number(::getpid()) + '\n';
    if (::ftruncate(fd.get(), 0) != 0)
        return fail(errorFromErrno(errno, path, u"truncate"));
    CHAYAN_CHECK(writeAll(fd.get(), view(id), path));
    return FolderLock(std::move(fd));
}

}  // namespace chayan
