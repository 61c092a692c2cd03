#include "core/codes/division_table.h"
#include "core/codes/schemes.h"

// Divisions of Sichuan by GB/T 2260. The prefecture decides: the list of counties ages, so a county that it
// lacks is a warning (division_not_listed).
namespace chayan::codes {

using namespace Qt::StringLiterals;

Meaning judgeGbt2260Sc(const Given& given) {
    const QStringView text = given.text;
    if (Meaning wrong = digitsOfLength(text, 6, u"a division code"); !wrong.valid)
        return wrong;
    if (!text.startsWith(u"51"))
        return refused(u"region", u"Sichuan's codes begin with 51"_s);
    const int code = number(text);
    const QString prefecture = sichuanDivision(code / 100 * 100);
    if (prefecture.isEmpty() || (code / 100 == 5100 && code != 510000))
        return nearly(u"region", u"%1 is no prefecture of Sichuan"_s.arg(text.first(4)));
    std::vector<Part> parts;
    std::vector<QString> warnings;
    addDivision(text, parts, warnings);
    if (code % 100 != 0)
        parts.push_back({u"prefecture"_s, prefecture});
    return meant(50, std::move(parts), std::move(warnings));
}

}  // namespace chayan::codes
