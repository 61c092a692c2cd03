#include "core/codes/gs1_ai_table.h"
#include "core/codes/gs1_message.h"
#include "core/codes/schemes.h"

#include <QDate>

#include <algorithm>

// GS1_AI, GS1_SCAN and GS1_DL: the three spellings of GS1 data as schemes. Parts are `ai_01` = value, and
// beside them `ai_17_date` (the day with its century) and `ai_3102_amount` (the number with its decimal
// point). Warnings: separator_may_be_missing, day_unspecified.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// The number of decimals that the last digit of an AI states: 31nn to 36nn and 390n to 395n.
std::optional<int> decimals(QStringView ai) {
    const bool states =
        ai.size() == 4 && ((ai >= u"3100" && ai <= u"3699") || (ai >= u"3900" && ai <= u"3959"));
    return states ? std::optional(value(ai.back())) : std::nullopt;
}

/// 001250 with three decimals is 1.250.
QString withPoint(QString digits, int places) {
    digits = digits.rightJustified(places + 1, u'0');
    if (places > 0)
        digits.insert(digits.size() - places, u'.');
    qsizetype zeros = 0;
    while (zeros + 1 < digits.size() && digits[zeros] == u'0' && digits[zeros + 1] != u'.')
        ++zeros;
    return digits.sliced(zeros);
}

void addReading(const Gs1Element& element, Meaning& meaning) {
    const QString key = u"ai_"_s + element.ai;
    meaning.parts.push_back({key, element.value});
    const QStringView spec = findGs1Ai(element.ai)->spec;
    if (spec.startsWith(u"N6,yymmd")) {
        const auto date = gs1Date(QStringView(element.value).first(6), QDate::currentDate().year());
        meaning.parts.push_back({key + u"_date"_s, date->text()});
        if (date->day == 0)
            meaning.warnings.push_back(u"day_unspecified"_s);
    }
    if (const auto places = decimals(element.ai)) {
        // 391n and 393n lead with a currency.
        const qsizetype skip = spec.contains(u"iso4217") ? 3 : 0;
        meaning.parts.push_back({key + u"_amount"_s, withPoint(element.value.sliced(skip), *places)});
    }
}

QString withoutSpace(const QString& text) {
    QString result = foldWidth(text);
    result.removeIf([](QChar c) { return c.isSpace(); });
    return result;
}

}  // namespace

Meaning gs1Meaning(const Gs1Message& message, int likelihood) {
    if (!message.valid()) {
        Meaning meaning = refused(message.reason, message.detail);
        // Once an element could be read, it was meant as GS1.
        meaning.nearMiss = !message.elements.empty();
        return meaning;
    }
    Meaning meaning = meant(likelihood, {}, message.warnings);
    for (const Gs1Element& element : message.elements)
        addReading(element, meaning);
    return meaning;
}

Meaning judgeGs1Ai(const Given& given) {
    const QString text = withoutSpace(given.raw);
    if (!text.startsWith(u'('))
        return refused(u"shape", u"bracketed GS1 text begins with an AI in brackets"_s);
    return gs1Meaning(parseGs1Brackets(text), 98);
}

Meaning judgeGs1Scan(const Given& given) {
    const QString text = foldWidth(given.raw).trimmed();
    // Nearly every string of digits can be cut into elements, so something must say that it is one: the
    // symbology identifier, a separator, or a key with a check digit at the front.
    const bool announced = text.startsWith(u']') || text.contains(fnc1);
    if (!announced && !text.startsWith(u"00") && !text.startsWith(u"01"))
        return refused(u"shape", u"no symbology identifier, no separator and no leading SSCC or GTIN"_s);
    Meaning meaning = gs1Meaning(parseGs1Scan(text), announced ? 98 : 55);
    meaning.nearMiss = meaning.nearMiss && announced;
    return meaning;
}

Meaning judgeGs1Dl(const Given& given) {
    return gs1Meaning(parseDigitalLink(foldWidth(given.raw).trimmed()), 98);
}

}  // namespace chayan::codes
