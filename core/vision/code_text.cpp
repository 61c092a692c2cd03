#include "core/vision/code_text.h"

#include "core/base/bytes.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter open(const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(charset, &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// Nothing unless every byte belongs to a character.
std::optional<QString> strictly(const char* charset, const QByteArray& bytes) {
    const Converter converter = open(charset);
    if (!converter)
        return {};
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QString text(2 * bytes.size() + 1, QChar());
    const int length =
        ucnv_toUChars(converter.get(), reinterpret_cast<UChar*>(text.data()), static_cast<int>(text.size()),
                      bytes.constData(), static_cast<int>(bytes.size()), &status);
    if (U_FAILURE(status))
        return {};
    text.truncate(length);
    // GB18030 gives private-use characters to pairs that nobody assigned: no text was meant.
    const bool assigned = std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() == QChar::Other_PrivateUse || c == QChar::ReplacementCharacter;
    });
    return assigned ? std::optional(text) : std::nullopt;
}

struct EciCharset {
    int designator;
    const char* charset;
};
// GB18030 contains GB 2312 and GBK (29, 31), and writers name those when they mean it.
constexpr std::array eciCharsets{
    EciCharset{0, "IBM437"},        EciCharset{1, "ISO-8859-1"},    EciCharset{2, "IBM437"},
    EciCharset{3, "ISO-8859-1"},    EciCharset{4, "ISO-8859-2"},    EciCharset{5, "ISO-8859-3"},
    EciCharset{6, "ISO-8859-4"},    EciCharset{7, "ISO-8859-5"},    EciCharset{8, "ISO-8859-6"},
    EciCharset{9, "ISO-8859-7"},    EciCharset{10, "ISO-8859-8"},   EciCharset{11, "ISO-8859-9"},
    EciCharset{12, "ISO-8859-10"},  EciCharset{13, "TIS-620"},      EciCharset{15, "ISO-8859-13"},
    EciCharset{16, "ISO-8859-14"},  EciCharset{17, "ISO-8859-15"},  EciCharset{20, "Shift_JIS"},
    EciCharset{21, "windows-1250"}, EciCharset{22, "windows-1251"}, EciCharset{23, "windows-1252"},
    EciCharset{24, "windows-1256"}, EciCharset{25, "UTF-16BE"},     EciCharset{26, "UTF-8"},
    EciCharset{27, "US-ASCII"},     EciCharset{28, "Big5"},         EciCharset{29, "GB18030"},
    EciCharset{30, "EUC-KR"},       EciCharset{31, "GB18030"},      EciCharset{32, "GB18030"},
    EciCharset{33, "UTF-16LE"},     EciCharset{34, "UTF-32BE"},     EciCharset{35, "UTF-32LE"},
    EciCharset{170, "US-ASCII"},
};

CodeText decodeAs(int designator, const QByteArray& bytes) {
    const auto* known = std::find_if(eciCharsets.begin(), eciCharsets.end(),
                                     [&](const EciCharset& row) { return row.designator == designator; });
    if (known != eciCharsets.end())
        if (const auto text = strictly(known->charset, bytes))
            return {*text, QString::fromLatin1(known->charset)};
    return {QString::fromLatin1(bytes), u"ISO-8859-1"_s};
}

/// Half-width katakana alone besides ASCII, with at least two voiced marks, each after a kana that takes one.
/// Chinese in GB 2312 gives that about once in a thousand short texts.
bool isHalfWidthKatakana(const QByteArray& bytes) {
    int marks = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const int byte = static_cast<unsigned char>(bytes[i]);
        if (byte >= 0x80 && (byte < 0xA1 || byte > 0xDF))
            return false;
        if (byte != 0xDE && byte != 0xDF)
            continue;
        const int before = i > 0 ? static_cast<unsigned char>(bytes[i - 1]) : 0;
        const bool voiced = (before >= 0xB6 && before <= 0xC4) || (before >= 0xCA && before <= 0xCE);
        if (!voiced)
            return false;
        ++marks;
    }
    return marks >= 2;
}

/// Two or more full-width kana where GBK has only characters beyond GB 2312.
bool isFullWidthKana(const QString& japanese, const QByteArray& bytes) {
    const auto kana = std::count_if(japanese.cbegin(), japanese.cend(),
                                    [](QChar c) { return c >= QChar(0x3041) && c <= QChar(0x30FE); });
    const bool beyondGb2312 = std::any_of(bytes.cbegin(), bytes.cend(), [](char byte) {
        const int value = static_cast<unsigned char>(byte);
        return value >= 0x80 && value < 0xA1;
    });
    return kana >= 2 && beyondGb2312;
}

}  // namespace

CodeText decodeText(const QByteArray& bytes, Unlabelled unlabelled) {
    if (isUtf8(view(bytes)))
        return {QString::fromUtf8(bytes), u"UTF-8"_s};
    if (unlabelled == Unlabelled::Latin1)
        return {QString::fromLatin1(bytes), u"ISO-8859-1"_s};
    const auto japanese = strictly("Shift_JIS", bytes);
    if (japanese && (isHalfWidthKatakana(bytes) || isFullWidthKana(*japanese, bytes)))
        return {*japanese, u"Shift_JIS"_s};
    if (const auto text = strictly("GB18030", bytes))
        return {*text, u"GB18030"_s};
    return {QString::fromLatin1(bytes), u"ISO-8859-1"_s};
}

CodeText decodeEci(const QByteArray& protocol) {
    constexpr int latin1 = 3, digits = 6;
    CodeText out{{}, u"ISO-8859-1"_s};
    int designator = latin1;
    QByteArray segment;
    const auto flush = [&] {
        if (segment.isEmpty())
            return;
        const CodeText part = decodeAs(designator, segment);
        out.text += part.text;
        out.charset = part.charset;
        segment.clear();
    };
    for (qsizetype at = 0; at < protocol.size(); ++at) {
        if (protocol[at] != '\\') {
            segment += protocol[at];
            continue;
        }
        bool number = false;
        const int next = protocol.mid(at + 1, digits).toInt(&number);
        if (number && protocol.size() - at > digits) {
            flush();
            designator = next;
            at += digits;
        } else {
            segment += '\\';
            if (at + 1 < protocol.size() && protocol[at + 1] == '\\')
                ++at;
        }
    }
    flush();
    return out;
}

bool encodesTo(const QString& text, const char* charset, const QByteArray& bytes) {
    const Converter converter = open(charset);
    if (!converter)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QByteArray out(4 * text.size() + 8, '\0');
    const int length = ucnv_fromUChars(converter.get(), out.data(), static_cast<int>(out.size()),
                                       reinterpret_cast<const UChar*>(text.constData()),
                                       static_cast<int>(text.size()), &status);
    return U_SUCCESS(status) && out.left(length) == bytes;
}

}  // namespace chayan::vision
