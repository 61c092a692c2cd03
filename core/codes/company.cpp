#include "core/codes/check_digits.h"
#include "core/codes/schemes.h"

#include <array>

// Unified social credit code (GB 32100), the organisation code inside it (GB 11714), and the registration
// number of fifteen digits that it replaced. Warnings: org_check_digit (the inner code's own check fails: a
// warning, since old codes were carried over as they were), department_unknown, division_not_listed, legacy.
namespace chayan::codes {

using namespace Qt::StringLiterals;

namespace {

/// GB 32100 counts 31 characters: no I, O, S, V, Z.
constexpr QStringView usccAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";

int orgValue(QChar c) {
    return isDigit(c) ? value(c) : c.unicode() - u'A' + 10;
}

/// The check character over the eight characters of an organisation code, which count A = 10 to Z = 35.
QChar orgCheck(QStringView body) {
    static constexpr std::array weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += orgValue(body[static_cast<qsizetype>(i)]) * weights[i];
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? u'X' : digitChar(check);
}

QChar usccCheck(QStringView body) {
    int sum = 0;
    int weight = 1;
    for (const QChar c : body) {
        sum += static_cast<int>(usccAlphabet.indexOf(c)) * weight;
        weight = weight * 3 % 31;
    }
    return usccAlphabet[(31 - sum % 31) % 31];
}

}  // namespace

Meaning judgeUscc(const Given& given) {
    const QStringView text = given.text;
    if (text.size() != 18)
        return refused(u"length", u"a credit code has 18 characters, here are %1"_s.arg(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!usccAlphabet.contains(text[i]))
            return refused(u"alphabet",
                           u"%1 is not used in credit codes (I, O, S, V, Z never are)"_s.arg(text[i]));
    }
    if (!allDigits(text.sliced(2, 6)))
        return refused(u"shape", u"characters 3 to 8 are a division of GB/T 2260, digits alone"_s);
    if (const QChar check = usccCheck(text.first(17)); check != text.back())
        return wrongCheck(check, text.back());

    const QStringView org = text.sliced(8, 9);
    std::vector<Part> parts{{u"department"_s, QString(text[0])}, {u"entity_type"_s, QString(text[1])}};
    std::vector<QString> warnings;
    if (!QStringView(u"123456789ANY").contains(text[0]))
        warnings.push_back(u"department_unknown"_s);
    addDivision(text.sliced(2, 6), parts, warnings);
    parts.push_back({u"organisation_code"_s, org.first(8).toString() + u'-' + org.back()});
    parts.push_back({u"check_digit"_s, QString(text.back())});
    if (orgCheck(org.first(8)) != org.back())
        warnings.push_back(u"org_check_digit"_s);
    return meant(95, std::move(parts), std::move(warnings));
}

Meaning judgeUsccOrg(const Given& given) {
    Meaning meaning = judgeUscc(given);
    if (!meaning.valid)
        return meaning;
    const QStringView org = QStringView(given.text).sliced(8, 9);
    if (const QChar check = orgCheck(org.first(8)); check != org.back())
        return wrongCheck(check, org.back());
    meaning.likelihood = 90;
    return meaning;
}

Meaning judgeOrgCode(const Given& given) {
    QString text = given.text;
    const bool dashed = text.size() == 10 && text[8] == u'-';
    if (dashed)
        text.remove(8, 1);
    if (text.size() != 9)
        return refused(u"length", u"an organisation code has nine characters, a dash before the last"_s);
    for (const QChar c : QStringView(text).first(8)) {
        if (!isDigit(c) && !isUpper(c))
            return refused(u"alphabet", u"%1 is neither digit nor letter"_s.arg(c));
    }
    if (!isDigit(text.back()) && text.back() != u'X')
        return refused(u"alphabet", u"the check character is a digit or X, not %1"_s.arg(text.back()));
    if (const QChar check = orgCheck(QStringView(text).first(8)); check != text.back()) {
        Meaning meaning = wrongCheck(check, text.back());
        meaning.nearMiss = dashed;
        return meaning;
    }
    return meant(dashed ? 75 : 52, {{u"body"_s, text.first(8)}, {u"check_digit"_s, text.last(1)}});
}

Meaning judgeRegNo15(const Given& given) {
    const QStringView text = given.text;
    if (Meaning wrong = digitsOfLength(text, 15, u"a registration number"); !wrong.valid)
        return wrong;
    if (const QChar check = mod11_10Check(text.first(14)); check != text.back())
        return wrongCheck(check, text.back());
    std::vector<Part> parts;
    std::vector<QString> warnings{u"legacy"_s};
    addDivision(text.first(6), parts, warnings);
    parts.push_back({u"serial"_s, text.sliced(6, 8).toString()});
    parts.push_back({u"check_digit"_s, text.last(1).toString()});
    return meant(55, std::move(parts), std::move(warnings));
}

}  // namespace chayan::codes
