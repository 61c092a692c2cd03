#pragma once

#include <QStringView>

namespace chayan::codes {

/// ISO 3166-1 alpha-2, upper case.
bool isCountryAlpha2(QStringView code);
/// ISO 3166-1 numeric, three digits.
bool isCountryNumeric(QStringView code);
/// ISO 4217 numeric, three digits.
bool isCurrencyNumeric(QStringView code);
/// UN/ECE Recommendation 21 with GS1's additions (GS1 code list PackageTypeCode).
bool isPackageType(QStringView code);

}  // namespace chayan::codes
