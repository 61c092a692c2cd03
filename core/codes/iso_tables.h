#pragma once

#include <QString>

namespace chayan::codes {

/// ISO 3166-1 alpha-2, upper case.
bool isCountryAlpha2(QStringView code);
/// The English name of a country or region by its alpha-2 code, named as in China; empty for codes not
/// listed.
QString countryName(QStringView alpha2);
/// The alpha-2 code of a numeric one; empty where there is none.
QString alpha2OfNumeric(QStringView numeric);
/// ISO 3166-1 numeric, three digits.
bool isCountryNumeric(QStringView code);
/// ISO 4217 numeric, three digits.
bool isCurrencyNumeric(QStringView code);
/// UN/ECE Recommendation 21 with GS1's additions (GS1 code list PackageTypeCode).
bool isPackageType(QStringView code);

}  // namespace chayan::codes
