#pragma once

#include "core/base/safe_file.h"
#include "core/bundle/problem.h"

#include <span>
#include <vector>

namespace chayan::bundle {

/// How much is read at once: large enough to make calls cheap, small enough to stay in a core's cache between
/// the CRC and the hash.
inline constexpr qint64 blockBytes = 256 * 1024;

/// Memory for blocks that a thread reads; made once and used again. One thread at a time.
class ReadBuffer {
  public:
    /// At least `size` bytes, with old content.
    std::span<std::uint8_t> room(qint64 size) {
        if (m_bytes.size() < static_cast<std::size_t>(size))
            m_bytes.resize(static_cast<std::size_t>(size));
        return {m_bytes.data(), static_cast<std::size_t>(size)};
    }

  private:
    std::vector<std::uint8_t> m_bytes;
};

/// Reads exactly this range; `truncated` where the file ends before. Safe from several threads at once.
Status preadAll(int fd, qint64 offset, std::span<std::uint8_t> into, const QString& thing);

/// The size of an open regular file.
Result<qint64> fileSize(int fd, const QString& thing);

/// CRC-32 as ZIP uses it (ISO 3309), going on from `crc`.
quint32 crc32(quint32 crc, ByteView bytes);

}  // namespace chayan::bundle
