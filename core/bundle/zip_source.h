#pragma once

#include "core/bundle/bag_source.h"
#include "core/bundle/zip_reader.h"

#include <memory>

namespace chayan::bundle {

/// A bag in a ZIP file, read in place.
class ZipSource : public BagSource {
  public:
    /// Reads the directory (readZipIndex()) and finds the bag in it. Original only if the members also stand
    /// in the bundle's order, in one folder.
    static Result<std::unique_ptr<ZipSource>> open(const QString& path);

    Packing packing() const { return m_packing; }
    /// The name of the bag's folder; empty where a repacker left it out.
    const QString& name() const { return m_name; }
    /// The size of the file.
    qint64 bytes() const { return m_bytes; }

    Status read(std::size_t member, ReadBuffer& buffer, const Sink& sink) const override;

  private:
    struct Place {
        qint64 offset;
        qint64 packedSize;
        quint32 crc;
        bool deflated;
    };
    ZipSource(UniqueFd fd, qint64 bytes, QString name, Packing packing, std::vector<Member> members,
              std::vector<Place> places);

    UniqueFd m_fd;
    qint64 m_bytes;
    QString m_name;
    Packing m_packing;
    std::vector<Place> m_places;
};

}  // namespace chayan::bundle
