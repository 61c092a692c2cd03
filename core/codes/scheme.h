#pragma once

#include "core/codes/codes.h"

#include <QStringView>

#include <span>

/// What the files of the schemes share; nothing outside core/codes includes it.
namespace chayan::codes {

/// A string to be judged, as given and folded (see identifyAs()).
struct Given {
    QString raw;
    QString text;
};

/// One row of the registry: a name and the function that judges.
struct Scheme {
    QStringView name;
    Meaning (*judge)(const Given&);
    /// Typed dots, 第 and 号 may be meant as decoration.
    bool mayDecorate = true;
};

std::span<const Scheme> registry();

/// Accepted, with its parts.
Meaning meant(int likelihood, std::vector<Part> parts, std::vector<QString> warnings = {});
/// Refused; the reason is a key of Meaning::reason.
Meaning refused(QStringView reason, const QString& detail);
/// Refused although the shape is right.
Meaning nearly(QStringView reason, const QString& detail, std::vector<Part> parts = {});
/// nearly() for a check character that is `found` and should be `expected`.
Meaning wrongCheck(QChar expected, QChar found);

/// NFKC, upper case, without white space and invisible format characters.
QString fold(const QString& text);
/// Full-width ASCII to ASCII, nothing else: for GS1 strings, whose case and separators count.
QString foldWidth(const QString& text);

/// ASCII only: QChar's own classes take the digits and letters of every script.
constexpr bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}
constexpr bool isUpper(QChar c) {
    return c >= u'A' && c <= u'Z';
}
/// A Chinese character of the basic block.
constexpr bool isHan(QChar c) {
    return c >= u'\u4e00' && c <= u'\u9fff';
}
bool allDigits(QStringView text);
/// The number in at most nine digits; the caller knows they are digits.
int number(QStringView digits);
/// One digit as a number.
constexpr int value(QChar digit) {
    return digit.unicode() - u'0';
}
constexpr QChar digitChar(int digit) {
    return QChar(u'0' + digit);
}
/// True for an existing day of the proleptic Gregorian calendar.
bool dateExists(int year, int month, int day);

/// Refused for `alphabet` or `length` unless the text is exactly `count` digits; a valid Meaning otherwise.
Meaning digitsOfLength(QStringView text, qsizetype count, QStringView what);

/// Adds `division` and, in Sichuan, `division_name`; a Sichuan code that is not listed adds a warning.
void addDivision(QStringView code, std::vector<Part>& parts, std::vector<QString>& warnings);

/// True for the one-character name of a province-level division as used on licences (京, 川, ...).
bool isProvinceName(QChar c);

}  // namespace chayan::codes
