#include "core/vision/witness.h"

#include "core/vision/place.h"

using namespace Qt::StringLiterals;

namespace chayan::vision {

namespace {

/// A GTIN-14 with the right check digit (GS1 General Specifications, 7.9).
bool isGtin14(const QByteArray& digits) {
    if (digits.size() != 14)
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += (digits[i] - '0') * (i % 2 == 0 ? 3 : 1);
    return sum % 10 == 0;
}

bool isRetail(const QString& format) {
    return format == u"EAN-13"_s || format == u"EAN-8"_s || format == u"UPC-A"_s || format == u"UPC-E"_s;
}

}  // namespace

Trust trustIn(const Code& code, int enoughRows) {
    const Trust byRows = code.rows >= enoughRows ? Trust::Counts : Trust::NeedsSecond;
    if (code.format == u"ITF"_s)
        return isGtin14(code.bytes) ? byRows : Trust::NeedsSecond;
    if (isRetail(code.format) || code.format == u"Code39"_s || code.format == u"Codabar"_s)
        return byRows;
    // What ZXing makes of print: a stack of almost nothing.
    constexpr qsizetype leastStacked = 4;
    if (code.format == u"PDF417"_s && code.bytes.size() < leastStacked)
        return Trust::Never;
    return Trust::Counts;
}

bool mayBePart(const Code& code) {
    return code.format == u"ITF"_s && !isGtin14(code.bytes);
}

bool coversItsBars(const Code& code, double barsWidth) {
    constexpr double mostOfIt = 0.75;
    return !mayBePart(code) || lengthOf(code.corners) >= mostOfIt * barsWidth;
}

}  // namespace chayan::vision
