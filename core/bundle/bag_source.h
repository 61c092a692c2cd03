#pragma once

#include "core/base/progress.h"
#include "core/bundle/file_io.h"

#include <functional>
#include <optional>

namespace chayan::bundle {

/// A file of a bag: its path below the bag's own folder, UTF-8, as checkMemberPath() allows.
struct Member {
    QByteArray path;
    qint64 size = 0;
};

using Sink = std::function<Status(ByteView)>;

/// The files of a bag, wherever they lie: in a ZIP or in a folder. What is listed does not change; reading
/// is const and several threads may read at once, each with its own ReadBuffer. A failure that is a finding
/// about the data (see isFinding()) names the member; any other is the machine's.
class BagSource {
  public:
    virtual ~BagSource() = default;
    BagSource(const BagSource&) = delete;
    BagSource& operator=(const BagSource&) = delete;

    /// In the container's order.
    const std::vector<Member>& members() const { return m_members; }
    std::optional<std::size_t> find(QByteArrayView path) const;

    /// Gives the member from front to back in blocks of at most `blockBytes`, exactly its size in all, with
    /// the container's own checks (CRC, size). Content that arrived before a failure must not be believed.
    virtual Status read(std::size_t member, ReadBuffer& buffer, const Sink& sink) const = 0;

    /// The whole of a small member; `too_large` beyond the limit.
    Result<QByteArray> readWhole(std::size_t member, qint64 limit) const;

    /// Its first bytes, at most so many.
    Result<QByteArray> readHead(std::size_t member, qint64 size) const;

    /// Calls for each line without its final LF, numbered from 0, holding one line at a time. `line_too_long`
    /// beyond the limit, `truncated` when the last line is not ended.
    Status readLines(std::size_t member, qint64 limit,
                     const std::function<Status(ByteView line, qint64 number)>& take) const;

    /// Writes the member to an open file (`thing` names it) and gives the SHA-256 of what was written.
    Result<Digest> copyTo(std::size_t member, int fd, const QString& thing, const Progress& progress) const;

  protected:
    explicit BagSource(std::vector<Member> members);

  private:
    std::vector<Member> m_members;
    std::vector<quint32> m_byPath;
};

}  // namespace chayan::bundle
