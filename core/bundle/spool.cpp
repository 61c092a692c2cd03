#include "core/bundle/spool.h"

#include "core/base/unnamed_file.h"
#include "core/bundle/file_io.h"

#include <algorithm>

namespace chayan::bundle {

namespace {

constexpr qsizetype bufferBytes = 256 * 1024;

}  // namespace

Result<Spool> Spool::create(const QString& folder) {
    CHAYAN_TRY(UniqueFd fd, unnamedFile(folder));
    return Spool(folder, std::move(fd));
}

Status Spool::flush() {
    CHAYAN_CHECK(writeAll(m_fd.get(), view(m_buffer), m_thing));
    m_buffer.clear();
    return {};
}

Status Spool::add(ByteView bytes) {
    m_hash.add(bytes);
    m_size += static_cast<qint64>(bytes.size());
    m_buffer.append(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return m_buffer.size() < bufferBytes ? Status{} : flush();
}

Status Spool::add(Spool&& other) {
    CHAYAN_CHECK(other.flush());
    ReadBuffer buffer;
    for (qint64 done = 0; done < other.m_size;) {
        const auto block = buffer.room(std::min(blockBytes, other.m_size - done));
        CHAYAN_CHECK(preadAll(other.m_fd.get(), done, block, m_thing));
        CHAYAN_CHECK(add(ByteView(block)));
        done += static_cast<qint64>(block.size());
    }
    return {};
}

Result<BagFile> Spool::finish(QByteArray path) {
    CHAYAN_CHECK(flush());
    const auto fd = std::make_shared<UniqueFd>(std::move(m_fd));
    return BagFile::ofFile(std::move(path), m_size, m_hash.finish(),
                           [fd]() -> Result<UniqueFd> { return std::move(*fd); });
}

}  // namespace chayan::bundle
