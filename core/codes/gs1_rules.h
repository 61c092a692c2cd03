#pragma once

#include "core/codes/gs1_ai_table.h"

#include <QString>

#include <optional>

namespace chayan::codes {

/// What is wrong with a value: a key of Meaning::reason and a sentence.
struct Gs1Fault {
    QString reason;
    QString detail;
};

/// Judges a value by the components and content rules of its AI; nothing when it is right.
std::optional<Gs1Fault> gs1ValueFault(const Gs1Ai& ai, QStringView value);

/// The longest value that the components allow.
qsizetype gs1LongestValue(const Gs1Ai& ai);

/// Judges one content rule of the dictionary (`csum`, `yymmd0`, ...) over one component that is not empty and
/// has its length and characters; unknown rules hold.
std::optional<Gs1Fault> gs1ContentFault(QStringView rule, QStringView value);

/// North American coupons, AI 8110 and 8112: true when the digits can be cut as their specifications say.
bool isCouponCode(QStringView digits);
bool isPositiveOffer(QStringView digits);

}  // namespace chayan::codes
