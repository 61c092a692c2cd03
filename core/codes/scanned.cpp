#include "core/base/limits.h"
#include "core/codes/check_digits.h"
#include "core/codes/codes.h"
#include "core/codes/gs1_message.h"

#include <algorithm>

// What a code read from a picture means: the symbology often settles what the string is.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

Meaning judgedAs(QStringView scheme, const QString& text) {
    return identifyAs(scheme, text).value_or(Meaning());
}

/// UPC-E is a UPC-A with its zeros left out: number system, six digits, check digit (General Specifications
/// section 5.2.2.4). Empty when it is not eight digits.
QString expandedUpcE(const QString& text) {
    if (text.size() != 8 || !allDigits(text))
        return {};
    const QString six = text.sliced(1, 6);
    const QChar last = six[5];
    const QString body = last <= u'2'   ? six.first(2) + last + u"0000"_s + six.sliced(2, 3)
                         : last == u'3' ? six.first(3) + u"00000"_s + six.sliced(3, 2)
                         : last == u'4' ? six.first(4) + u"00000"_s + six[4]
                                        : six.first(5) + u"0000"_s + last;
    return text.first(1) + body + text.last(1);
}

/// The EAN-13 of a serial holds the ISSN's seven digits, and a variant of its own where the check character
/// was.
QString issnOfEan(const QString& text) {
    const QString body = text.sliced(3, 7);
    return body.first(4) + u'-' + body.sliced(4) + mod11Check(body);
}

/// EAN and UPC hold a GTIN and nothing else.
std::vector<Meaning> meaningsOfRetailCode(QStringView format, const QString& text) {
    if (format == u"EAN-8")
        return {judgedAs(u"EAN8", text)};
    if (format == u"UPC-E") {
        const QString whole = expandedUpcE(text);
        return {judgedAs(u"UPCA", whole.isEmpty() ? text : whole)};
    }
    if (format == u"UPC-A")
        return {judgedAs(u"UPCA", text.size() == 13 && text.startsWith(u'0') ? text.sliced(1) : text)};
    std::vector<Meaning> meanings{judgedAs(u"EAN13", text)};
    if (!meanings.front().valid)
        return meanings;
    if (text.startsWith(u"978") || text.startsWith(u"979"))
        meanings.insert(meanings.begin(), judgedAs(u"ISBN", text));
    if (text.startsWith(u"977"))
        meanings.insert(meanings.begin(), judgedAs(u"ISSN", issnOfEan(text)));
    return meanings;
}

bool isDigitalLink(QStringView text) {
    return text.startsWith(u"http://", Qt::CaseInsensitive) ||
           text.startsWith(u"https://", Qt::CaseInsensitive);
}

/// Some decoders write the content of DataBar Expanded with brackets.
bool isBracketed(QStringView format, QStringView text) {
    return format.startsWith(u"DataBar") && text.startsWith(u'(');
}

QStringView gs1Scheme(QStringView format, QStringView text) {
    if (isDigitalLink(text))
        return u"GS1_DL";
    return isBracketed(format, text) ? u"GS1_AI" : u"GS1_SCAN";
}

}  // namespace

std::optional<Gs1Message> gs1OfCode(QStringView format, QStringView text, QStringView symbologyIdentifier) {
    if (isDigitalLink(text)) {
        Gs1Message link = parseDigitalLink(text);
        return link.elements.empty() ? std::nullopt : std::optional(std::move(link));
    }
    // DataBar is GS1 by itself; some decoders leave its only AI out.
    if (isBracketed(format, text))
        return parseGs1Brackets(text);
    if (format == u"DataBar" && text.size() == 14)
        return parseGs1Scan(u"01"_s + text.toString());
    if (format.startsWith(u"DataBar") || announcesGs1(symbologyIdentifier) ||
        announcesGs1(text.first(std::min<qsizetype>(3, text.size()))))
        return parseGs1Scan(text);

    static constexpr QStringView carriers[] = {u"Code128", u"DataMatrix", u"QRCode", u"Aztec"};
    // An identifier that announces nothing settles it, and ISO/IEC 15434 messages use the same separator.
    if (!symbologyIdentifier.isEmpty() || text.startsWith(u"[)>") ||
        std::find(std::begin(carriers), std::end(carriers), format) == std::end(carriers))
        return {};
    Gs1Message message = parseGs1Scan(text);
    if (text.contains(fnc1))
        return message.elements.empty() ? std::nullopt : std::optional(std::move(message));
    // A key with a check digit at the front: a logistic unit, an article, or what a unit contains.
    if (!message.valid() || (!text.startsWith(u"00") && !text.startsWith(u"01") && !text.startsWith(u"02")))
        return {};
    message.warnings.push_back(u"not_announced"_s);
    return message;
}

std::vector<Meaning> meaningsOfCode(QStringView format, const QString& given, const QByteArray& bytes,
                                    QStringView symbologyIdentifier) {
    const QString text =
        given.isEmpty() ? QString::fromLatin1(bytes.left(limits::codeCharacters + 1)) : given;
    if (text.isEmpty() || text.size() > limits::codeCharacters)
        return {};
    if (format.startsWith(u"EAN-") || format.startsWith(u"UPC-"))
        return meaningsOfRetailCode(format, text);
    const std::optional<Gs1Message> message = gs1OfCode(format, text, symbologyIdentifier);
    if (!message)
        return identify(text);

    const bool certain =
        std::count(message->warnings.begin(), message->warnings.end(), u"not_announced"_s) == 0;
    Meaning meaning = gs1Meaning(*message, certain ? 98 : 55);
    meaning.scheme = gs1Scheme(format, text).toString();
    std::vector<Meaning> meanings = identify(text);
    std::erase_if(meanings, [&](const Meaning& other) { return other.scheme == meaning.scheme; });
    // Announced GS1 is told first even when it is wrong: that is what the officer should see.
    meanings.insert(meanings.begin(), std::move(meaning));
    return meanings;
}

}  // namespace chayan::codes
