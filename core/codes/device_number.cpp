#include "core/codes/check_digits.h"
#include "core/codes/schemes.h"

#include <algorithm>

// IMEI (3GPP TS 23.003), MAC address (IEEE 802), vehicle identification number (ISO 3779, GB 16735).
// Warnings: test_imei, locally_administered, multicast.
namespace chayan::codes {

using namespace Qt::StringLiterals;

Meaning judgeImei(const Given& given) {
    const QStringView text = given.text;
    Meaning meaning = digitsOfLength(text, 15, u"an IMEI");
    if (!meaning.valid) {
        if (meaning.reason == "length"_L1 && text.size() == 16)
            meaning.detail += u"; sixteen are an IMEISV, which has no check digit"_s;
        return meaning;
    }
    if (const QChar check = luhnCheck(text.first(14)); check != text.back())
        return wrongCheck(check, text.back());
    std::vector<QString> warnings;
    if (text.startsWith(u"00"))
        warnings.push_back(u"test_imei"_s);
    return meant(60,
                 {{u"type_allocation_code"_s, text.first(8).toString()},
                  {u"serial"_s, text.sliced(8, 6).toString()},
                  {u"check_digit"_s, text.last(1).toString()}},
                 std::move(warnings));
}

Meaning judgeMac(const Given& given) {
    const QStringView text = given.text;
    const auto isHex = [](QChar c) { return isDigit(c) || (c >= u'A' && c <= u'F'); };
    QString octets;
    const bool bare = text.size() == 12;
    if (!bare && text.size() != 17)
        return refused(u"length", u"a MAC address is six octets of two hex digits"_s);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool between = !bare && i % 3 == 2;
        if (between && (text[i] != text[2] || (text[i] != u':' && text[i] != u'-')))
            return refused(u"shape", u"octets are parted by colons or by dashes throughout"_s);
        if (!between && !isHex(text[i]))
            return refused(u"alphabet", u"%1 is no hex digit"_s.arg(text[i]));
        if (!between)
            octets += text[i];
    }
    const uint first = octets.first(2).toUInt(nullptr, 16);
    std::vector<QString> warnings;
    if (first & 2)
        warnings.push_back(u"locally_administered"_s);
    if (first & 1)
        warnings.push_back(u"multicast"_s);
    // Twelve digits without a letter are far more often something else.
    const int likelihood = !bare ? 90 : allDigits(text) ? 5 : 40;
    return meant(likelihood, {{u"oui"_s, octets.first(6)}, {u"octets"_s, octets}}, std::move(warnings));
}

Meaning judgeVin(const Given& given) {
    const QStringView text = given.text;
    if (text.size() != 17)
        return refused(u"length", u"a VIN has 17 characters, here are %1"_s.arg(text.size()));
    // Values of A to Z; I, O and Q are not used.
    static constexpr QStringView values = u"12345678.12345.7.923456789";
    static constexpr int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (qsizetype i = 0; i < 17; ++i) {
        const QChar c = text[i];
        const QChar counted = isDigit(c) ? c : isUpper(c) ? values[c.unicode() - u'A'] : QChar(u'.');
        if (counted == u'.')
            return refused(u"alphabet", u"%1 is not used in a VIN"_s.arg(c));
        sum += value(counted) * weights[i];
    }
    const QChar check = sum % 11 == 10 ? QChar(u'X') : digitChar(sum % 11);
    if (check != text[8])
        return wrongCheck(check, text[8]);
    return meant(85, {{u"maker"_s, text.first(3).toString()},
                      {u"description"_s, text.sliced(3, 5).toString()},
                      {u"check_digit"_s, QString(check)},
                      {u"year_code"_s, text.sliced(9, 1).toString()},
                      {u"serial"_s, text.sliced(10).toString()}});
}

}  // namespace chayan::codes
