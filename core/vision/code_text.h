#pragma once

#include <QByteArray>
#include <QString>

namespace chayan::vision {

struct CodeText {
    QString text;
    /// IANA name of the character set; the last one where a symbol switches between several.
    QString charset;
};

/// The character set of bytes that name none.
enum class Unlabelled {
    /// The symbology's standard says ISO-8859-1: used when the bytes are no UTF-8.
    Latin1,
    /// Writers in China put GBK where the standard would have Latin-1: tried before it.
    Gb18030,
};

/// Strict UTF-8 first, then GB18030 (GB 18030-2005 through ICU) where asked for, else ISO-8859-1. Bytes that
/// would be rare Chinese but are plain Japanese kana read as Shift_JIS, which old Japanese phones wrote.
CodeText decodeText(const QByteArray& bytes, Unlabelled unlabelled);

/// Text in the ECI protocol (ISO/IEC 15424, annex): `\nnnnnn` switches the character set (AIM ITS/04-023),
/// a backslash is doubled. An unknown or binary designator reads as ISO-8859-1.
CodeText decodeEci(const QByteArray& protocol);

/// True when `text` in that character set is exactly `bytes`.
bool encodesTo(const QString& text, const char* charset, const QByteArray& bytes);

}  // namespace chayan::vision
