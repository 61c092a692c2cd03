#include "core/codes/codes.h"
#include "core/codes/gs1.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Built by clang with -fsanitize=fuzzer. The first byte picks the reader, the rest is UTF-8 (broken sequences
// become U+FFFD) or, for the last ones, raw bytes as a decoder hands them over.

using namespace chayan;
using namespace chayan::codes;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

/// identify() must agree with itself and with identifyAs().
void consistent(const QString& text) {
    const std::vector<Meaning> all = identify(text);
    require(all == identify(text));
    for (const Meaning& meaning : all)
        require(identifyAs(meaning.scheme, text).value() == meaning);
}

/// What was cut holds no separator and no character that the input lacks.
void contained(const Gs1Message& message, const QString& text) {
    for (const Gs1Element& element : message.elements)
        require(!element.value.contains(fnc1) && text.contains(element.value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    const QString text = QString::fromUtf8(bytes);
    switch (data[0] % 8) {
        case 0:
            consistent(text);
            break;
        case 1:
            contained(parseGs1Scan(text), text);
            break;
        case 2:
            parseGs1Brackets(text);
            break;
        case 3:
            parseDigitalLink(text);
            break;
        case 4:
            for (const QString& scheme : schemes())
                require(identifyAs(scheme, text).has_value());
            break;
        case 5:
            meaningsOfCode(u"DataMatrix", text, bytes, u"]d2");
            meaningsOfCode(u"DataBarExpanded", text, bytes);
            break;
        case 6:
            meaningsOfCode(u"EAN-13", text, bytes);
            meaningsOfCode(u"UPC-E", text, bytes);
            break;
        default:
            meaningsOfCode(u"Code128", QString(), bytes);
            gs1Date(text, 2026);
            break;
    }
    return 0;
}
