#include "core/codes/check_digits.h"
#include "core/codes/schemes.h"

// Trademark number, customs recordation of intellectual property, patent number.
namespace chayan::codes {

using namespace Qt::StringLiterals;

// Digits, G before international ones, a letter behind divided ones; no check digit, so nearly anything fits.
Meaning judgeTrademark(const Given& given) {
    QStringView text = given.text;
    const bool international = text.startsWith(u'G');
    if (international)
        text = text.sliced(1);
    const bool divided = !text.isEmpty() && isUpper(text.back());
    const QStringView digits = divided ? text.chopped(1) : text;
    if (digits.isEmpty() || !allDigits(digits))
        return refused(u"shape", u"a trademark number is digits, with G before or a letter behind at most"_s);
    if (digits.size() > 9)
        return refused(u"length",
                       u"a trademark number has nine digits at most, here are %1"_s.arg(digits.size()));
    std::vector<Part> parts{{u"number"_s, digits.toString()}};
    if (divided)
        parts.push_back({u"division_letter"_s, QString(text.back())});
    return meant(international ? 25 : 15, std::move(parts));
}

Meaning judgeIprCustoms(const Given& given) {
    const QStringView text = given.text;
    // Trademark, copyright, patent.
    if (text.isEmpty() || !QStringView(u"TCP").contains(text[0]))
        return refused(u"prefix", u"a customs recordation begins with T, C or P"_s);
    if (text.size() != 11)
        return refused(u"length", u"a customs recordation has 11 characters, here are %1"_s.arg(text.size()));
    if (!allDigits(text.sliced(1, 4)) || text[5] != u'-' || !allDigits(text.sliced(6)))
        return refused(u"shape", u"a customs recordation is a letter, a year, a dash, five digits"_s);
    return meant(75, {{u"kind"_s, text.first(1).toString()},
                      {u"year"_s, text.sliced(1, 4).toString()},
                      {u"serial"_s, text.sliced(6).toString()}});
}

// Since 2003: year, kind, seven digits, check digit (ZC 0006).
Meaning judgePatent(const Given& given) {
    QStringView text = given.text;
    const QStringView lead = text.first(std::min<qsizetype>(2, text.size()));
    if (lead != u"ZL" && lead != u"CN")
        return refused(u"prefix", u"a patent number begins with ZL or CN"_s);
    text = text.sliced(2);
    const bool pointed = text.size() == 14 && text[12] == u'.';
    if (text.size() != 13 && !pointed)
        return refused(u"length", u"a patent number has 12 digits, a point and a check character"_s);
    const QStringView digits = text.first(12);
    const QChar found = text.back();
    if (!allDigits(digits) || (!isDigit(found) && found != u'X'))
        return refused(u"alphabet", u"a patent number is digits, the last may be X"_s);
    if (!QStringView(u"12389").contains(digits[4]))
        return nearly(u"type", u"the kind, digit 5, is 1, 2, 3, 8 or 9, not %1"_s.arg(digits[4]));
    const int rest = weightedSum(digits, {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5}) % 11;
    const QChar check = rest == 10 ? u'X' : digitChar(rest);
    if (check != found)
        return wrongCheck(check, found);
    return meant(95, {{u"state"_s, lead == u"ZL" ? u"granted"_s : u"application"_s},
                      {u"year"_s, digits.first(4).toString()},
                      {u"kind"_s, digits.sliced(4, 1).toString()},
                      {u"serial"_s, digits.sliced(5).toString()},
                      {u"check_digit"_s, QString(check)}});
}

}  // namespace chayan::codes
