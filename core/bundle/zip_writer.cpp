#include "core/bundle/zip_writer.h"

#include "core/base/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

namespace {

/// Up to this size a member is read once and kept until its CRC is known; a larger one is read twice, since
/// the CRC stands before the data and the file is written from front to back.
constexpr qint64 wholeBytes = 4 * 1024 * 1024;

/// A source that is not what it was said to be is our own store's damage, not a bundle's.
Status readSource(int fd, qint64 offset, std::span<std::uint8_t> into, const QString& thing) {
    Status status = preadAll(fd, offset, into, thing);
    if (!status && isFinding(status.error()))
        return fail(ErrorKind::Damaged, thing, status.error().detail);
    return status;
}

Status requireSize(int fd, qint64 size, const QString& thing) {
    CHAYAN_TRY(const qint64 actual, fileSize(fd, thing));
    if (actual != size)
        return fail(ErrorKind::Damaged, thing, u"has %1 bytes, not %2"_s.arg(actual).arg(size));
    return {};
}

Status forBlocks(int fd, qint64 size, ReadBuffer& buffer, const QString& thing,
                 const std::function<Status(ByteView)>& take) {
    for (qint64 done = 0; done < size;) {
        const auto block = buffer.room(std::min(blockBytes, size - done));
        CHAYAN_CHECK(readSource(fd, done, block, thing));
        CHAYAN_CHECK(take(block));
        done += static_cast<qint64>(block.size());
    }
    return {};
}

}  // namespace

ZipWriter::ZipWriter(int fd, QString thing, zip::DosTime when)
    : m_thing(std::move(thing)), m_when(when), m_output(fd, m_thing) {}

Status ZipWriter::begin(zip::Member member) {
    if (const auto problem = m_names.addFile(member.name))
        return fail(ErrorKind::BadInput, problem->thing, problem->detail);
    if (static_cast<qint64>(m_members.size()) >= limits::bundleMembers)
        return fail(ErrorKind::TooLarge, m_thing, u"more than %1 members"_s.arg(limits::bundleMembers));
    member.offset = m_output.position();
    CHAYAN_CHECK(m_output.append(view(zip::localHeader(member, m_when))));
    m_members.push_back(std::move(member));
    return {};
}

Result<Digest> ZipWriter::add(const QByteArray& name, ByteView content) {
    CHAYAN_CHECK(begin({name, static_cast<qint64>(content.size()), crc32(0, content)}));
    CHAYAN_CHECK(m_output.append(content));
    return crypto::sha256(content);
}

Result<Digest> ZipWriter::add(const QByteArray& name, int source, qint64 size,
                              const std::function<Status(qint64)>& copied) {
    const QString thing = shown(name);
    CHAYAN_CHECK(requireSize(source, size, thing));
    if (size <= wholeBytes) {
        const auto whole = m_buffer.room(size);
        CHAYAN_CHECK(readSource(source, 0, whole, thing));
        CHAYAN_CHECK(copied(size));
        return add(name, ByteView(whole));
    }
    quint32 expected = 0;
    CHAYAN_CHECK(forBlocks(source, size, m_buffer, thing, [&](ByteView block) {
        expected = crc32(expected, block);
        return copied(0);
    }));
    crypto::Sha256 hash;
    CHAYAN_CHECK(add(name, source, size, expected, [&](ByteView block) -> Status {
        hash.add(block);
        return copied(static_cast<qint64>(block.size()));
    }));
    return hash.finish();
}

Status ZipWriter::add(const QByteArray& name, int source, qint64 size, quint32 crc,
                      const std::function<Status(ByteView)>& copied) {
    const QString thing = shown(name);
    CHAYAN_CHECK(requireSize(source, size, thing));
    CHAYAN_CHECK(begin({name, size, crc}));
    quint32 actual = 0;
    CHAYAN_CHECK(forBlocks(source, size, m_buffer, thing, [&](ByteView block) -> Status {
        actual = crc32(actual, block);
        CHAYAN_CHECK(m_output.append(block));
        return copied(block);
    }));
    if (actual != crc)
        return fail(ErrorKind::Damaged, thing, u"changed while it was copied"_s);
    return {};
}

Result<ZipWritten> ZipWriter::finish() {
    const qint64 directory = m_output.position();
    for (const zip::Member& member : m_members)
        CHAYAN_CHECK(m_output.append(view(zip::directoryRecord(member, m_when))));
    const qint64 size = m_output.position() - directory;
    CHAYAN_CHECK(
        m_output.append(view(zip::endRecords(static_cast<qint64>(m_members.size()), directory, size))));
    CHAYAN_TRY(const Digest digest, m_output.finish());
    return ZipWritten{digest, m_output.position()};
}

}  // namespace chayan::bundle
