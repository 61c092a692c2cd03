#pragma once

#include "core/bundle/file_io.h"

namespace chayan::bundle::zip {

/// What the end of a ZIP file says of its directory.
struct End {
    qint64 members = 0;
    qint64 directoryOffset = 0;
    qint64 directorySize = 0;
    /// The end records as they stand in the file.
    QByteArray raw;
};

/// Reads the end records and checks that they end the file and that the directory ends where they begin.
/// A file that is no ZIP is refused as `empty` or `not_a_zip`; a damaged or dressed-up one as `truncated`,
/// `comment`, `trailing_bytes`, `prefix`, `gap`, `split_archive`, `header_mismatch` or `too_many_members`.
Result<End> readEnd(int fd, qint64 size, const QString& thing);

}  // namespace chayan::bundle::zip
