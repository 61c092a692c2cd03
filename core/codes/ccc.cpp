#include "core/codes/schemes.h"

// Certificate number of China Compulsory Certification: year, body, product class, serial; no check digit.
namespace chayan::codes {

using namespace Qt::StringLiterals;

Meaning judgeCcc16(const Given& given) {
    const QStringView text = given.text;
    if (Meaning wrong = digitsOfLength(text, 16, u"a CCC certificate number"); !wrong.valid)
        return wrong;
    if (!text.startsWith(u"20"))
        return refused(u"date", u"%1 is no year of CCC"_s.arg(text.first(4)));
    return meant(40, {{u"year"_s, text.first(4).toString()},
                      {u"body"_s, text.sliced(4, 2).toString()},
                      {u"product_class"_s, text.sliced(6, 4).toString()},
                      {u"serial"_s, text.sliced(10).toString()}});
}

}  // namespace chayan::codes
