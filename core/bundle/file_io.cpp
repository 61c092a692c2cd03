#include "core/bundle/file_io.h"

#include <libdeflate.h>
#include <sys/stat.h>

#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

Status preadAll(int fd, qint64 offset, std::span<std::uint8_t> into, const QString& thing) {
    while (!into.empty()) {
        const ssize_t n = ::pread(fd, into.data(), into.size(), offset);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(errorFromErrno(errno, thing, u"read"));
        if (n == 0)
            return refuse(u"truncated"_s, thing, u"the file ends at offset %1"_s.arg(offset));
        into = into.subspan(static_cast<std::size_t>(n));
        offset += n;
    }
    return {};
}

Result<qint64> fileSize(int fd, const QString& thing) {
    struct stat info {};
    if (::fstat(fd, &info) != 0)
        return fail(errorFromErrno(errno, thing, u"stat"));
    return info.st_size;
}

quint32 crc32(quint32 crc, ByteView bytes) {
    return libdeflate_crc32(crc, bytes.data(), bytes.size());
}

}  // namespace chayan::bundle
