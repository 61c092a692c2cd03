#include "core/bundle/zip_directory.h"

#include "core/base/limits.h"
#include "core/bundle/zip_extra.h"

#include <sys/stat.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle::zip {

namespace {

/// A window that moves over the directory.
class Window {
  public:
    Window(int fd, const End& end, const QString& thing)
        : m_fd(fd),
          m_thing(thing),
          m_next(end.directoryOffset),
          m_end(end.directoryOffset + end.directorySize) {}

    qint64 left() const { return m_end - m_next + static_cast<qint64>(m_view.size()); }

    /// The next `size` bytes, which stay valid until the next call.
    Result<ByteView> peek(qint64 size) {
        if (size > left())
            return refuse(u"header_mismatch"_s, m_thing, u"the directory ends within a record"_s);
        if (static_cast<qint64>(m_view.size()) < size) {
            const auto kept = static_cast<qint64>(m_view.size());
            const qint64 fresh = std::min(std::max(blockBytes, size) - kept, m_end - m_next);
            std::vector<std::uint8_t> bytes(m_view.begin(), m_view.end());
            bytes.resize(static_cast<std::size_t>(kept + fresh));
            const std::span<std::uint8_t> room(bytes);
            CHAYAN_CHECK(preadAll(m_fd, m_next, room.subspan(static_cast<std::size_t>(kept)), m_thing));
            m_next += fresh;
            m_bytes = std::move(bytes);
            m_view = m_bytes;
        }
        return m_view.first(static_cast<std::size_t>(size));
    }
    void skip(qint64 size) { m_view = m_view.subspan(static_cast<std::size_t>(size)); }

  private:
    int m_fd;
    QString m_thing;
    qint64 m_next;
    qint64 m_end;
    std::vector<std::uint8_t> m_bytes;
    ByteView m_view;
};

/// Puts the ZIP64 values in the places of saturated ones (4.5.3: in this order, only those).
Status resolve(Record& record, const Extra& extra, const QString& name) {
    qsizetype used = 0;
    for (qint64* value : {&record.member.size, &record.packedSize, &record.member.offset}) {
        if (*value != saturated32)
            continue;
        if (!extra.zip64 || extra.zip64->size() < used + 8)
            return refuse(u"header_mismatch"_s, name, u"a figure that ZIP64 should hold is missing"_s);
        *value = read<qint64>(view(*extra.zip64).data() + used);
        used += 8;
        if (*value < 0)
            return refuse(u"size_lie"_s, name, u"a figure beyond 63 bits"_s);
    }
    if (extra.zip64 && extra.zip64->size() != used)
        return refuse(u"extra_field"_s, name, u"a ZIP64 field with more than it needs"_s);
    return {};
}

Status checkKind(const std::uint8_t* raw, const Record& record, const QString& name) {
    constexpr quint16 allowed = flagDescriptor | flagUtf8 | 1 << 1 | 1 << 2;  // 1, 2: how hard it deflated
    if (record.flags & flagEncrypted)
        return refuse(u"encrypted"_s, name, u"the member is encrypted"_s);
    if (record.flags & ~allowed)
        return refuse(u"header_mismatch"_s, name, u"flags 0x%1"_s.arg(record.flags, 4, 16, '0'_L1));
    if (record.method != methodStored && record.method != methodDeflate)
        return refuse(u"compression"_s, name, u"compression method %1"_s.arg(record.method));
    if (read<quint16>(raw + 32) != 0)
        return refuse(u"comment"_s, name, u"a comment of %1 bytes"_s.arg(read<quint16>(raw + 32)));
    if (read<quint16>(raw + 34) != 0)
        return refuse(u"split_archive"_s, name, u"on volume %1"_s.arg(read<quint16>(raw + 34)));
    const quint32 type = read<quint32>(raw + 38) >> 16 & S_IFMT;
    if (type == S_IFLNK)
        return refuse(u"link"_s, name, u"a symbolic link"_s);
    if (type != 0 && type != (record.folder ? S_IFDIR : S_IFREG))
        return refuse(u"special_file"_s, name, u"file type 0%1"_s.arg(type, 0, 8));
    return {};
}

Status checkSizes(const Record& record, const QString& name) {
    const qint64 size = record.member.size;
    const qint64 packed = record.packedSize;
    if (record.folder && (size != 0 || record.member.crc != 0 || packed != 0))
        return refuse(u"size_lie"_s, name, u"a folder with content"_s);
    if (record.method == methodStored && size != packed)
        return refuse(u"size_lie"_s, name, u"stored as %1 bytes, said to be %2"_s.arg(packed).arg(size));
    if (size > limits::bombFloorBytes && size / limits::foreignRatio > packed)
        return refuse(u"bomb"_s, name, u"%1 bytes swell to %2"_s.arg(packed).arg(size));
    return {};
}

}  // namespace

Status readDirectory(int fd, const End& end, const QString& thing,
                     const std::function<Status(Record)>& take) {
    Window window(fd, end, thing);
    for (qint64 i = 0; i < end.members; ++i) {
        CHAYAN_TRY(const ByteView fixed, window.peek(directoryBytes));
        if (read<quint32>(fixed.data()) != directorySignature)
            return refuse(u"header_mismatch"_s, thing, u"directory record %1 has no signature"_s.arg(i));
        const qint64 nameBytes = read<quint16>(fixed.data() + 28);
        const qint64 extraBytes = read<quint16>(fixed.data() + 30);
        CHAYAN_TRY(const ByteView whole, window.peek(directoryBytes + nameBytes + extraBytes));
        const std::uint8_t* raw = whole.data();
        Record record;
        record.flags = read<quint16>(raw + 8);
        record.method = read<quint16>(raw + 10);
        record.when = {read<quint16>(raw + 12), read<quint16>(raw + 14)};
        record.member.crc = read<quint32>(raw + 16);
        record.packedSize = read<quint32>(raw + 20);
        record.member.size = read<quint32>(raw + 24);
        record.member.offset = read<quint32>(raw + 42);
        record.member.name = QByteArray(reinterpret_cast<const char*>(raw + directoryBytes), nameBytes);
        record.folder = record.member.name.endsWith('/');
        if (record.folder)
            record.member.name.chop(1);
        const QString name = shown(record.member.name);
        CHAYAN_CHECK(checkKind(raw, record, name));
        const Extra extra = readExtra(whole.subspan(static_cast<std::size_t>(directoryBytes + nameBytes)));
        if (!extra.wrong.isEmpty())
            return refuse(u"extra_field"_s, name, extra.wrong);
        CHAYAN_CHECK(resolve(record, extra, name));
        CHAYAN_CHECK(checkSizes(record, name));
        if (!(record.flags & flagUtf8) && std::any_of(record.member.name.begin(), record.member.name.end(),
                                                      [](char c) { return (c & 0x80) != 0; }))
            return refuse(u"unsafe_path"_s, name, u"a name outside ASCII that is not marked as UTF-8"_s);
        const QByteArray ours = directoryRecord(record.member, record.when);
        record.original = !record.folder && ours.size() == static_cast<qsizetype>(whole.size()) &&
                          std::equal(whole.begin(), whole.end(), view(ours).begin());
        window.skip(static_cast<qint64>(whole.size()));
        CHAYAN_CHECK(take(std::move(record)));
    }
    if (window.left() != 0)
        return refuse(u"gap"_s, thing, u"%1 bytes after the directory's last record"_s.arg(window.left()));
    return {};
}

}  // namespace chayan::bundle::zip
