#include "core/bundle/zip_reader.h"

#include "core/base/limits.h"
#include "core/bundle/member_path.h"
#include "core/bundle/zip_directory.h"
#include "core/bundle/zip_extra.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

using zip::read;

/// More than the known extra fields can fill.
constexpr qint64 extraRoom = 256;

bool sameBytes(ByteView bytes, const QByteArray& ours) {
    return std::ranges::equal(bytes, view(ours));
}

/// The size that a local header states: its own, or ZIP64's.
bool localSizeIs(quint32 field, const zip::Extra& extra, int place, qint64 expected) {
    if (field != zip::saturated32)
        return field == expected;
    return extra.zip64 && extra.zip64->size() == 16 &&
           read<qint64>(view(*extra.zip64).data() + 8 * place) == expected;
}

/// Whether the local header's CRC and sizes agree with the directory's. Before a descriptor they may be
/// zero.
bool figuresAgree(const std::uint8_t* raw, const zip::Extra& extra, const zip::Record& record) {
    const bool open = (record.flags & zip::flagDescriptor) != 0;
    const auto agrees = [&](quint32 field, int place, qint64 expected) {
        return localSizeIs(field, extra, place, expected) || (open && localSizeIs(field, extra, place, 0));
    };
    const quint32 crc = read<quint32>(raw + 14);
    return (crc == record.member.crc || (open && crc == 0)) &&
           agrees(read<quint32>(raw + 18), 1, record.packedSize) &&
           agrees(read<quint32>(raw + 22), 0, record.member.size);
}

/// Reads files' local headers, in the order of their offsets.
class Tiler {
  public:
    Tiler(int fd, qint64 directoryOffset, QString thing)
        : m_fd(fd), m_directory(directoryOffset), m_thing(std::move(thing)) {}

    bool original() const { return m_original; }

    /// Where the record's data begins, once its local header is found to lie at `m_next` and to agree.
    Result<qint64> header(const zip::Record& record) {
        const QString name = shown(record.member.name);
        const qint64 offset = record.member.offset;
        if (offset < m_next)
            return refuse(u"overlap"_s, name, u"begins at %1, within the member before"_s.arg(offset));
        if (offset > m_next && m_next == 0)
            return refuse(u"prefix"_s, m_thing, u"%1 bytes before the first member"_s.arg(offset));
        if (offset > m_next)
            return refuse(u"gap"_s, name, u"%1 bytes hidden before it"_s.arg(offset - m_next));
        const qint64 nameBytes = record.member.name.size() + (record.folder ? 1 : 0);
        const qint64 most = std::min(zip::localBytes + nameBytes + extraRoom, m_directory - offset);
        if (most < zip::localBytes + nameBytes)
            return refuse(u"overlap"_s, name, u"its header lies within the directory"_s);
        const auto raw = m_buffer.room(most);
        CHAYAN_CHECK(preadAll(m_fd, offset, raw, m_thing));
        const qint64 extraBytes = read<quint16>(raw.data() + 28);
        const qint64 headerBytes = zip::localBytes + nameBytes + extraBytes;
        if (headerBytes > most)
            return refuse(u"extra_field"_s, name, u"extra fields of %1 bytes"_s.arg(extraBytes));
        const ByteView whole = raw.first(static_cast<std::size_t>(headerBytes));
        CHAYAN_CHECK(compare(whole, record, nameBytes, name));
        m_original =
            m_original && record.original && sameBytes(whole, zip::localHeader(record.member, record.when));
        return offset + headerBytes;
    }

    /// Goes to the end of the record's data, and of its descriptor.
    Status advance(const zip::Record& record, qint64 dataOffset, qint64 following) {
        const QString name = shown(record.member.name);
        if (record.packedSize > m_directory - dataOffset)
            return refuse(u"size_lie"_s, name, u"its data would reach into the directory"_s);
        m_next = dataOffset + record.packedSize;
        if (record.flags & zip::flagDescriptor)
            return descriptor(record, following, name);
        return {};
    }

    Status finish() const {
        if (m_next == m_directory)
            return {};
        return refuse(u"gap"_s, m_thing, u"%1 bytes before the directory"_s.arg(m_directory - m_next));
    }

  private:
    Status compare(ByteView whole, const zip::Record& record, qint64 nameBytes, const QString& name) const {
        const std::uint8_t* raw = whole.data();
        const auto differs = [&](const QString& what) {
            return refuse(u"header_mismatch"_s, name, u"local header and directory differ in %1"_s.arg(what));
        };
        if (read<quint32>(raw) != zip::localSignature)
            return refuse(u"header_mismatch"_s, name, u"no local header where the directory says"_s);
        if (read<quint16>(raw + 26) != nameBytes ||
            !sameBytes(whole.subspan(zip::localBytes, static_cast<std::size_t>(nameBytes)),
                       record.folder ? record.member.name + '/' : record.member.name))
            return differs(u"the name"_s);
        if (read<quint16>(raw + 6) != record.flags)
            return differs(u"the flags"_s);
        if (read<quint16>(raw + 8) != record.method)
            return differs(u"the compression"_s);
        if (zip::DosTime{read<quint16>(raw + 10), read<quint16>(raw + 12)} != record.when)
            return differs(u"the date"_s);
        const zip::Extra extra =
            zip::readExtra(whole.subspan(static_cast<std::size_t>(zip::localBytes + nameBytes)));
        if (!extra.wrong.isEmpty())
            return refuse(u"extra_field"_s, name, extra.wrong);
        if (extra.zip64 && extra.zip64->size() != 16)
            return refuse(u"extra_field"_s, name, u"a ZIP64 field of an unusual size"_s);
        if (!figuresAgree(raw, extra, record))
            return differs(u"size or CRC"_s);
        return {};
    }

    /// The descriptor (4.3.9) must fill the room up to the next member, with or without its signature and
    /// with short or long sizes.
    Status descriptor(const zip::Record& record, qint64 following, const QString& name) {
        QByteArray crc;
        zip::append<quint32>(crc, record.member.crc);
        QByteArray signature;
        zip::append<quint32>(signature, zip::descriptorSignature);
        QByteArray narrow;
        zip::append<quint32>(narrow, static_cast<quint32>(record.packedSize));
        zip::append<quint32>(narrow, static_cast<quint32>(record.member.size));
        QByteArray wide;
        zip::append<qint64>(wide, record.packedSize);
        zip::append<qint64>(wide, record.member.size);
        const qint64 room = following - m_next;
        if (room < 12 || room > 24)
            return refuse(u"gap"_s, name, u"%1 bytes where its descriptor should be"_s.arg(room));
        const auto raw = m_buffer.room(room);
        CHAYAN_CHECK(preadAll(m_fd, m_next, raw, m_thing));
        const bool fits = sameBytes(raw, crc + narrow) || sameBytes(raw, signature + crc + narrow) ||
                          sameBytes(raw, crc + wide) || sameBytes(raw, signature + crc + wide);
        if (!fits)
            return refuse(u"header_mismatch"_s, name, u"its descriptor says otherwise"_s);
        m_next = following;
        return {};
    }

    int m_fd;
    qint64 m_directory;
    QString m_thing;
    qint64 m_next = 0;
    bool m_original = true;
    ReadBuffer m_buffer;
};

Status checkTotal(qint64 total, const QString& thing) {
    if (total > limits::foreignBytes)
        return refuse(u"too_large"_s, thing, u"more than %1 bytes unpacked"_s.arg(limits::foreignBytes));
    return {};
}

}  // namespace

Result<ZipIndex> readZipIndex(int fd, const QString& thing) {
    CHAYAN_TRY(const qint64 size, fileSize(fd, thing));
    CHAYAN_TRY(const zip::End end, zip::readEnd(fd, size, thing));

    std::vector<zip::Record> records;
    NameRegistry names;
    bool sorted = true;
    qint64 deflatedTotal = 0;
    CHAYAN_CHECK(zip::readDirectory(fd, end, thing, [&](zip::Record record) -> Status {
        const QByteArray& name = record.member.name;
        if (const auto problem = record.folder ? names.addFolder(name) : names.addFile(name))
            return refuse(*problem);
        if (record.method == zip::methodDeflate)
            deflatedTotal += std::min(record.member.size, limits::foreignBytes + 1);
        CHAYAN_CHECK(checkTotal(deflatedTotal, thing));
        sorted = sorted && (records.empty() || records.back().member.offset < record.member.offset);
        records.push_back(std::move(record));
        return {};
    }));
    if (!sorted)
        std::ranges::stable_sort(records, {}, [](const zip::Record& r) { return r.member.offset; });

    ZipIndex index;
    index.entries.reserve(records.size());
    Tiler tiler(fd, end.directoryOffset, thing);
    bool oneDate = true;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const zip::Record& record = records[i];
        const qint64 following = i + 1 < records.size() ? records[i + 1].member.offset : end.directoryOffset;
        if (record.folder && !names.holdsFiles(record.member.name))
            return refuse(u"unlisted_file"_s, shown(record.member.name), u"a folder without files"_s);
        CHAYAN_TRY(const qint64 dataOffset, tiler.header(record));
        CHAYAN_CHECK(tiler.advance(record, dataOffset, following));
        oneDate = oneDate && record.when == records.front().when;
        if (!record.folder)
            index.entries.push_back({record.member.name, record.member.size, record.packedSize, dataOffset,
                                     record.member.crc, record.method == zip::methodDeflate});
    }
    CHAYAN_CHECK(tiler.finish());
    const QByteArray ourEnd = zip::endRecords(end.members, end.directoryOffset, end.directorySize);
    if (!sorted || !oneDate || !tiler.original() || end.raw != ourEnd)
        index.packing = Packing::Repacked;
    return index;
}

}  // namespace chayan::bundle
