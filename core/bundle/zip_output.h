#pragma once

#include "core/base/safe_file.h"
#include "core/crypto/digest.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace chayan::bundle {

/// Writes a file from front to back while a second thread writes out and hashes what came before, so that
/// copying and hashing a bundle overlap. Memory is a few blocks, whatever the size. Used from one thread.
class HashedOutput {
  public:
    /// Appends at the file's position; the descriptor stays the caller's. `thing` names it in errors.
    HashedOutput(int fd, QString thing);
    HashedOutput(const HashedOutput&) = delete;
    HashedOutput& operator=(const HashedOutput&) = delete;
    ~HashedOutput();

    /// An error of the writing thread shows here or in finish(), whichever comes first.
    Status append(ByteView bytes);
    /// Bytes appended so far.
    qint64 position() const { return m_position; }

    /// Everything is written (not synced); gives the SHA-256 of all of it. Nothing may follow.
    Result<Digest> finish();

  private:
    using Block = std::vector<std::uint8_t>;
    void work();
    Status hand(Block block);
    void close();

    int m_fd;
    QString m_thing;
    qint64 m_position = 0;
    Block m_block;
    crypto::Sha256 m_hash;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Block> m_full;
    std::vector<Block> m_spare;
    bool m_closed = false;
    Status m_status;
    std::thread m_thread;
};

}  // namespace chayan::bundle
