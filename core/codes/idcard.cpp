#include "core/codes/check_digits.h"
#include "core/codes/schemes.h"

// Citizen identity number, GB 11643. Parts show the number masked; the warning personal_data tells callers to
// seal the string itself.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

bool isProvinceCode(QStringView digits) {
    static constexpr QStringView codes =
        u"11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 "
        u"82 83";
    // 9 leads the numbers of foreign permanent residents.
    return digits.front() == u'9' || codes.contains(digits);
}

}  // namespace

Meaning judgeIdCard18(const Given& given) {
    const QStringView text = given.text;
    if (text.size() != 18)
        return refused(u"length", u"an identity number has 18 characters, here are %1"_s.arg(text.size()));
    if (!allDigits(text.first(17)) || (!isDigit(text[17]) && text[17] != u'X'))
        return refused(u"alphabet", u"an identity number is 17 digits and a digit or X"_s);
    if (!isProvinceCode(text.first(2)))
        return refused(u"region", u"%1 is no province of GB/T 2260"_s.arg(text.first(2)));

    const int sum = weightedSum(text.first(17), {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2});
    const QChar check = QStringView(u"10X98765432")[sum % 11];
    const int year = number(text.sliced(6, 4));
    if (!dateExists(year, number(text.sliced(10, 2)), number(text.sliced(12, 2)))) {
        Meaning meaning = refused(u"date", u"%1 is no day that exists"_s.arg(text.sliced(6, 8)));
        meaning.nearMiss = check == text[17];
        return meaning;
    }
    if (check != text[17]) {
        Meaning meaning = wrongCheck(check, text[17]);
        // Any eighteen digits can hold some date; one of a living person is telling.
        meaning.nearMiss = year >= 1900;
        return meaning;
    }
    std::vector<Part> parts;
    std::vector<QString> warnings{u"personal_data"_s};
    addDivision(text.first(6), parts, warnings);
    parts.push_back({u"masked"_s, text.first(6).toString() + u"********"_s + text.last(4).toString()});
    parts.push_back({u"check_digit"_s, text.last(1).toString()});
    // Addresses of old numbers are often gone from today's list.
    std::erase(warnings, u"division_not_listed"_s);
    return meant(90, std::move(parts), std::move(warnings));
}

}  // namespace chayan::codes
