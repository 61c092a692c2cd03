#include "core/codes/schemes.h"

// Pesticide registration and unit code (农业部公告第2579号), veterinary drug approval.
namespace chayan::codes {

using namespace Qt::StringLiterals;

Meaning judgePesticideReg(const Given& given) {
    const QStringView text = given.text;
    static constexpr QStringView prefixes[] = {u"PD", u"WP", u"LS", u"WL"};
    for (const QStringView prefix : prefixes) {
        if (!text.startsWith(prefix))
            continue;
        const QStringView digits = text.sliced(2);
        if (Meaning wrong = digitsOfLength(digits, 8, u"the number"); !wrong.valid)
            return wrong;
        return meant(70, {{u"kind"_s, prefix.toString()},
                          {u"year"_s, digits.first(4).toString()},
                          {u"serial"_s, digits.sliced(4).toString()}});
    }
    return refused(u"prefix", u"a pesticide registration begins with PD, WP, LS or WL"_s);
}

Meaning judgePesticideUnit32(const Given& given) {
    const QStringView text = given.text;
    if (Meaning wrong = digitsOfLength(text, 32, u"a unit code"); !wrong.valid)
        return wrong;
    if (text[7] < u'1' || text[7] > u'3')
        return nearly(u"type", u"the production type, digit 8, is 1, 2 or 3, not %1"_s.arg(text[7]));
    return meant(60, {{u"class"_s, text.first(1).toString()},
                      {u"registration_tail"_s, text.sliced(1, 6).toString()},
                      {u"production_type"_s, text.sliced(7, 1).toString()},
                      {u"specification"_s, text.sliced(8, 3).toString()},
                      {u"random"_s, text.sliced(11).toString()}});
}

Meaning judgeVetDrug(const Given& given) {
    QStringView text = given.text;
    if (!text.startsWith(u"兽药"))
        return refused(u"prefix", u"a veterinary approval begins with 兽药"_s);
    text = text.sliced(2);
    const QStringView kind = text.startsWith(u'添') || text.startsWith(u'生') ? text.first(1) : QStringView();
    text = text.sliced(kind.size());
    if (!text.startsWith(u'字'))
        return nearly(u"shape", u"兽药, 兽药添 or 兽药生 is followed by 字"_s);
    text = text.sliced(1);
    if (text.startsWith(u'('))
        return nearly(u"shape", u"the form with a year in brackets ended in 2015"_s);
    if (Meaning wrong = digitsOfLength(text, 9, u"the number"); !wrong.valid) {
        wrong.nearMiss = true;
        return wrong;
    }
    std::vector<Part> parts{{u"province"_s, text.first(2).toString()},
                            {u"maker"_s, text.sliced(2, 3).toString()},
                            {u"variety"_s, text.sliced(5).toString()}};
    if (!kind.isEmpty())
        parts.insert(parts.begin(), {u"kind"_s, kind.toString()});
    return meant(95, std::move(parts));
}

}  // namespace chayan::codes
