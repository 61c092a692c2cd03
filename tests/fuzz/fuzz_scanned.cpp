#include "core/codes/cross_checks.h"
#include "core/codes/gs1.h"
#include "tests/fuzz/fuzz_input.h"

using namespace chayan::codes;

/// What a decoder hands over: the first byte picks the symbology. All readings of it, and what they say of
/// each other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr QStringView formats[] = {
        u"DataMatrix", u"DataBarExpanded", u"DataBar", u"EAN-13", u"EAN-8",
        u"UPC-E",      u"UPC-A",           u"Code128", u"QRCode", u"ITF"};
    if (size == 0)
        return 0;
    const QByteArray bytes = chayan::fuzz::bytesOf(data + 1, size - 1);
    const QString text = data[0] < 128 ? QString::fromUtf8(bytes) : QString();
    const QStringView format = formats[data[0] % std::size(formats)];
    const QString half = text.first(text.size() / 2);
    const std::vector<Label> labels{{text, meaningsOfCode(format, text, bytes, u"]d2")},
                                    {half, meaningsOfCode(format, half, bytes.first(bytes.size() / 2))}};
    for (const Label& label : labels)
        isUnique(label);
    crossChecks(labels, {2026, 11, 24});
    crossChecks({.origin = text, .gtin = half, .lot = half, .licence = text, .category = half}, labels,
                {2026, 11, 24});
    gs1Date(text, 2026);
    return 0;
}
