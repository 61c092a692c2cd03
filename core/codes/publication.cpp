#include "core/codes/check_digits.h"
#include "core/codes/schemes.h"

#include <algorithm>

// ISBN (ISO 2108), ISSN (ISO 3297), Chinese serial number (GB/T 9999) and game approval.
// Warnings: ismn (979-0 is printed music).
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// The registration group that leads the nine digits after 978 (ISBN International's ranges).
QStringView isbnGroup(QStringView digits) {
    static constexpr struct {
        QStringView first;
        QStringView last;
    } ranges[] = {{u"0", u"5"},   {u"600", u"649"}, {u"65", u"65"},     {u"7", u"7"},
                  {u"80", u"94"}, {u"950", u"989"}, {u"9900", u"9989"}, {u"99900", u"99999"}};
    for (const auto& range : ranges) {
        const QStringView lead = digits.first(range.first.size());
        if (lead >= range.first && lead <= range.last)
            return lead;
    }
    return {};
}

QString withoutDashes(QString text) {
    return text.remove(u'-');
}

}  // namespace

Meaning judgeIsbn(const Given& given) {
    const QString text = withoutDashes(given.text);
    const bool ten = text.size() == 10;
    if (!ten && text.size() != 13)
        return refused(u"length",
                       u"an ISBN has 13 digits, or 10 before 2007; here are %1"_s.arg(text.size()));
    const QStringView body = QStringView(text).chopped(1);
    const QChar found = text.back();
    if (!allDigits(body) || (!isDigit(found) && !(ten && found == u'X')))
        return refused(u"alphabet", u"an ISBN is digits alone, the last of ten may be X"_s);
    if (!ten && !body.startsWith(u"978") && !body.startsWith(u"979"))
        return refused(u"prefix", u"an ISBN begins with 978 or 979, not %1"_s.arg(body.first(3)));
    const QChar check = ten ? mod11Check(body) : gs1Check(body);
    if (check != found) {
        Meaning meaning = wrongCheck(check, found);
        meaning.nearMiss = !ten || given.text.contains(u'-');
        return meaning;
    }
    std::vector<Part> parts;
    std::vector<QString> warnings;
    const QString whole = ten ? u"978"_s + body.toString() : body.toString();
    parts.push_back({u"isbn13"_s, whole + gs1Check(whole)});
    if (whole.startsWith(u"978")) {
        const QStringView group = isbnGroup(QStringView(whole).sliced(3));
        parts.push_back({u"group"_s, group.toString()});
        if (group == u"7")
            parts.push_back({u"country"_s, u"CN"_s});
    } else if (whole[3] == u'0') {
        warnings.push_back(u"ismn"_s);
    }
    parts.push_back({u"check_digit"_s, QString(found)});
    return meant(ten ? (given.text.contains(u'-') ? 75 : 53) : 92, std::move(parts), std::move(warnings));
}

Meaning judgeIssn(const Given& given) {
    const bool dashed = given.text.size() > 4 && given.text[4] == u'-';
    QString text = given.text;
    if (dashed)
        text.remove(4, 1);
    if (text.size() != 8)
        return refused(u"length", u"an ISSN has eight characters, a dash after the fourth"_s);
    const QStringView body = QStringView(text).first(7);
    if (!allDigits(body) || (!isDigit(text[7]) && text[7] != u'X'))
        return refused(u"alphabet", u"an ISSN is seven digits and a digit or X"_s);
    if (const QChar check = mod11Check(body); check != text[7]) {
        Meaning meaning = wrongCheck(check, text[7]);
        meaning.nearMiss = dashed;
        return meaning;
    }
    return meant(dashed ? 80 : 52,
                 {{u"issn"_s, text.first(4) + u'-' + text.last(4)}, {u"check_digit"_s, text.last(1)}});
}

// CN, two digits of the province, a dash, four digits of the serial, and a class after a slash.
Meaning judgePubCn(const Given& given) {
    QStringView text = given.text;
    if (!text.startsWith(u"CN"))
        return refused(u"prefix", u"a serial number of China begins with CN"_s);
    text = text.sliced(2);
    const qsizetype slash = text.indexOf(u'/');
    const QStringView digits = slash < 0 ? text : text.first(slash);
    const QStringView subject = slash < 0 ? QStringView() : text.sliced(slash + 1);
    if (digits.size() != 7 || digits[2] != u'-' || !allDigits(digits.first(2)) ||
        !allDigits(digits.sliced(3)))
        return refused(u"shape", u"CN is followed by two digits, a dash and four digits"_s);
    const auto letter = [](QChar c) { return isUpper(c) || isDigit(c) || c == u'.' || c == u'-'; };
    if (slash >= 0 && (subject.isEmpty() || subject.size() > 8 || !isUpper(subject[0]) ||
                       !std::all_of(subject.begin(), subject.end(), letter)))
        return refused(u"shape", u"the slash is followed by a class of the Chinese Library Classification"_s);
    std::vector<Part> parts{{u"province"_s, digits.first(2).toString()},
                            {u"serial"_s, digits.sliced(3).toString()}};
    if (slash >= 0)
        parts.push_back({u"subject"_s, subject.toString()});
    return meant(85, std::move(parts));
}

Meaning judgeGameApproval(const Given& given) {
    QStringView text = given.text;
    if (!text.startsWith(u"国新出审"))
        return refused(u"prefix", u"a game approval begins with 国新出审"_s);
    text = text.sliced(4);
    const bool hooked = text.startsWith(u'〔') || text.startsWith(u'[');
    const QChar close = text.startsWith(u'〔') ? u'〕' : u']';
    if (!hooked || text.size() < 8 || !allDigits(text.sliced(1, 4)) || text[5] != close ||
        text.back() != u'号')
        return nearly(u"shape", u"国新出审 is followed by a year of four digits in 〔〕, a number and 号"_s);
    const QStringView serial = text.sliced(6).chopped(1);
    if (serial.size() > 6 || !allDigits(serial))
        return nearly(u"shape", u"the number is one to six digits"_s);
    return meant(95, {{u"year"_s, text.sliced(1, 4).toString()}, {u"serial"_s, serial.toString()}});
}

}  // namespace chayan::codes
