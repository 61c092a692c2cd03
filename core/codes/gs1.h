#pragma once

#include <QString>

#include <optional>
#include <vector>

/// GS1 element strings (General Specifications section 3 and 7.8) and Digital Links (GS1 Digital Link URI
/// Syntax).
namespace chayan::codes {

/// The separator of element strings: FNC1 as it is transmitted, 0x1D.
inline constexpr QChar fnc1 = u'\u001d';

/// One Application Identifier with its value, exactly as it was read.
struct Gs1Element {
    /// Two to four digits.
    QString ai;
    /// GS1's short title in English: `BATCH/LOT`.
    QString title;
    QString value;
    bool operator==(const Gs1Element&) const = default;
};

/// What a GS1 string holds. Elements are given as far as the string can be cut, also when a value is wrong.
struct Gs1Message {
    std::vector<Gs1Element> elements;
    /// The first fault as a key of Meaning::reason, empty when all is well, and its exact English sentence.
    QString reason;
    QString detail;
    /// `separator_may_be_missing`: a value reads as if another element were glued to it.
    std::vector<QString> warnings;

    bool valid() const { return reason.isEmpty(); }
};

/// True for an identifier of ISO/IEC 15424 that announces GS1 element strings: ]C1 ]d2 ]Q3 ]e0 ]J1.
bool announcesGs1(QStringView symbologyIdentifier);

/// Reads what a scanner transmits: an optional symbology identifier, then AIs and values, FNC1 as U+001D
/// after values of variable length. Nothing is folded: what is not allowed is refused.
Gs1Message parseGs1Scan(QStringView text);

/// Reads `(01)09521234543213(10)ABC`, as printed under a symbol. A bracket inside a value may be escaped by a
/// backslash; unescaped it counts as text unless digits and a closing bracket follow.
Gs1Message parseGs1Brackets(QStringView text);

/// Reads an uncompressed Digital Link: http or https, any host and path, then a primary key, its qualifiers
/// in order, attributes in the query. Values are percent-decoded once.
Gs1Message parseDigitalLink(QStringView text);

/// The GS1 message in a code read from a picture, or nothing when it holds none. The arguments are those of
/// meaningsOfCode(). Without a symbology identifier a separator, a DataBar symbol, a Digital Link, or a whole
/// message that begins with an SSCC or a GTIN count as GS1, the last with the warning `not_announced`.
std::optional<Gs1Message> gs1OfCode(QStringView format, QStringView text,
                                    QStringView symbologyIdentifier = {});

/// A date of GS1: day 0 means that only the month is given, and counts as its last day.
struct Gs1Date {
    int year;
    int month;
    int day;
    /// `2027-12-31`, or `2027-12` without a day.
    QString text() const;
};

/// Reads YYMMDD. The century is the one that puts the year within 49 years before and 50 after
/// `referenceYear` (General Specifications section 7.12). Nothing for days that do not exist.
std::optional<Gs1Date> gs1Date(QStringView yymmdd, int referenceYear);

}  // namespace chayan::codes
