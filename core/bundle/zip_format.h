#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QtEndian>

/// The records of a ZIP file (PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5), as our writer writes them. The
/// reader makes them again from what it read: a bundle whose bytes come out the same is packed as it was
/// signed.
namespace chayan::bundle::zip {

inline constexpr quint32 localSignature = 0x04034b50;
inline constexpr quint32 descriptorSignature = 0x08074b50;
inline constexpr quint32 directorySignature = 0x02014b50;
inline constexpr quint32 end64Signature = 0x06064b50;
inline constexpr quint32 locatorSignature = 0x07064b50;
inline constexpr quint32 endSignature = 0x06054b50;

inline constexpr qint64 localBytes = 30;
inline constexpr qint64 directoryBytes = 46;
inline constexpr qint64 end64Bytes = 56;
inline constexpr qint64 locatorBytes = 20;
inline constexpr qint64 endBytes = 22;

/// A 16 or 32 bit field with this value stands in the ZIP64 record instead (4.4.1.4).
inline constexpr quint16 saturated16 = 0xffff;
inline constexpr quint32 saturated32 = 0xffffffff;

inline constexpr quint16 flagEncrypted = 1 << 0;
inline constexpr quint16 flagDescriptor = 1 << 3;
inline constexpr quint16 flagUtf8 = 1 << 11;
inline constexpr quint16 methodStored = 0;
inline constexpr quint16 methodDeflate = 8;
inline constexpr quint16 extraZip64 = 0x0001;

/// Date and time as DOS kept them: no zone (we mean UTC), even seconds, 1980 to 2107.
struct DosTime {
    quint16 time = 0;
    quint16 date = 0x21;

    /// Times outside the range become its nearest end.
    static DosTime from(UtcMs utc);
    bool operator==(const DosTime&) const = default;
};

/// A stored member.
struct Member {
    QByteArray name;
    qint64 size = 0;
    quint32 crc = 0;
    /// Where its local header begins.
    qint64 offset = 0;
};

QByteArray localHeader(const Member& member, DosTime when);
QByteArray directoryRecord(const Member& member, DosTime when);
/// The ZIP64 end record and its locator where a figure needs them, and the end record.
QByteArray endRecords(qint64 members, qint64 directoryOffset, qint64 directorySize);

template <class T>
T read(const std::uint8_t* at) {
    return qFromLittleEndian<T>(at);
}

template <class T>
void append(QByteArray& bytes, T value) {
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

}  // namespace chayan::bundle::zip
