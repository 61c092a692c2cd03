#include "core/codes/check_digits.h"
#include "core/codes/schemes.h"

// Food production licence (SC) and food business licence (JY): two letters, fourteen digits, the last a check
// of GB/T 17710. Warnings: division_not_listed.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

Meaning licence(const Given& given, QStringView prefix, QStringView kinds, qsizetype kindDigits,
                QStringView what) {
    const QStringView text = given.text;
    if (!text.startsWith(prefix))
        return refused(u"prefix", u"%1 begins with %2"_s.arg(what, prefix));
    const QStringView digits = text.sliced(2);
    if (Meaning wrong = digitsOfLength(digits, 14, what); !wrong.valid)
        return wrong;
    if (!kinds.contains(digits.front()))
        return nearly(u"type", u"the first digit of %1 is one of %2"_s.arg(what, kinds));
    if (const QChar check = mod11_10Check(digits.first(13)); check != digits.back())
        return wrongCheck(check, digits.back());
    std::vector<Part> parts{{u"kind"_s, digits.first(kindDigits).toString()}};
    std::vector<QString> warnings;
    addDivision(digits.sliced(kindDigits, 6), parts, warnings);
    parts.push_back({u"serial"_s, digits.sliced(kindDigits + 6, 7 - kindDigits).toString()});
    parts.push_back({u"check_digit"_s, digits.last(1).toString()});
    return meant(95, std::move(parts), std::move(warnings));
}

}  // namespace

// Category of three digits, the first 1 for food and 2 for additives; county; serial of four.
Meaning judgeFoodSc(const Given& given) {
    return licence(given, u"SC", u"12", 3, u"a food production licence");
}

// 1 sells, 2 serves, 3 runs a canteen; county; serial of six.
Meaning judgeFoodJy(const Given& given) {
    return licence(given, u"JY", u"123", 1, u"a food business licence");
}

}  // namespace chayan::codes
