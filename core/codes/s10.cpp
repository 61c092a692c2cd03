#include "core/codes/check_digits.h"
#include "core/codes/iso_tables.h"
#include "core/codes/schemes.h"

// UPU S10: two letters of service, eight digits, a check digit, the country of the operator.
// Warnings: country_unknown, domestic_service (the indicator is left to agreements between posts), test_item.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// What the first letter of the service indicator stands for, as a key (UPU S10 annex on service indicators).
QString serviceName(QChar letter) {
    switch (letter.unicode()) {
        case u'C':
            return u"parcel"_s;
        case u'E':
            return u"ems"_s;
        case u'H':
            return u"e_commerce_parcel"_s;
        case u'L':
            return u"tracked_letter"_s;
        case u'M':
            return u"m_bag"_s;
        case u'Q':
            return u"business_reply"_s;
        case u'R':
            return u"registered_letter"_s;
        case u'T':
            return u"test"_s;
        case u'U':
            return u"untracked_letter"_s;
        case u'V':
            return u"insured_letter"_s;
        default:
            return u"domestic_or_bilateral"_s;
    }
}

}  // namespace

Meaning judgeS10(const Given& given) {
    const QStringView text = given.text;
    if (text.size() != 13)
        return refused(u"length", u"an S10 identifier has 13 characters, here are %1"_s.arg(text.size()));
    if (!isUpper(text[0]) || !isUpper(text[1]) || !isUpper(text[11]) || !isUpper(text[12]) ||
        !allDigits(text.sliced(2, 9)))
        return refused(u"shape", u"an S10 identifier is two letters, nine digits, two letters"_s);

    const int rest = 11 - weightedSum(text.sliced(2, 8), {8, 6, 4, 2, 3, 5, 9, 7}) % 11;
    const QChar check = rest == 10 ? u'0' : rest == 11 ? u'5' : digitChar(rest);
    if (check != text[10])
        return wrongCheck(check, text[10]);

    const QString country = text.last(2).toString();
    std::vector<Part> parts{{u"service"_s, text.first(2).toString()},
                            {u"service_name"_s, serviceName(text[0])},
                            {u"serial"_s, text.sliced(2, 8).toString()},
                            {u"check_digit"_s, QString(check)},
                            {u"country"_s, country}};
    std::vector<QString> warnings;
    if (isCountryAlpha2(country))
        parts.push_back({u"country_name"_s, countryName(country)});
    else
        warnings.push_back(u"country_unknown"_s);
    if (parts[1].value == "domestic_or_bilateral"_L1)
        warnings.push_back(u"domestic_service"_s);
    if (parts[1].value == "test"_L1)
        warnings.push_back(u"test_item"_s);
    return meant(95, std::move(parts), std::move(warnings));
}

}  // namespace chayan::codes
