#pragma once

#include "core/bundle/zip_end.h"
#include "core/bundle/zip_format.h"

namespace chayan::bundle::zip {

/// One record of the directory, with its figures resolved through ZIP64.
struct Record {
    Member member;
    qint64 packedSize = 0;
    quint16 flags = 0;
    quint16 method = 0;
    DosTime when;
    /// The name ends in a slash, which `member.name` is without.
    bool folder = false;
    /// Byte for byte what our writer writes for this member.
    bool original = false;
};

/// Reads the directory in small pieces and calls `take` for each record in its order. Refuses `encrypted`,
/// `compression`, `split_archive`, `comment`, `extra_field`, `link`, `special_file`, `unsafe_path`,
/// `size_lie`, `bomb` and `header_mismatch`.
Status readDirectory(int fd, const End& end, const QString& thing,
                     const std::function<Status(Record record)>& take);

}  // namespace chayan::bundle::zip
