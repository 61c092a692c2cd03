#include "core/bundle/zip_output.h"

#include <algorithm>
#include <fcntl.h>

namespace chayan::bundle {

namespace {

constexpr std::size_t blockSize = 1024 * 1024;
constexpr std::size_t blocksWaiting = 8;
/// So much is written before the disk is asked to begin, so that the sync at the end has little left to do.
constexpr qint64 writeBehind = 16 * 1024 * 1024;

std::shared_ptr<Block> freshBlock() {
    auto block = std::make_shared<Block>();
    block->reserve(blockSize);
    return block;
}

}  // namespace

Lane::Lane(std::function<Status(const Block&)> work) : m_work(std::move(work)), m_thread([this] { run(); }) {}

void Lane::run() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_closed; });
        if (m_waiting.empty())
            return;
        const std::shared_ptr<const Block> block = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (m_status) {
            lock.unlock();
            Status status = m_work(*block);
            lock.lock();
            m_status = std::move(status);
        }
        m_changed.notify_all();
    }
}

Status Lane::give(std::shared_ptr<const Block> block) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < blocksWaiting || !m_status; });
    CHAYAN_CHECK(m_status);
    m_waiting.push_back(std::move(block));
    m_changed.notify_all();
    return {};
}

Status Lane::finish() {
    if (m_thread.joinable()) {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    return m_status;
}

HashedOutput::HashedOutput(int fd, QString thing)
    : m_fd(fd),
      m_thing(std::move(thing)),
      m_block(freshBlock()),
      m_writing([this](const Block& block) { return write(block); }),
      m_hashing([this](const Block& block) -> Status {
          m_hash.add(block);
          return {};
      }) {}

Status HashedOutput::write(const Block& block) {
    CHAYAN_CHECK(writeAll(m_fd, block, m_thing));
    m_written += static_cast<qint64>(block.size());
    if (m_written - m_behind >= writeBehind) {
        // Advice only: a file system that cannot do it still syncs at the end.
        ::sync_file_range(m_fd, m_behind, m_written - m_behind, SYNC_FILE_RANGE_WRITE);
        m_behind = m_written;
    }
    return {};
}

Status HashedOutput::hand() {
    const std::shared_ptr<const Block> block = std::exchange(m_block, freshBlock());
    CHAYAN_CHECK(m_writing.give(block));
    return m_hashing.give(block);
}

Status HashedOutput::append(ByteView bytes) {
    m_position += static_cast<qint64>(bytes.size());
    while (!bytes.empty()) {
        const std::size_t n = std::min(bytes.size(), blockSize - m_block->size());
        m_block->insert(m_block->end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(n));
        bytes = bytes.subspan(n);
        if (m_block->size() == blockSize)
            CHAYAN_CHECK(hand());
    }
    return {};
}

Result<Digest> HashedOutput::finish() {
    if (!m_block->empty())
        CHAYAN_CHECK(hand());
    CHAYAN_CHECK(m_writing.finish());
    CHAYAN_CHECK(m_hashing.finish());
    return m_hash.finish();
}

}  // namespace chayan::bundle
