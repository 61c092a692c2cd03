#include "core/codes/schemes.h"

// Medical devices: registration (医疗器械注册与备案管理办法 article 115) and filing of class I (article 116).
// Warnings: class_authority_mismatch (class III at home and all imports are registered by the state, class II
// by provinces).
namespace chayan::codes {

using namespace Qt::StringLiterals;

Meaning judgeMdReg(const Given& given) {
    const QStringView text = given.text;
    const qsizetype mark = text.indexOf(u"械注");
    if (mark != 1 || (text[0] != u'国' && !isProvinceName(text[0])))
        return refused(u"prefix", u"a registration begins with 国 or a province, then 械注"_s);
    if (text.size() < 4 || !QStringView(u"准进许").contains(text[3]))
        return nearly(u"type", u"械注 is followed by 准, 进 or 许"_s);
    const QStringView digits = text.sliced(4);
    if (Meaning wrong = digitsOfLength(digits, 11, u"the number"); !wrong.valid) {
        wrong.nearMiss = true;
        return wrong;
    }
    const int deviceClass = value(digits[4]);
    if (deviceClass < 1 || deviceClass > 3)
        return nearly(u"type", u"the class is 1, 2 or 3, not %1"_s.arg(deviceClass));
    std::vector<QString> warnings;
    const bool state = text[0] == u'国';
    if (state ? (text[3] == u'准' && deviceClass != 3) : (text[3] != u'准' || deviceClass != 2))
        warnings.push_back(u"class_authority_mismatch"_s);
    return meant(95,
                 {{u"authority"_s, text.first(1).toString()},
                  {u"origin"_s, text.sliced(3, 1).toString()},
                  {u"year"_s, digits.first(4).toString()},
                  {u"class"_s, digits.sliced(4, 1).toString()},
                  {u"category"_s, digits.sliced(5, 2).toString()},
                  {u"serial"_s, digits.sliced(7).toString()}},
                 std::move(warnings));
}

Meaning judgeMdFiling(const Given& given) {
    const QStringView text = given.text;
    const qsizetype mark = text.indexOf(u"械备");
    if (mark < 1 || mark > 3)
        return refused(u"prefix", u"a filing begins with 国 or province and city, then 械备"_s);
    const QStringView place = text.first(mark);
    for (const QChar c : place) {
        if (!isHan(c))
            return refused(u"alphabet", u"%1 is no name of a place"_s.arg(c));
    }
    const bool municipality = mark == 1 && QStringView(u"京津沪渝").contains(place);
    const bool city = mark > 1 && isProvinceName(place[0]);
    if (place != u"国" && !municipality && !city)
        return nearly(u"region", u"%1 is not a province with one of its cities"_s.arg(place));
    const QStringView digits = text.sliced(mark + 2);
    if (Meaning wrong = digitsOfLength(digits, 8, u"the number"); !wrong.valid) {
        wrong.nearMiss = true;
        return wrong;
    }
    return meant(95, {{u"authority"_s, place.toString()},
                      {u"year"_s, digits.first(4).toString()},
                      {u"serial"_s, digits.sliced(4).toString()}});
}

}  // namespace chayan::codes
