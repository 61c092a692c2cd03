#include "core/codes/gs1_rules.h"

#include "core/codes/check_digits.h"
#include "core/codes/gs1.h"
#include "core/codes/iso_tables.h"
#include "core/codes/scheme.h"

#include <QDate>

#include <algorithm>

// The content rules are those of the GS1 Barcode Syntax Tests, by their names there.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// One component of a specification: `[X..17]` is optional, type X, 1 to 17 characters.
struct Component {
    QChar type;
    qsizetype shortest;
    qsizetype longest;
    bool optional;
    QList<QStringView> rules;
};

Component component(QStringView spec) {
    Component result;
    QList<QStringView> fields = spec.split(u',');
    QStringView shape = fields.takeFirst();
    result.rules = std::move(fields);
    result.optional = shape.startsWith(u'[');
    if (result.optional)
        shape = shape.sliced(1).chopped(1);
    result.type = shape.front();
    const bool open = shape.sliced(1).startsWith(u"..");
    result.longest = number(shape.sliced(open ? 3 : 1));
    result.shortest = open ? 1 : result.longest;
    return result;
}

bool inSet(QChar type, QChar c) {
    switch (type.unicode()) {
        case u'N':
            return isDigit(c);
        case u'X':
            return characterSet82.contains(c);
        case u'Y':
            return isDigit(c) || isUpper(c) || QStringView(u"#-/").contains(c);
        default:  // Z, file-safe base64
            return isDigit(c) || isUpper(c) || (c >= u'a' && c <= u'z') || QStringView(u"-_=").contains(c);
    }
}

Gs1Fault fault(QStringView reason, const QString& detail) {
    return {reason.toString(), detail};
}

bool isTime(QStringView hhmm) {
    return number(hhmm.first(2)) < 24 && number(hhmm.sliced(2)) < 60;
}

bool isDate(QStringView yymmdd, bool dayMayBeZero) {
    return (dayMayBeZero || !yymmdd.endsWith(u"00")) && gs1Date(yymmdd, QDate::currentDate().year());
}

/// ISO 13616-1: country, check digits, account, modulo 97.
bool isIban(QStringView text) {
    if (text.size() <= 10 || !isCountryAlpha2(text.first(2)))
        return false;
    int sum = 0;
    for (const QChar c : QString(text.sliced(4).toString() + text.first(4).toString())) {
        if (isDigit(c))
            sum = (sum * 10 + value(c)) % 97;
        else if (isUpper(c))
            sum = (sum * 100 + (c.unicode() - u'A' + 10)) % 97;
        else
            return false;
    }
    return sum == 1;
}

bool isPercentEncoded(QStringView text) {
    const auto hex = [](QChar c) {
        return isDigit(c) || (c >= u'A' && c <= u'F') || (c >= u'a' && c <= u'f');
    };
    for (qsizetype at = text.indexOf(u'%'); at >= 0; at = text.indexOf(u'%', at + 3)) {
        if (at + 2 >= text.size() || !hex(text[at + 1]) || !hex(text[at + 2]))
            return false;
    }
    return true;
}

/// `2/3`: the second of three, without leading zeros.
bool isPositionOfTotal(QStringView text) {
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 1 || slash + 1 >= text.size())
        return false;
    const QStringView position = text.first(slash);
    const QStringView total = text.sliced(slash + 1);
    if (!allDigits(position) || !allDigits(total) || position.front() == u'0' || total.front() == u'0')
        return false;
    return position.size() < total.size() || (position.size() == total.size() && position <= total);
}

/// True when a rule without a reason key of its own holds; unknown rules hold.
bool valueRuleHolds(QStringView rule, QStringView text) {
    const auto is = [rule](QStringView name) { return rule == name; };
    const auto zeros = [](QStringView digits) {
        return std::all_of(digits.begin(), digits.end(), [](QChar c) { return c == u'0'; });
    };
    if (is(u"gcppos1") || is(u"gcppos2")) {
        const qsizetype offset = is(u"gcppos1") ? 0 : 1;
        return text.size() >= offset + 4 && allDigits(text.sliced(offset, 4));
    }
    if (is(u"iso3166"))
        return isCountryNumeric(text);
    if (is(u"iso3166999"))
        return text == u"999" || isCountryNumeric(text);
    if (is(u"iso3166alpha2"))
        return isCountryAlpha2(text);
    if (is(u"iso4217"))
        return isCurrencyNumeric(text);
    if (is(u"iso5218"))
        return QStringView(u"0129").contains(text);
    if (is(u"winding"))
        return QStringView(u"019").contains(text);
    if (is(u"yesno"))
        return QStringView(u"01").contains(text);
    if (is(u"zero"))
        return zeros(text);
    if (is(u"nonzero"))
        return !zeros(text);
    if (is(u"nozeroprefix"))
        return text.front() != u'0' || text.size() == 1;
    if (is(u"hasnondigit"))
        return !allDigits(text);
    if (is(u"hyphen"))
        return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'-'; });
    if (is(u"importeridx"))
        return inSet(u'Z', text.front()) && text != u"=";
    if (is(u"packagetype"))
        return isPackageType(text);
    if (is(u"mediatype"))
        return (text >= u"01" && text <= u"10") || text >= u"80";
    if (is(u"latitude"))
        return text <= u"1800000000";
    if (is(u"longitude"))
        return text <= u"3600000000";
    if (is(u"pieceoftotal")) {
        const QStringView piece = text.first(text.size() / 2);
        const QStringView total = text.sliced(text.size() / 2);
        return !zeros(piece) && piece <= total;
    }
    if (is(u"posinseqslash"))
        return isPositionOfTotal(text);
    if (is(u"couponcode"))
        return isCouponCode(text);
    if (is(u"couponposoffer"))
        return isPositiveOffer(text);
    return true;
}

}  // namespace

std::optional<Gs1Fault> gs1ContentFault(QStringView rule, QStringView text) {
    const auto is = [rule](QStringView name) { return rule == name; };
    if (is(u"csum")) {
        if (const QChar check = gs1Check(text.chopped(1)); check != text.back())
            return fault(u"check_digit",
                         u"the check digit is %1, the others give %2"_s.arg(text.back()).arg(check));
        return {};
    }
    if (is(u"csumalpha")) {
        const QString pair = text.size() < 2 ? QString() : gs1CheckPair(text.chopped(2));
        if (pair.isEmpty() || pair != text.last(2))
            return fault(u"check_digit", u"the check pair does not fit, the others give %1"_s.arg(pair));
        return {};
    }
    if (is(u"iban"))
        return isIban(text) ? std::nullopt
                            : std::optional(fault(u"check_digit", u"not an IBAN of ISO 13616"_s));
    if (is(u"pcenc"))
        return isPercentEncoded(text)
                   ? std::nullopt
                   : std::optional(fault(u"encoding", u"a percent sign without two hex digits"_s));

    const bool dateRule = is(u"yymmd0") || is(u"yymmdd") || is(u"yyyymmdd") || is(u"hhmi") || is(u"hh") ||
                          is(u"mi") || is(u"ss");
    if (dateRule) {
        const bool holds = is(u"yymmd0")     ? isDate(text, true)
                           : is(u"yymmdd")   ? isDate(text, false)
                           : is(u"yyyymmdd") ? dateExists(number(text.first(4)), number(text.sliced(4, 2)),
                                                          number(text.sliced(6)))
                           : is(u"hhmi")     ? isTime(text)
                           : is(u"hh")       ? number(text) < 24
                                             : number(text) < 60;
        return holds ? std::nullopt
                     : std::optional(fault(u"date", u"%1 is no date or time that exists"_s.arg(text)));
    }
    if (!valueRuleHolds(rule, text))
        return fault(u"value", u"%1 is not allowed by the rule %2"_s.arg(text, rule));
    return {};
}

std::optional<Gs1Fault> gs1ValueFault(const Gs1Ai& ai, QStringView text) {
    if (text.isEmpty())
        return fault(u"length", u"the value is empty"_s);
    QStringView rest = text;
    for (const QStringView spec : ai.spec.split(u' ')) {
        const Component part = component(spec);
        if (rest.isEmpty() && part.optional)
            return {};
        const QStringView piece = rest.first(std::min(rest.size(), part.longest));
        const auto odd =
            std::find_if_not(piece.begin(), piece.end(), [&](QChar c) { return inSet(part.type, c); });
        if (odd != piece.end())
            return fault(u"alphabet",
                         u"character %1 of %2 is not allowed"_s.arg(odd - text.begin() + 1).arg(text));
        if (piece.size() < part.shortest)
            return fault(u"length", u"%1 is too short for %2"_s.arg(text, ai.spec));
        for (const QStringView rule : part.rules) {
            if (auto wrong = gs1ContentFault(rule, piece))
                return wrong;
        }
        rest = rest.sliced(piece.size());
    }
    if (!rest.isEmpty())
        return fault(u"length", u"%1 is too long for %2"_s.arg(text, ai.spec));
    return {};
}

qsizetype gs1LongestValue(const Gs1Ai& ai) {
    qsizetype length = 0;
    for (const QStringView spec : ai.spec.split(u' '))
        length += component(spec).longest;
    return length;
}

}  // namespace chayan::codes
