#include "core/bundle/folder_source.h"

#include "core/base/limits.h"
#include "core/bundle/member_path.h"

#include <QFile>

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

/// A step of a path that is now a link or no folder was swapped after it was listed.
Error openError(const QString& name) {
    if (errno == ELOOP || errno == ENOTDIR)
        return refuse(u"link"_s, name, u"a link, or no longer what it was"_s).value();
    if (errno == ENOENT)
        return refuse(u"missing_file"_s, name, u"no longer there"_s).value();
    return errorFromErrno(errno, name, u"open");
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

class Walk {
  public:
    std::vector<Member> members;

    Status list(const UniqueFd& fd, const QByteArray& prefix) {
        const QString shownPrefix = shown(prefix);
        // The stream closes its descriptor, so it gets one of its own.
        const Folder folder(::fdopendir(::fcntl(fd.get(), F_DUPFD_CLOEXEC, 0)));
        if (!folder)
            return fail(errorFromErrno(errno, shownPrefix, u"list"));
        while (true) {
            errno = 0;
            // This thread alone has the stream. NOLINTNEXTLINE(concurrency-mt-unsafe)
            const dirent* item = ::readdir(folder.get());
            if (!item && errno != 0)
                return fail(errorFromErrno(errno, shownPrefix, u"list"));
            if (!item)
                return {};
            const QByteArray name(item->d_name);
            if (name != "." && name != "..")
                CHAYAN_CHECK(take(fd.get(), name, prefix + name));
        }
    }

  private:
    Status take(int at, const QByteArray& name, const QByteArray& path) {
        const QString thing = shown(path);
        if (++m_seen > limits::foreignMembers)
            return refuse(u"too_many_members"_s, thing, u"more than %1 files"_s.arg(limits::foreignMembers));
        struct stat info {};
        if (::fstatat(at, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
            return fail(errorFromErrno(errno, thing, u"stat"));
        if (S_ISLNK(info.st_mode))
            return refuse(u"link"_s, thing, u"a symbolic link"_s);
        if (S_ISDIR(info.st_mode)) {
            if (const auto problem = m_names.addFolder(path))
                return refuse(*problem);
            UniqueFd fd(::openat(at, name.constData(), folderFlags));
            if (!fd)
                return fail(openError(thing));
            return list(fd, path + '/');
        }
        if (!S_ISREG(info.st_mode))
            return refuse(u"special_file"_s, thing, u"neither a file nor a folder"_s);
        if (const auto problem = m_names.addFile(path))
            return refuse(*problem);
        members.push_back({path, info.st_size});
        return {};
    }

    NameRegistry m_names;
    qint64 m_seen = 0;
};

Result<UniqueFd> openBelow(int root, const QByteArray& path) {
    const QString thing = shown(path);
    UniqueFd folder;
    qsizetype from = 0;
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
        UniqueFd next(
            ::openat(folder ? folder.get() : root, path.mid(from, slash - from).constData(), folderFlags));
        if (!next)
            return fail(openError(thing));
        folder = std::move(next);
        from = slash + 1;
    }
    UniqueFd fd(::openat(folder ? folder.get() : root, path.mid(from).constData(),
                         O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!fd)
        return fail(openError(thing));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0)
        return fail(errorFromErrno(errno, thing, u"stat"));
    if (!S_ISREG(info.st_mode))
        return refuse(u"special_file"_s, thing, u"not a regular file"_s);
    return fd;
}

}  // namespace

FolderSource::FolderSource(UniqueFd root, std::vector<Member> members)
    : BagSource(std::move(members)), m_root(std::move(root)) {}

Result<std::unique_ptr<FolderSource>> FolderSource::open(const QString& folder) {
    const QByteArray path = QFile::encodeName(folder);
    UniqueFd root(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root)
        return fail(errorFromErrno(errno, folder, u"open folder"));
    UniqueFd listed(::openat(root.get(), ".", folderFlags));
    if (!listed)
        return fail(errorFromErrno(errno, folder, u"open folder"));
    Walk walk;
    CHAYAN_CHECK(walk.list(listed, {}));
    std::ranges::sort(walk.members, {}, &Member::path);
    return std::unique_ptr<FolderSource>(new FolderSource(std::move(root), std::move(walk.members)));
}

Status FolderSource::read(std::size_t member, ReadBuffer& buffer, const Sink& sink) const {
    const Member& wanted = members()[member];
    const QString name = shown(wanted.path);
    CHAYAN_TRY(const UniqueFd fd, openBelow(m_root.get(), wanted.path));
    CHAYAN_TRY(const qint64 size, fileSize(fd.get(), name));
    if (size != wanted.size)
        return refuse(u"size_lie"_s, name, u"now %1 bytes, listed with %2"_s.arg(size).arg(wanted.size));
    for (qint64 done = 0; done < size;) {
        const auto block = buffer.room(std::min(blockBytes, size - done));
        CHAYAN_CHECK(preadAll(fd.get(), done, block, name));
        CHAYAN_CHECK(sink(block));
        done += static_cast<qint64>(block.size());
    }
    return {};
}

}  // namespace chayan::bundle
