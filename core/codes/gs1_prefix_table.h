#pragma once

#include <QStringView>

namespace chayan::codes {

/// What the first three digits of a GTIN-13 stand for.
enum class Gs1PrefixKind {
    Member,
    /// Given out inside a shop or a region: says nothing about a maker.
    Restricted,
    Coupon,
    Serials,
    Books,
    Refund,
    GlobalOffice,
    Epc,
    Demonstration,
};

/// A range of GS1 prefixes. It names the organisation that issued the number, never where goods come from.
struct Gs1Prefix {
    int first;
    int last;
    Gs1PrefixKind kind;
    /// ISO 3166-1 alpha-2 of the member organisation; empty for special ranges.
    QStringView country;
};

/// The range that holds a prefix of 0 to 999; nothing where none is assigned.
const Gs1Prefix* findGs1Prefix(int prefix);

}  // namespace chayan::codes
