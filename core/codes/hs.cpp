#include "core/codes/schemes.h"

// Harmonised System: six digits of the World Customs Organization, eight or ten of the Chinese tariff,
// thirteen with the inspection suffix. Chapters run from 01 to 97, 77 is kept free; 98 and 99 are national.
namespace chayan::codes {

using namespace Qt::StringLiterals;

Meaning judgeHs(const Given& given) {
    const QStringView text = given.text;
    if (!allDigits(text))
        return refused(u"alphabet", u"a commodity code is digits alone"_s);
    const qsizetype size = text.size();
    if (size != 6 && size != 8 && size != 10 && size != 13)
        return refused(u"length", u"a commodity code has 6, 8, 10 or 13 digits, here are %1"_s.arg(size));
    const QStringView chapter = text.first(2);
    if (chapter == u"00" || chapter == u"77")
        return refused(u"value", u"there is no chapter %1"_s.arg(chapter));
    return meant(size == 13 ? 10 : 30, {{u"chapter"_s, chapter.toString()},
                                        {u"heading"_s, text.first(4).toString()},
                                        {u"subheading"_s, text.first(6).toString()}});
}

}  // namespace chayan::codes
