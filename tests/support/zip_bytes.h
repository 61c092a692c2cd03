#pragma once

#include "core/bundle/file_io.h"
#include "core/bundle/zip_format.h"

#include <QByteArray>

#include <vector>

/// ZIP files put together by hand, so that each can lie in one place.
namespace chayan::test {

/// A member as it will stand in the file. What is not set follows from the content.
struct RawMember {
    QByteArray name = {};
    QByteArray data = {};
    quint16 flags = 0;
    quint16 method = 0;
    quint16 version = 10;
    quint32 attributes = 0100644u << 16;
    std::optional<quint32> crc = {};
    std::optional<quint32> size = {};
    std::optional<quint32> packedSize = {};
    std::optional<quint32> offset = {};
    QByteArray localName = {};
    QByteArray localExtra = {};
    QByteArray directoryExtra = {};
    QByteArray comment = {};
    quint16 disk = 0;
    /// Stand before the local header and after the data.
    QByteArray before = {};
    QByteArray after = {};
    bool inDirectory = true;
};

struct RawZip {
    std::vector<RawMember> members = {};
    QByteArray prefix = {};
    QByteArray beforeDirectory = {};
    QByteArray afterDirectory = {};
    QByteArray end64 = {};
    QByteArray comment = {};
    QByteArray trailing = {};
    std::optional<quint16> count = {};
    std::optional<quint32> directoryOffset = {};
    std::optional<quint32> directorySize = {};

    QByteArray bytes() const {
        namespace zip = bundle::zip;
        QByteArray file = prefix;
        QByteArray directory;
        quint16 records = 0;
        for (const RawMember& member : members) {
            const quint32 crc = member.crc.value_or(bundle::crc32(0, view(member.data)));
            const auto common = [&](QByteArray& to, const QByteArray& extra, const QByteArray& name) {
                zip::append<quint16>(to, member.version);
                zip::append<quint16>(to, member.flags);
                zip::append<quint16>(to, member.method);
                zip::append<quint32>(to, 0x5d780000);
                zip::append<quint32>(to, crc);
                zip::append<quint32>(to,
                                     member.packedSize.value_or(static_cast<quint32>(member.data.size())));
                zip::append<quint32>(to, member.size.value_or(static_cast<quint32>(member.data.size())));
                zip::append<quint16>(to, static_cast<quint16>(name.size()));
                zip::append<quint16>(to, static_cast<quint16>(extra.size()));
            };
            file += member.before;
            const auto offset = member.offset.value_or(static_cast<quint32>(file.size()));
            const QByteArray localName = member.localName.isEmpty() ? member.name : member.localName;
            if (!member.offset) {
                zip::append<quint32>(file, zip::localSignature);
                common(file, member.localExtra, localName);
                file += localName + member.localExtra + member.data + member.after;
            }
            if (!member.inDirectory)
                continue;
            ++records;
            zip::append<quint32>(directory, zip::directorySignature);
            zip::append<quint16>(directory, 0x031e);
            common(directory, member.directoryExtra, member.name);
            zip::append<quint16>(directory, static_cast<quint16>(member.comment.size()));
            zip::append<quint16>(directory, member.disk);
            zip::append<quint16>(directory, 0);
            zip::append<quint32>(directory, member.attributes);
            zip::append<quint32>(directory, offset);
            directory += member.name + member.directoryExtra + member.comment;
        }
        file += beforeDirectory;
        const auto at = static_cast<quint32>(file.size());
        file += directory + afterDirectory + end64;
        zip::append<quint32>(file, zip::endSignature);
        zip::append<quint32>(file, 0);
        zip::append<quint16>(file, count.value_or(records));
        zip::append<quint16>(file, count.value_or(records));
        zip::append<quint32>(file, directorySize.value_or(static_cast<quint32>(directory.size())));
        zip::append<quint32>(file, directoryOffset.value_or(at));
        zip::append<quint16>(file, static_cast<quint16>(comment.size()));
        return file + comment + trailing;
    }
};

/// One extra field.
inline QByteArray extraField(quint16 id, const QByteArray& content) {
    QByteArray field;
    bundle::zip::append<quint16>(field, id);
    bundle::zip::append<quint16>(field, static_cast<quint16>(content.size()));
    return field + content;
}

/// A raw deflate stream of one stored block (RFC 1951 section 3.2.4); at most 65,535 bytes.
inline QByteArray deflatedPlainly(const QByteArray& content) {
    QByteArray stream(1, '\x01');
    const auto size = static_cast<quint16>(content.size());
    bundle::zip::append<quint16>(stream, size);
    bundle::zip::append<quint16>(stream, static_cast<quint16>(~size));
    return stream + content;
}

}  // namespace chayan::test
