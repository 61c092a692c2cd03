#pragma once

#include "core/bundle/file_io.h"

#include <functional>

namespace chayan::bundle {

/// Reads a raw deflate stream (RFC 1951) that fills [offset, offset + packedSize) of a file and gives its
/// content block by block, in constant memory. `size_lie` when it gives more or less than `size` bytes, `gap`
/// when it ends before its place does, `bad_compression` when it is none. Thread-safe over one descriptor.
Status inflateRange(int fd, qint64 offset, qint64 packedSize, qint64 size, ReadBuffer& buffer,
                    const QString& thing, const std::function<Status(ByteView)>& take);

}  // namespace chayan::bundle
