#pragma once

#include "core/base/progress.h"
#include "core/bundle/file_io.h"
#include "core/bundle/member_path.h"
#include "core/bundle/zip_format.h"
#include "core/bundle/zip_output.h"

namespace chayan::bundle {

/// What a finished ZIP is.
struct ZipWritten {
    Digest sha256;
    qint64 bytes = 0;
};

/// Writes a ZIP of stored members from front to back in constant memory (but for the directory: about 150
/// bytes a member): sizes and CRC stand in the local headers, ZIP64 fields only where a figure needs them,
/// no descriptors, comments or other extra fields, one date for all. Names outside ASCII carry the UTF-8
/// flag. One thread at a time. After a failure the file is to be dropped.
class ZipWriter {
  public:
    /// Writes at the descriptor's position, which must be the beginning of an empty file.
    ZipWriter(int fd, QString thing, zip::DosTime when);

    /// Adds a member; BadInput for a name that our reader would refuse. Gives the SHA-256 of the content.
    Result<Digest> add(const QByteArray& name, ByteView content);
    /// The same from an open regular file of exactly `size` bytes; Damaged when it is not, or changes
    /// meanwhile. `copied` hears of each block and can stop the work by failing.
    Result<Digest> add(const QByteArray& name, int source, qint64 size,
                       const std::function<Status(qint64 bytes)>& copied);

    /// The same where the CRC is known: read once and not hashed; Damaged when the content has another.
    Status add(const QByteArray& name, int source, qint64 size, quint32 crc,
               const std::function<Status(ByteView block)>& copied);
    /// Writes the directory. Nothing is synced.
    Result<ZipWritten> finish();

  private:
    Status begin(zip::Member member);

    QString m_thing;
    zip::DosTime m_when;
    HashedOutput m_output;
    NameRegistry m_names;
    std::vector<zip::Member> m_members;
    ReadBuffer m_buffer;
};

}  // namespace chayan::bundle
