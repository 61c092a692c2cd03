#include "core/codes/check_digits.h"
#include "core/codes/gs1_prefix_table.h"
#include "core/codes/iso_tables.h"
#include "core/codes/schemes.h"

// GTIN-8, -12, -13, -14 and SSCC: GS1 General Specifications sections 2.1, 2.2 and 7.9.
// Warnings: store_internal (given out inside a shop or region), coupon, not_a_trade_item (refund, EPC, GS1's
// own), demonstration_prefix, prefix_unassigned, variable_measure.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// Who issued the number, from the three digits that lead its 13-digit form.
void addIssuer(QStringView prefix, std::vector<Part>& parts, std::vector<QString>& warnings) {
    parts.push_back({u"prefix"_s, prefix.toString()});
    const Gs1Prefix* row = findGs1Prefix(number(prefix));
    if (row == nullptr) {
        warnings.push_back(u"prefix_unassigned"_s);
        return;
    }
    switch (row->kind) {
        case Gs1PrefixKind::Member:
            parts.push_back({u"issuer"_s, row->country.toString()});
            parts.push_back({u"issuer_name"_s, countryName(row->country)});
            break;
        case Gs1PrefixKind::Restricted:
            warnings.push_back(u"store_internal"_s);
            break;
        case Gs1PrefixKind::Coupon:
            warnings.push_back(u"coupon"_s);
            break;
        case Gs1PrefixKind::Demonstration:
            warnings.push_back(u"demonstration_prefix"_s);
            break;
        case Gs1PrefixKind::Refund:
        case Gs1PrefixKind::Epc:
        case Gs1PrefixKind::GlobalOffice:
            warnings.push_back(u"not_a_trade_item"_s);
            break;
        case Gs1PrefixKind::Serials:
            parts.push_back({u"issuer_name"_s, u"ISSN"_s});
            break;
        case Gs1PrefixKind::Books:
            parts.push_back({u"issuer_name"_s, u"ISBN"_s});
            break;
    }
}

Meaning gs1Key(QStringView text, qsizetype length, QStringView what) {
    if (Meaning wrong = digitsOfLength(text, length, what); !wrong.valid)
        return wrong;
    if (const QChar check = gs1Check(text.chopped(1)); check != text.back())
        return wrongCheck(check, text.back());
    return meant(0, {});
}

Meaning gtin(QStringView text, qsizetype length, QStringView what, int likelihood) {
    Meaning meaning = gs1Key(text, length, what);
    if (!meaning.valid)
        return meaning;
    meaning.likelihood = likelihood;
    const QString whole = text.toString().rightJustified(14, u'0');
    meaning.parts.push_back({u"gtin"_s, whole});
    if (length == 14) {
        meaning.parts.push_back({u"indicator"_s, text.first(1).toString()});
        if (text.front() == u'9')
            meaning.warnings.push_back(u"variable_measure"_s);
    }
    addIssuer(length == 8 ? text.first(3) : QStringView(whole).sliced(1, 3), meaning.parts, meaning.warnings);
    // Eight digits beginning with 0 or 2 are restricted as a whole (GTIN-8 has its own list of prefixes).
    if (length == 8 && (text.front() == u'0' || text.front() == u'2')) {
        meaning.parts.resize(2);
        meaning.warnings = {u"store_internal"_s};
    }
    meaning.parts.push_back({u"check_digit"_s, text.last(1).toString()});
    return meaning;
}

}  // namespace

Meaning judgeEan13(const Given& given) {
    return gtin(given.text, 13, u"EAN-13", 80);
}

Meaning judgeEan8(const Given& given) {
    return gtin(given.text, 8, u"EAN-8", 60);
}

Meaning judgeUpcA(const Given& given) {
    return gtin(given.text, 12, u"UPC-A", 75);
}

Meaning judgeItf14(const Given& given) {
    return gtin(given.text, 14, u"ITF-14", 70);
}

Meaning judgeSscc18(const Given& given) {
    const QStringView text = given.text;
    Meaning meaning = gs1Key(text, 18, u"SSCC");
    if (!meaning.valid)
        return meaning;
    meaning.likelihood = 65;
    meaning.parts.push_back({u"extension"_s, text.first(1).toString()});
    addIssuer(text.sliced(1, 3), meaning.parts, meaning.warnings);
    meaning.parts.push_back({u"check_digit"_s, text.last(1).toString()});
    return meaning;
}

}  // namespace chayan::codes
