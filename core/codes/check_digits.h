#pragma once

#include <QStringView>

#include <initializer_list>

/// The check characters that several schemes share. Arguments are ASCII digits, without the check character.
namespace chayan::codes {

/// GS1 General Specifications section 7.9.1: weights 3,1,3,1... from the right, modulo 10.
QChar gs1Check(QStringView digits);

/// ISO/IEC 7064 MOD 11,10 (GB/T 17710).
QChar mod11_10Check(QStringView digits);

/// The Luhn digit (ISO/IEC 7812-1 annex B).
QChar luhnCheck(QStringView digits);

/// ISBN-10 and ISSN: weights that fall to 2, modulo 11, X for ten.
QChar mod11Check(QStringView digits);

/// Sum of digit times weight, position by position.
int weightedSum(QStringView digits, std::initializer_list<int> weights);

/// The check pair of alphanumeric GS1 keys (General Specifications section 7.9.5) over characters of set 82;
/// empty when a character is outside it or there are too many.
QString gs1CheckPair(QStringView data);

/// The 82 characters of GS1 AI encodable character set 82 in the order of their values.
inline constexpr QStringView characterSet82 =
    u"!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

}  // namespace chayan::codes
