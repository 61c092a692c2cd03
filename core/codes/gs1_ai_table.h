#pragma once

#include <QStringView>

#include <span>

namespace chayan::codes {

/// One entry of the GS1 Barcode Syntax Dictionary: an Application Identifier, or a range of them that share
/// everything (GS1 General Specifications section 3).
struct Gs1Ai {
    QStringView first;
    QStringView last;
    /// The length is predefined: no separator follows (General Specifications figure 7.8.5-2).
    bool predefined;
    /// May stand in the query of a Digital Link.
    bool attribute;
    /// Components separated by spaces: type N, X, Y or Z, length or "..longest", then content rules after
    /// commas; in brackets when optional. `N3,iso4217 N..15`
    QStringView spec;
    /// One of these groups must be there too: groups by comma, members by plus, n for any digit. Empty: none.
    QStringView needs;
    /// None of these may be there: by comma, n for any digit.
    QStringView excludes;
    /// Digital Link primary key: its qualifiers in order, alternatives by bar; "-" for a key without any.
    QStringView qualifiers;
    QStringView title;

    bool isPrimaryKey() const { return !qualifiers.isEmpty(); }
};

/// The whole table, in the order of the AIs.
std::span<const Gs1Ai> gs1Ais();

/// The entry of an AI of two to four digits, or nothing.
const Gs1Ai* findGs1Ai(QStringView ai);

}  // namespace chayan::codes
