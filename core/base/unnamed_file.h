#pragma once

#include "core/base/safe_file.h"

namespace chayan {

/// A file that has no name until it is whole: nothing is left of it when it is dropped or the process is
/// killed. Where the file system knows no such files (FAT, some network drives) it has a hidden name
/// meanwhile, and what killed ones left there is removed by the next. One thread at a time.
class UnnamedFile {
  public:
    /// In the folder of `path`, with mode 0600.
    static Result<UnnamedFile> createFor(const QString& path);

    UnnamedFile(UnnamedFile&& other) noexcept;
    UnnamedFile& operator=(UnnamedFile&&) = delete;
    ~UnnamedFile();

    int fd() const { return m_fd.get(); }
    /// Syncs, gives the name and syncs the folder. AlreadyExists rather than replacing anything.
    Status commit();

  private:
    UnnamedFile(QString path, QString temporary, UniqueFd fd)
        : m_path(std::move(path)), m_temporary(std::move(temporary)), m_fd(std::move(fd)) {}
    Status giveName();

    QString m_path;
    QString m_temporary;  // where it must have a name
    UniqueFd m_fd;
};

/// A file without a name on the file system that holds `folder`, which is gone when it is closed.
Result<UniqueFd> unnamedFile(const QString& folder);

}  // namespace chayan
