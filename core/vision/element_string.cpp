#include "core/vision/element_string.h"

#include <algorithm>
#include <array>

namespace chayan::vision {

namespace {

/// Length of application identifier and value together, by its first two digits; these need no separator.
struct Predefined {
    const char* prefix;
    int length;
};
constexpr std::array predefined{
    Predefined{"00", 20}, Predefined{"01", 16}, Predefined{"02", 16}, Predefined{"03", 16},
    Predefined{"04", 18}, Predefined{"11", 8},  Predefined{"12", 8},  Predefined{"13", 8},
    Predefined{"14", 8},  Predefined{"15", 8},  Predefined{"16", 8},  Predefined{"17", 8},
    Predefined{"18", 8},  Predefined{"19", 8},  Predefined{"20", 4},  Predefined{"31", 10},
    Predefined{"32", 10}, Predefined{"33", 10}, Predefined{"34", 10}, Predefined{"35", 10},
    Predefined{"36", 10}, Predefined{"41", 16},
};

/// Length of the value after `identifier`, or -1 when only the next bracket ends it.
int valueLength(const QByteArray& identifier) {
    const auto* row = std::find_if(predefined.begin(), predefined.end(),
                                   [&](const Predefined& p) { return identifier.startsWith(p.prefix); });
    return row == predefined.end() ? -1 : row->length - static_cast<int>(identifier.size());
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The identifier in brackets at `at`: two to four digits.
QByteArray identifierAt(const QByteArray& text, qsizetype at) {
    if (at >= text.size() || text[at] != '(')
        return {};
    const qsizetype end = text.indexOf(')', at);
    const QByteArray digits = end < 0 ? QByteArray() : text.mid(at + 1, end - at - 1);
    const bool fits = digits.size() >= 2 && digits.size() <= 4;
    return fits && std::all_of(digits.begin(), digits.end(), isDigit) ? digits : QByteArray();
}

}  // namespace

QByteArray elementString(const QByteArray& bracketed) {
    constexpr char separator = 0x1D;
    QByteArray out;
    for (qsizetype at = 0; at < bracketed.size();) {
        const QByteArray identifier = identifierAt(bracketed, at);
        if (identifier.isEmpty())
            return bracketed;
        const qsizetype start = at + identifier.size() + 2;
        const int fixed = valueLength(identifier);
        qsizetype end = fixed >= 0 ? std::min<qsizetype>(start + fixed, bracketed.size()) : start;
        while (end < bracketed.size() && identifierAt(bracketed, end).isEmpty())
            ++end;
        out += identifier + bracketed.mid(start, end - start);
        if (fixed < 0 && end < bracketed.size())
            out += separator;
        at = end;
    }
    return out;
}

}  // namespace chayan::vision
