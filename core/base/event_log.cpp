#include "core/base/event_log.h"

#include "core/base/json.h"
#include "core/base/safe_file.h"

#include <QFile>
#include <QFileInfo>

#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace chayan {

namespace {

Json jsonOf(const EventLog::Value& value) {
    if (const auto* number = std::get_if<qint64>(&value))
        return Json(*number);
    if (const auto* kind = std::get_if<ErrorKind>(&value))
        return Json(name(*kind));
    return Json(QString::fromLatin1(std::get<const char*>(value)));
}

QString older(const QString& path) {
    return path + u".1"_s;
}

/// Whether the file still has this name: another process may have turned it over.
bool isCalled(const struct stat& file, const QByteArray& path) {
    struct stat named {};
    return ::stat(path.constData(), &named) == 0 && named.st_dev == file.st_dev &&
           named.st_ino == file.st_ino;
}

}  // namespace

Status EventLog::note(UtcMs at, const char* event, const std::vector<Member>& members) const {
    Json::Object object{{"at", Json(rfc3339(at))}, {"event", Json(QString::fromLatin1(event))}};
    for (const auto& [key, value] : members)
        object.emplace(key, jsonOf(value));
    CHAYAN_TRY(QByteArray line, canonical(Json(std::move(object))));
    line += '\n';
    CHAYAN_CHECK(makeFolder(QFileInfo(m_path).absolutePath()));
    const QByteArray path = QFile::encodeName(m_path);
    const UniqueFd fd(::open(path.constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600));
    if (!fd)
        return fail(errorFromErrno(errno, m_path, u"open"));
    CHAYAN_CHECK(writeAll(fd.get(), view(line), m_path));
    return turnOver(fd.get());
}

Status EventLog::turnOver(int fd) const {
    struct stat info {};
    if (::fstat(fd, &info) != 0)
        return fail(errorFromErrno(errno, m_path, u"stat"));
    if (info.st_size < m_limit)
        return {};
    // Who has the lock on the file of this name turns it over, alone: a second turn would put the new one,
    // with a line or two, over what the first set aside. Nobody waits for it.
    const QByteArray path = QFile::encodeName(m_path);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0 || !isCalled(info, path))
        return {};
    if (::rename(path.constData(), QFile::encodeName(older(m_path)).constData()) != 0)
        return fail(errorFromErrno(errno, m_path, u"rename"));
    return {};
}

QByteArray EventLog::contents() const {
    QByteArray lines;
    for (const QString& path : {older(m_path), m_path}) {
        if (const auto bytes = readFile(path, 2 * m_limit))
            lines += *bytes;
    }
    return lines;
}

}  // namespace chayan
