#include "core/bundle/zip_end.h"

#include "core/base/limits.h"
#include "core/bundle/zip_format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle::zip {

namespace {

const std::uint8_t* at(const QByteArray& bytes, qint64 offset = 0) {
    return reinterpret_cast<const std::uint8_t*>(bytes.constData()) + offset;
}

Result<QByteArray> readAt(int fd, qint64 offset, qint64 size, const QString& thing) {
    QByteArray bytes(size, Qt::Uninitialized);
    CHAYAN_CHECK(preadAll(
        fd, offset, {reinterpret_cast<std::uint8_t*>(bytes.data()), static_cast<std::size_t>(size)}, thing));
    return bytes;
}

/// Why the last 22 bytes are no plain end record: always an error.
Status explainMissingEnd(int fd, qint64 size, const QString& thing) {
    const qint64 tailBytes = std::min<qint64>(size, endBytes + saturated16);
    CHAYAN_TRY(const QByteArray tail, readAt(fd, size - tailBytes, tailBytes, thing));
    CHAYAN_TRY(const QByteArray head, readAt(fd, 0, std::min<qint64>(size, 4), thing));
    for (qint64 i = tailBytes - endBytes; i >= 0; --i) {
        if (read<quint32>(at(tail, i)) != endSignature)
            continue;
        const qint64 after = tailBytes - i - endBytes;
        const qint64 comment = read<quint16>(at(tail, i + 20));
        if (comment == after)
            return refuse(u"comment"_s, thing, u"a comment of %1 bytes at the end"_s.arg(comment));
        if (comment < after)
            return refuse(u"trailing_bytes"_s, thing, u"%1 bytes after the end"_s.arg(after - comment));
        break;
    }
    if (head.size() == 4 && read<quint32>(at(head)) == localSignature)
        return refuse(u"truncated"_s, thing, u"it begins as a ZIP file, but its end is missing"_s);
    return refuse(u"not_a_zip"_s, thing, u"no ZIP end record"_s);
}

/// Replaces the figures by those of the ZIP64 record, which must agree with the short ones.
Status readEnd64(int fd, qint64 endOffset, End& end, const QString& thing) {
    const qint64 bytes = end64Bytes + locatorBytes;
    if (endOffset < bytes)
        return refuse(u"truncated"_s, thing, u"no room for the ZIP64 end record"_s);
    CHAYAN_TRY(const QByteArray raw, readAt(fd, endOffset - bytes, bytes, thing));
    const std::uint8_t* locator = at(raw, end64Bytes);
    if (read<quint32>(locator) != locatorSignature)
        return refuse(u"header_mismatch"_s, thing, u"the ZIP64 locator is missing"_s);
    if (read<quint32>(at(raw)) != end64Signature || read<qint64>(at(raw, 4)) != end64Bytes - 12 ||
        read<qint64>(locator + 8) != endOffset - bytes)
        return refuse(u"header_mismatch"_s, thing, u"the ZIP64 end record does not lie at its place"_s);
    if (read<quint32>(at(raw, 16)) != 0 || read<quint32>(at(raw, 20)) != 0 ||
        read<quint32>(locator + 4) != 0 || read<quint32>(locator + 16) != 1)
        return refuse(u"split_archive"_s, thing, u"it is one of several volumes"_s);
    const qint64 members = read<qint64>(at(raw, 32));
    const qint64 size = read<qint64>(at(raw, 40));
    const qint64 offset = read<qint64>(at(raw, 48));
    const bool agree = (end.members == saturated16 || end.members == members) &&
                       (end.directorySize == saturated32 || end.directorySize == size) &&
                       (end.directoryOffset == saturated32 || end.directoryOffset == offset) &&
                       read<qint64>(at(raw, 24)) == members && members >= 0 && size >= 0 && offset >= 0;
    if (!agree)
        return refuse(u"header_mismatch"_s, thing, u"the ZIP64 end record says otherwise"_s);
    end.members = members;
    end.directorySize = size;
    end.directoryOffset = offset;
    end.raw.prepend(raw);
    return {};
}

/// The directory must end where the end records begin.
Status checkPlace(int fd, qint64 size, const End& end, const QString& thing) {
    const qint64 records = size - end.raw.size();
    if (end.directorySize > records || end.directoryOffset > records - end.directorySize)
        return refuse(u"truncated"_s, thing,
                      u"the directory of %1 bytes at %2 would end after %3"_s.arg(end.directorySize)
                          .arg(end.directoryOffset)
                          .arg(records));
    const qint64 tooMany = records - end.directorySize - end.directoryOffset;
    if (tooMany == 0)
        return {};
    CHAYAN_TRY(const QByteArray head, readAt(fd, 0, 4, thing));
    if (read<quint32>(at(head)) != localSignature)
        return refuse(u"prefix"_s, thing, u"%1 bytes before the first member"_s.arg(tooMany));
    return refuse(u"gap"_s, thing, u"%1 bytes that no record accounts for"_s.arg(tooMany));
}

}  // namespace

Result<End> readEnd(int fd, qint64 size, const QString& thing) {
    if (size == 0)
        return refuse(u"empty"_s, thing, u"the file has no bytes"_s);
    if (size < endBytes)
        return fail(explainMissingEnd(fd, size, thing).error());
    End end;
    CHAYAN_TRY(end.raw, readAt(fd, size - endBytes, endBytes, thing));
    const std::uint8_t* raw = at(end.raw);
    if (read<quint32>(raw) != endSignature || read<quint16>(raw + 20) != 0)
        return fail(explainMissingEnd(fd, size, thing).error());
    if (read<quint16>(raw + 4) != 0 || read<quint16>(raw + 6) != 0 ||
        read<quint16>(raw + 8) != read<quint16>(raw + 10))
        return refuse(u"split_archive"_s, thing, u"it is one of several volumes"_s);
    end.members = read<quint16>(raw + 10);
    end.directorySize = read<quint32>(raw + 12);
    end.directoryOffset = read<quint32>(raw + 16);
    const bool saturated =
        end.members == saturated16 || end.directorySize == saturated32 || end.directoryOffset == saturated32;
    // A ZIP64 record may also stand where no figure needs it; then the short figures leave room for it.
    const bool room = end.directoryOffset + end.directorySize == size - endBytes - end64Bytes - locatorBytes;
    if (saturated || room)
        CHAYAN_CHECK(readEnd64(fd, size - endBytes, end, thing));
    if (end.members == 0)
        return refuse(u"empty"_s, thing, u"a ZIP file without members"_s);
    if (end.members > limits::bundleMembers)
        return refuse(u"too_many_members"_s, thing,
                      u"%1 members, at most %2"_s.arg(end.members).arg(limits::bundleMembers));
    if (end.members * directoryBytes > end.directorySize)
        return refuse(u"size_lie"_s, thing, u"the directory is too small for %1 members"_s.arg(end.members));
    CHAYAN_CHECK(checkPlace(fd, size, end, thing));
    return end;
}

}  // namespace chayan::bundle::zip
