#pragma once

#include "core/base/safe_file.h"
#include "tests/bench/measure.h"

#include <QDir>

namespace chayan::bench {

inline constexpr qsizetype photoBytes = 300'000;

/// A picture with comments behind its first marker that make it as large as a photograph, and the only one.
inline QByteArray padded(const QByteArray& jpeg, int number) {
    constexpr qsizetype longest = 65'000;
    QByteArray comments;
    const QByteArray text = QByteArray::number(number);
    while (jpeg.size() + comments.size() + 4 < photoBytes) {
        const qsizetype size =
            std::clamp<qsizetype>(photoBytes - jpeg.size() - comments.size() - 4, 16, longest);
        const auto length = static_cast<quint16>(size + 2);
        comments += QByteArray("\xff\xfe", 2) + static_cast<char>(length >> 8) +
                    static_cast<char>(length & 0xff) + text.leftJustified(size, 'x');
    }
    return jpeg.left(2) + comments + jpeg.mid(2);
}

/// So many pictures in a folder, made from resources/demo and numbered from `first`, all different.
inline QStringList makePhotographs(const QString& folder, int count, int first = 0) {
    const QDir demo(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo"));
    const QStringList names = demo.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
    QDir().mkpath(folder);
    QStringList files;
    for (int i = first; i < first + count; ++i) {
        const QByteArray picture = need(readFile(demo.filePath(names[i % names.size()]), 1 << 22));
        files += QStringLiteral("%1/%2.jpg").arg(folder).arg(i, 5, 10, QChar(u'0'));
        need(writeFileDurably(files.back(), view(padded(picture, i))));
    }
    return files;
}

}  // namespace chayan::bench
