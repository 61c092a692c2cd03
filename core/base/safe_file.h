#pragma once

#include "core/base/bytes.h"

#include <QByteArray>
#include <QString>

namespace chayan {

/// Owns a POSIX file descriptor.
class UniqueFd {
  public:
    UniqueFd() = default;
    explicit UniqueFd(int fd) : m_fd(fd) {}
    UniqueFd(UniqueFd&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept {
        if (this != &other) {
            reset();
            m_fd = std::exchange(other.m_fd, -1);
        }
        return *this;
    }
    ~UniqueFd() { reset(); }

    int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }
    void reset();

  private:
    int m_fd = -1;
};

/// Opens for reading; follows links, refuses folders, pipes and devices with BadInput.
Result<UniqueFd> openForReading(const QString& path);
/// The same for a path as the system has it, which need not be UTF-8; `thing` is its name in errors.
Result<UniqueFd> openForReading(const QByteArray& path, const QString& thing);

/// Opens a folder, to sync it or its file system.
Result<UniqueFd> openFolder(const QString& path);

/// Reads a whole file of at most `limit` bytes; TooLarge beyond it.
Result<QByteArray> readFile(const QString& path, qint64 limit);
Result<QByteArray> readFile(const QByteArray& path, const QString& thing, qint64 limit);

/// Writes all of `bytes`, going on after short writes and interrupts.
Status writeAll(int fd, ByteView bytes, const QString& thing);

/// fsync of an open file.
Status syncFile(int fd, const QString& thing);
/// fsync of a folder, so that names in it survive a power cut.
Status syncFolder(const QString& path);

/// When a file or folder survives a power cut: before the call returns, or once the caller has synced the
/// whole file system (in bulk, one sync for many files).
enum class Sync { Now, Later };

/// syncfs: everything written to the file system of this open file or folder. Tells of write errors since it
/// was opened.
Status syncFileSystem(int fd, const QString& thing);

/// Makes a folder (and its parents) with rights for the user alone.
Status makeFolder(const QString& path, Sync sync = Sync::Now);

/// A file that is either wholly there under its name or not there at all: written under a temporary name
/// beside it, synced, renamed, the folder synced. Dropped without commit(), it leaves nothing behind. One
/// thread at a time.
class AtomicFile {
  public:
    /// The temporary file is made in the target's folder with mode 0600.
    static Result<AtomicFile> create(const QString& path);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    ~AtomicFile();

    int fd() const { return m_fd.get(); }
    Status write(ByteView bytes) { return writeAll(m_fd.get(), bytes, m_path); }

    enum class Replace { Yes, No };
    /// Syncs, renames and syncs the folder. With Replace::No an existing target gives AlreadyExists.
    Status commit(Replace replace = Replace::Yes);
    /// The same, to another place on the same file system, for files whose name is known only once they are
    /// written.
    Status moveTo(const QString& path, Replace replace = Replace::Yes, Sync sync = Sync::Now);

    /// Nothing more is written, so that many may wait for their names at once; only moveTo() with Sync::Later
    /// may follow.
    void close() { m_fd.reset(); }

  private:
    AtomicFile(QString path, QString temporary, UniqueFd fd);
    Status rename(Replace replace);
    QString m_path;
    QString m_temporary;
    UniqueFd m_fd;
};

/// AtomicFile in one call.
Status writeFileDurably(const QString& path, ByteView bytes,
                        AtomicFile::Replace replace = AtomicFile::Replace::Yes);

/// Bytes free to this user on the file system that holds `path`; -1 when it cannot be told.
qint64 freeSpace(const QString& path);

}  // namespace chayan
