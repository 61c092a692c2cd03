#include "core/codes/scheme.h"

#include "core/codes/division_table.h"

#include <QDate>

#include <algorithm>

namespace chayan::codes {

using namespace Qt::StringLiterals;

Meaning meant(int likelihood, std::vector<Part> parts, std::vector<QString> warnings) {
    Meaning meaning;
    meaning.valid = true;
    meaning.likelihood = likelihood;
    meaning.parts = std::move(parts);
    meaning.warnings = std::move(warnings);
    return meaning;
}

Meaning refused(QStringView reason, const QString& detail) {
    Meaning meaning;
    meaning.reason = reason.toString();
    meaning.detail = detail;
    return meaning;
}

Meaning nearly(QStringView reason, const QString& detail, std::vector<Part> parts) {
    Meaning meaning = refused(reason, detail);
    meaning.nearMiss = true;
    meaning.parts = std::move(parts);
    return meaning;
}

Meaning wrongCheck(QChar expected, QChar found) {
    return nearly(u"check_digit", u"the check character is %1, the others give %2"_s.arg(found).arg(expected),
                  {{u"expected_check"_s, QString(expected)}});
}

QString fold(const QString& text) {
    const QString normal = text.normalized(QString::NormalizationForm_KC).toUpper();
    QString folded;
    folded.reserve(normal.size());
    for (const QChar c : normal) {
        if (!c.isSpace() && c.category() != QChar::Other_Format)
            folded += c;
    }
    return folded;
}

QString foldWidth(const QString& text) {
    QString folded = text;
    for (QChar& c : folded) {
        if (c >= u'\uff01' && c <= u'\uff5e')
            c = QChar(c.unicode() - 0xff01 + u'!');
    }
    return folded;
}

bool allDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), isDigit);
}

int number(QStringView digits) {
    Q_ASSERT(digits.size() <= 9);
    int result = 0;
    for (const QChar c : digits)
        result = result * 10 + value(c);
    return result;
}

bool dateExists(int year, int month, int day) {
    return QDate::isValid(year, month, day);
}

Meaning digitsOfLength(QStringView text, qsizetype count, QStringView what) {
    const auto odd = std::find_if_not(text.begin(), text.end(), isDigit);
    if (odd != text.end())
        return refused(u"alphabet",
                       u"%1 is digits alone; character %2 is none"_s.arg(what).arg(odd - text.begin() + 1));
    if (text.size() != count)
        return refused(u"length", u"%1 has %2 digits, here are %3"_s.arg(what).arg(count).arg(text.size()));
    return meant(0, {});
}

void addDivision(QStringView code, std::vector<Part>& parts, std::vector<QString>& warnings) {
    parts.push_back({u"division"_s, code.toString()});
    if (!allDigits(code) || !code.startsWith(u"51"))
        return;
    if (const QString name = sichuanDivision(number(code)); !name.isEmpty())
        parts.push_back({u"division_name"_s, name});
    else
        warnings.push_back(u"division_not_listed"_s);
}

bool isProvinceName(QChar c) {
    return QStringView(u"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼").contains(c);
}

}  // namespace chayan::codes
