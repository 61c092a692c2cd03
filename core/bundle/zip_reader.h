#pragma once

#include "core/bundle/file_io.h"

#include <vector>

namespace chayan::bundle {

/// Whether a container's bytes are those that our writer wrote, or another tool packed the same files again.
enum class Packing { Original, Repacked };

/// A file in a ZIP; its data lies at [dataOffset, dataOffset + packedSize).
struct ZipEntry {
    QByteArray name;
    qint64 size = 0;
    qint64 packedSize = 0;
    qint64 dataOffset = 0;
    quint32 crc = 0;
    bool deflated = false;
};

struct ZipIndex {
    /// In the order in which they lie in the file; folder entries are left out.
    std::vector<ZipEntry> entries;
    Packing packing = Packing::Original;
};

/// Reads what a ZIP file says of its members and checks that it accounts for every byte of the file: members
/// tile it without gap, prefix, comment or overlap, and each local header says what the directory says (but
/// for the version needed, where tools differ). Records exactly as our writer makes them give
/// Packing::Original. Other order, deflate, descriptors, folder entries and the time and owner fields of
/// common tools give Packing::Repacked. Everything else is refused with its reason (problem.h). The data
/// itself is not read here. Constant memory but for the index.
Result<ZipIndex> readZipIndex(int fd, const QString& thing);

}  // namespace chayan::bundle
