#include "core/bundle/bag_source.h"

#include "core/bundle/meter.h"
#include "core/crypto/digest.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

BagSource::BagSource(std::vector<Member> members) : m_members(std::move(members)) {
    m_byPath.resize(m_members.size());
    std::iota(m_byPath.begin(), m_byPath.end(), 0u);
    std::ranges::sort(m_byPath, {}, [this](quint32 i) -> const QByteArray& { return m_members[i].path; });
}

std::optional<std::size_t> BagSource::find(QByteArrayView path) const {
    const auto at = std::lower_bound(
        m_byPath.begin(), m_byPath.end(), path,
        [this](quint32 i, QByteArrayView wanted) { return QByteArrayView(m_members[i].path) < wanted; });
    if (at == m_byPath.end() || m_members[*at].path != path)
        return {};
    return *at;
}

Result<QByteArray> BagSource::readWhole(std::size_t member, qint64 limit) const {
    const Member& wanted = m_members[member];
    if (wanted.size > limit)
        return refuse(u"too_large"_s, shown(wanted.path),
                      u"%1 bytes, at most %2"_s.arg(wanted.size).arg(limit));
    QByteArray bytes;
    bytes.reserve(wanted.size);
    ReadBuffer buffer;
    CHAYAN_CHECK(read(member, buffer, [&bytes](ByteView block) -> Status {
        bytes.append(reinterpret_cast<const char*>(block.data()), static_cast<qsizetype>(block.size()));
        return {};
    }));
    return bytes;
}

Result<QByteArray> BagSource::readHead(std::size_t member, qint64 size) const {
    const qint64 wanted = std::min(size, m_members[member].size);
    QByteArray head;
    ReadBuffer buffer;
    const Status done = read(member, buffer, [&](ByteView block) -> Status {
        head.append(reinterpret_cast<const char*>(block.data()),
                    std::min(wanted - head.size(), static_cast<qint64>(block.size())));
        // Only an error ends the reading.
        return head.size() < wanted ? Status() : fail(ErrorKind::Cancelled, shown(m_members[member].path));
    });
    if (!done && head.size() < wanted)
        return fail(done.error());
    return head;
}

Status BagSource::readLines(std::size_t member, qint64 limit,
                            const std::function<Status(ByteView, qint64)>& take) const {
    const QString name = shown(m_members[member].path);
    QByteArray begun;  // a line that its block did not end
    qint64 number = 0;
    const auto tooLong = [&] {
        return refuse(u"line_too_long"_s, name, u"line %1 has more than %2 bytes"_s.arg(number).arg(limit));
    };
    ReadBuffer buffer;
    CHAYAN_CHECK(read(member, buffer, [&](ByteView block) -> Status {
        while (!block.empty()) {
            const auto end = std::ranges::find(block, static_cast<std::uint8_t>('\n'));
            const ByteView piece(block.begin(), end);
            if (begun.size() + static_cast<qint64>(piece.size()) > limit)
                return tooLong();
            if (end == block.end() || !begun.isEmpty())
                begun.append(reinterpret_cast<const char*>(piece.data()),
                             static_cast<qsizetype>(piece.size()));
            if (end == block.end())
                return {};
            CHAYAN_CHECK(take(begun.isEmpty() ? piece : view(begun), number));
            begun.clear();
            ++number;
            block = block.subspan(piece.size() + 1);
        }
        return {};
    }));
    if (!begun.isEmpty())
        return refuse(u"truncated"_s, name, u"line %1 does not end"_s.arg(number));
    return {};
}

Result<Digest> BagSource::copyTo(std::size_t member, int fd, const QString& thing,
                                 const Progress& progress) const {
    const Member& wanted = m_members[member];
    crypto::Sha256 hash;
    Meter meter(progress, wanted.size);
    ReadBuffer buffer;
    CHAYAN_CHECK(read(member, buffer, [&](ByteView block) -> Status {
        CHAYAN_CHECK(writeAll(fd, block, thing));
        hash.add(block);
        return meter.add(static_cast<qint64>(block.size()), wanted.path);
    }));
    return hash.finish();
}

}  // namespace chayan::bundle
