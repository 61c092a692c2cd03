#include "core/bundle/zip_source.h"

#include "core/bundle/bag_layout.h"
#include "core/bundle/inflate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::bundle {

ZipSource::ZipSource(UniqueFd fd, qint64 bytes, QString name, Packing packing, std::vector<Member> members,
                     std::vector<Place> places)
    : BagSource(std::move(members)),
      m_fd(std::move(fd)),
      m_bytes(bytes),
      m_name(std::move(name)),
      m_packing(packing),
      m_places(std::move(places)) {}

Result<std::unique_ptr<ZipSource>> ZipSource::open(const QString& path) {
    CHAYAN_TRY(UniqueFd fd, openForReading(path));
    CHAYAN_TRY(const qint64 bytes, fileSize(fd.get(), path));
    CHAYAN_TRY(const ZipIndex index, readZipIndex(fd.get(), path));
    std::vector<QByteArray> names;
    names.reserve(index.entries.size());
    for (const ZipEntry& entry : index.entries)
        names.push_back(entry.name);
    CHAYAN_TRY(const QByteArray root, layout::findRoot(names, path));

    std::vector<Member> members;
    std::vector<Place> places;
    members.reserve(index.entries.size());
    places.reserve(index.entries.size());
    for (const ZipEntry& entry : index.entries) {
        members.push_back({entry.name.sliced(root.size()), entry.size});
        places.push_back({entry.dataOffset, entry.packedSize, entry.crc, entry.deflated});
    }
    const bool ordered = std::ranges::is_sorted(
        members, [](const Member& a, const Member& b) { return layout::before(a.path, b.path); });
    const Packing packing = ordered && !root.isEmpty() ? index.packing : Packing::Repacked;
    return std::unique_ptr<ZipSource>(new ZipSource(std::move(fd), bytes,
                                                    shown(root.chopped(root.isEmpty() ? 0 : 1)), packing,
                                                    std::move(members), std::move(places)));
}

Status ZipSource::read(std::size_t member, ReadBuffer& buffer, const Sink& sink) const {
    const Member& wanted = members()[member];
    const Place& place = m_places[member];
    const QString name = shown(wanted.path);
    quint32 crc = 0;
    const auto take = [&](ByteView block) {
        crc = crc32(crc, block);
        return sink(block);
    };
    if (place.deflated) {
        CHAYAN_CHECK(
            inflateRange(m_fd.get(), place.offset, place.packedSize, wanted.size, buffer, name, take));
    } else {
        for (qint64 done = 0; done < wanted.size;) {
            const auto block = buffer.room(std::min(blockBytes, wanted.size - done));
            CHAYAN_CHECK(preadAll(m_fd.get(), place.offset + done, block, name));
            CHAYAN_CHECK(take(block));
            done += static_cast<qint64>(block.size());
        }
    }
    if (crc != place.crc)
        return refuse(
            u"crc_mismatch"_s, name,
            u"CRC-32 %1, the header says %2"_s.arg(crc, 8, 16, '0'_L1).arg(place.crc, 8, 16, '0'_L1));
    return {};
}

}  // namespace chayan::bundle
