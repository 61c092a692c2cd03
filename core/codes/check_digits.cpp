#include "core/codes/check_digits.h"

#include "core/codes/scheme.h"

#include <array>

namespace chayan::codes {

QChar gs1Check(QStringView digits) {
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += value(digits[digits.size() - 1 - i]) * (i % 2 == 0 ? 3 : 1);
    return digitChar((10 - sum % 10) % 10);
}

QChar mod11_10Check(QStringView digits) {
    int product = 10;
    for (const QChar c : digits) {
        int sum = (product + value(c)) % 10;
        if (sum == 0)
            sum = 10;
        product = sum * 2 % 11;
    }
    return digitChar((11 - product) % 10);
}

QChar luhnCheck(QStringView digits) {
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = value(digits[digits.size() - 1 - i]);
        if (i % 2 == 0)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return digitChar((10 - sum % 10) % 10);
}

QChar mod11Check(QStringView digits) {
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += value(digits[i]) * static_cast<int>(digits.size() + 1 - i);
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? u'X' : digitChar(check);
}

int weightedSum(QStringView digits, std::initializer_list<int> weights) {
    Q_ASSERT(digits.size() == static_cast<qsizetype>(weights.size()));
    int sum = 0;
    const int* weight = weights.begin();
    for (const QChar c : digits)
        sum += value(c) * *weight++;
    return sum;
}

QString gs1CheckPair(QStringView data) {
    // The weights are the primes from the right; the longest key with a pair has 25 characters (AI 8013).
    static constexpr std::array primes{2,  3,  5,  7,  11, 13, 17, 19, 23, 29, 31, 37,
                                       41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83};
    static constexpr QStringView set32 = u"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    if (data.size() > static_cast<qsizetype>(primes.size()))
        return {};
    int sum = 0;
    for (qsizetype i = 0; i < data.size(); ++i) {
        const qsizetype rank = characterSet82.indexOf(data[i]);
        if (rank < 0)
            return {};
        sum += static_cast<int>(rank) * primes[static_cast<std::size_t>(data.size() - 1 - i)];
    }
    sum %= 1021;
    return QString(set32[sum / 32]) + set32[sum % 32];
}

}  // namespace chayan::codes
