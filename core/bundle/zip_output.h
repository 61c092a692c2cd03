#pragma once

#include "core/base/safe_file.h"
#include "core/crypto/digest.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace chayan::bundle {

using Block = std::vector<std::uint8_t>;

/// A thread that does one thing to each block, in order, a few blocks behind. Given to from one thread.
class Lane {
  public:
    explicit Lane(std::function<Status(const Block&)> work);
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;
    ~Lane() { std::ignore = finish(); }

    /// Waits while too many blocks wait. Gives the work's error once it failed; what follows is dropped.
    Status give(std::shared_ptr<const Block> block);
    /// Waits for all that was given. Nothing may follow.
    Status finish();

  private:
    void run();

    std::function<Status(const Block&)> m_work;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<const Block>> m_waiting;
    bool m_closed = false;
    Status m_status;
    std::thread m_thread;
};

/// Writes a file from front to back. What was appended is written out by one thread and hashed by another, so
/// that reading, hashing and the disk overlap. Memory is a few blocks, whatever the size. Used from one
/// thread.
class HashedOutput {
  public:
    /// Appends at the file's position, which must be its beginning; the descriptor stays the caller's.
    /// `thing` names it in errors.
    HashedOutput(int fd, QString thing);

    /// An error of writing shows here or in finish(), whichever comes first.
    Status append(ByteView bytes);
    /// Bytes appended so far.
    qint64 position() const { return m_position; }

    /// Everything is written (not synced); gives the SHA-256 of all of it. Nothing may follow.
    Result<Digest> finish();

  private:
    Status write(const Block& block);
    Status hand();

    int m_fd;
    QString m_thing;
    qint64 m_position = 0;
    std::shared_ptr<Block> m_block;

    // Each belongs to its lane's thread until finish().
    crypto::Sha256 m_hash;
    qint64 m_written = 0;
    qint64 m_behind = 0;

    Lane m_writing;
    Lane m_hashing;
};

}  // namespace chayan::bundle
