#include "core/bundle/zip_output.h"

#include <algorithm>
#include <fcntl.h>

namespace chayan::bundle {

namespace {

constexpr std::size_t blockSize = 1024 * 1024;
constexpr std::size_t blocksWaiting = 8;
/// So much is written before the disk is asked to begin, so that the sync at the end has little left to do.
constexpr qint64 writeBehind = 16 * 1024 * 1024;

}  // namespace

HashedOutput::HashedOutput(int fd, QString thing) : m_fd(fd), m_thing(std::move(thing)) {
    m_block.reserve(blockSize);
    m_thread = std::thread([this] { work(); });
}

HashedOutput::~HashedOutput() {
    close();
}

void HashedOutput::close() {
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void HashedOutput::work() {
    qint64 written = 0;
    qint64 behind = 0;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return !m_full.empty() || m_closed; });
        if (m_full.empty())
            return;
        Block block = std::move(m_full.front());
        m_full.pop_front();
        if (m_status) {
            lock.unlock();
            Status status = writeAll(m_fd, block, m_thing);
            m_hash.add(block);
            written += static_cast<qint64>(block.size());
            if (written - behind >= writeBehind) {
                // Advice only: a file system that cannot do it still syncs at the end.
                ::sync_file_range(m_fd, behind, written - behind, SYNC_FILE_RANGE_WRITE);
                behind = written;
            }
            lock.lock();
            if (!status)
                m_status = std::move(status);
        }
        block.clear();
        m_spare.push_back(std::move(block));
        m_changed.notify_all();
    }
}

Status HashedOutput::hand(Block block) {
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_full.size() < blocksWaiting || !m_status; });
        CHAYAN_CHECK(m_status);
        m_full.push_back(std::move(block));
        if (!m_spare.empty()) {
            m_block = std::move(m_spare.back());
            m_spare.pop_back();
        }
    }
    m_changed.notify_all();
    m_block.clear();
    m_block.reserve(blockSize);
    return {};
}

Status HashedOutput::append(ByteView bytes) {
    m_position += static_cast<qint64>(bytes.size());
    while (!bytes.empty()) {
        const std::size_t n = std::min(bytes.size(), blockSize - m_block.size());
        m_block.insert(m_block.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(n));
        bytes = bytes.subspan(n);
        if (m_block.size() == blockSize)
            CHAYAN_CHECK(hand(std::move(m_block)));
    }
    return {};
}

Result<Digest> HashedOutput::finish() {
    if (!m_block.empty())
        CHAYAN_CHECK(hand(std::move(m_block)));
    close();
    CHAYAN_CHECK(m_status);
    return m_hash.finish();
}

}  // namespace chayan::bundle
