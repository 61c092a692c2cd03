#include "core/base/file_name.h"

#include <QUtf8StringView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan {

namespace {

bool isPlain(const QByteArray& name) {
    if (!QUtf8StringView(name).isValidUtf8() || name.startsWith("$'"))
        return false;
    const QString text = QString::fromUtf8(name);
    return text.trimmed() == text &&
           std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// How many bytes the character at the front has; 0 where there is none.
qsizetype characterAt(QByteArrayView bytes) {
    const auto lead = static_cast<unsigned char>(bytes.front());
    const qsizetype length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length > bytes.size() || !QUtf8StringView(bytes.first(length)).isValidUtf8())
        return 0;
    return length;
}

}  // namespace

QString fileNameText(const QByteArray& name) {
    if (isPlain(name))
        return QString::fromUtf8(name);
    QString text = u"$'"_s;
    for (qsizetype i = 0; i < name.size();) {
        const qsizetype length = characterAt(QByteArrayView(name).sliced(i));
        const QString character =
            QString::fromUtf8(QByteArrayView(name).sliced(i, std::max<qsizetype>(length, 1)));
        if (length == 0 || character.front().category() == QChar::Other_Control) {
            for (qsizetype end = i + std::max<qsizetype>(length, 1); i < end; ++i)
                text += u"\\x%1"_s.arg(static_cast<unsigned char>(name[i]), 2, 16, QChar(u'0'));
            continue;
        }
        if (character == u"\\" || character == u"'")
            text += u'\\';
        text += character;
        i += length;
    }
    return text + u'\'';
}

}  // namespace chayan
