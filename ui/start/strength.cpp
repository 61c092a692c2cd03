#include "ui/start/strength.h"

#include <cmath>

namespace chayan::ui {

namespace {

/// How many characters somebody guessing would have to try at each place.
double setSize(const QString& text) {
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    bool beyond = false;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        lower |= u >= u'a' && u <= u'z';
        upper |= u >= u'A' && u <= u'Z';
        digit |= u >= u'0' && u <= u'9';
        other |= u < 128 && !c.isLetterOrNumber();
        beyond |= u >= 128;
    }
    constexpr double commonCharacters = 2500;  // 现代汉语常用字表, level 1
    return (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 32 : 0) +
           (beyond ? commonCharacters : 0);
}

}  // namespace

Strength strengthOf(const QString& passphrase) {
    double places = 0;
    for (qsizetype i = 0; i < passphrase.size(); ++i) {
        const int step = i == 0 ? 99 : passphrase[i].unicode() - passphrase[i - 1].unicode();
        places += std::abs(step) <= 1 ? 0.2 : 1.0;
    }
    const double bits = places * std::log2(std::max(2.0, setSize(passphrase)));
    if (passphrase.size() < 8 && bits < 50)
        return Strength::TooShort;
    return bits < 50 ? Strength::Weak : bits < 70 ? Strength::Fair : Strength::Good;
}

}  // namespace chayan::ui
