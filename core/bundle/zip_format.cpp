#include "core/bundle/zip_format.h"

#include <QDateTime>

#include <algorithm>

namespace chayan::bundle::zip {

namespace {

constexpr quint16 versionPlain = 10;
constexpr quint16 versionZip64 = 45;
constexpr quint16 madeByUnix = 3 << 8 | versionZip64;
/// A regular file, rw-r--r--, in the upper half as Unix archivers put it.
constexpr quint32 attributes = 0100644u << 16;

quint16 versionNeeded(const Member& member) {
    return member.size >= saturated32 || member.offset >= saturated32 ? versionZip64 : versionPlain;
}

quint16 flags(const Member& member) {
    const bool ascii =
        std::all_of(member.name.begin(), member.name.end(), [](char c) { return (c & 0x80) == 0; });
    return ascii ? 0 : flagUtf8;
}

quint32 saturate(qint64 value) {
    return value >= saturated32 ? saturated32 : static_cast<quint32>(value);
}

/// What local header and directory record have in common, from "version needed" to the extra's length.
void appendCommon(QByteArray& bytes, const Member& member, DosTime when, qsizetype extraBytes) {
    append<quint16>(bytes, versionNeeded(member));
    append<quint16>(bytes, flags(member));
    append<quint16>(bytes, methodStored);
    append<quint16>(bytes, when.time);
    append<quint16>(bytes, when.date);
    append<quint32>(bytes, member.crc);
    append<quint32>(bytes, saturate(member.size));
    append<quint32>(bytes, saturate(member.size));
    append<quint16>(bytes, static_cast<quint16>(member.name.size()));
    append<quint16>(bytes, static_cast<quint16>(extraBytes));
}

QByteArray zip64Extra(const QByteArray& values) {
    if (values.isEmpty())
        return {};
    QByteArray extra;
    append<quint16>(extra, extraZip64);
    append<quint16>(extra, static_cast<quint16>(values.size()));
    return extra + values;
}

}  // namespace

DosTime DosTime::from(UtcMs utc) {
    const QDateTime first(QDate(1980, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime last(QDate(2107, 12, 31), QTime(23, 59, 58), Qt::UTC);
    const QDateTime at = std::clamp(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC), first, last);
    const QDate date = at.date();
    const QTime time = at.time();
    return {static_cast<quint16>(time.hour() << 11 | time.minute() << 5 | time.second() / 2),
            static_cast<quint16>((date.year() - 1980) << 9 | date.month() << 5 | date.day())};
}

QByteArray localHeader(const Member& member, DosTime when) {
    QByteArray sizes;
    if (member.size >= saturated32) {
        append<qint64>(sizes, member.size);
        append<qint64>(sizes, member.size);
    }
    const QByteArray extra = zip64Extra(sizes);
    QByteArray bytes;
    bytes.reserve(localBytes + member.name.size() + extra.size());
    append<quint32>(bytes, localSignature);
    appendCommon(bytes, member, when, extra.size());
    return bytes + member.name + extra;
}

QByteArray directoryRecord(const Member& member, DosTime when) {
    QByteArray values;
    if (member.size >= saturated32) {
        append<qint64>(values, member.size);
        append<qint64>(values, member.size);
    }
    if (member.offset >= saturated32)
        append<qint64>(values, member.offset);
    const QByteArray extra = zip64Extra(values);
    QByteArray bytes;
    bytes.reserve(directoryBytes + member.name.size() + extra.size());
    append<quint32>(bytes, directorySignature);
    append<quint16>(bytes, madeByUnix);
    appendCommon(bytes, member, when, extra.size());
    append<quint16>(bytes, 0);  // comment
    append<quint16>(bytes, 0);  // disk
    append<quint16>(bytes, 0);  // internal attributes
    append<quint32>(bytes, attributes);
    append<quint32>(bytes, saturate(member.offset));
    return bytes + member.name + extra;
}

QByteArray endRecords(qint64 members, qint64 directoryOffset, qint64 directorySize) {
    QByteArray bytes;
    if (members >= saturated16 || directoryOffset >= saturated32 || directorySize >= saturated32) {
        append<quint32>(bytes, end64Signature);
        append<qint64>(bytes, end64Bytes - 12);
        append<quint16>(bytes, madeByUnix);
        append<quint16>(bytes, versionZip64);
        append<quint32>(bytes, 0);
        append<quint32>(bytes, 0);
        append<qint64>(bytes, members);
        append<qint64>(bytes, members);
        append<qint64>(bytes, directorySize);
        append<qint64>(bytes, directoryOffset);
        append<quint32>(bytes, locatorSignature);
        append<quint32>(bytes, 0);
        append<qint64>(bytes, directoryOffset + directorySize);
        append<quint32>(bytes, 1);
    }
    const auto count = static_cast<quint16>(std::min<qint64>(members, saturated16));
    append<quint32>(bytes, endSignature);
    append<quint16>(bytes, 0);
    append<quint16>(bytes, 0);
    append<quint16>(bytes, count);
    append<quint16>(bytes, count);
    append<quint32>(bytes, saturate(directorySize));
    append<quint32>(bytes, saturate(directoryOffset));
    append<quint16>(bytes, 0);
    return bytes;
}

}  // namespace chayan::bundle::zip
