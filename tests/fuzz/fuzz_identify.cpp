#include "core/codes/codes.h"
#include "tests/fuzz/fuzz_input.h"

using namespace chayan::codes;

/// Every scheme judges any text, and identify() agrees with itself and with identifyAs().
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = chayan::fuzz::textOf(data, size);
    for (const QString& scheme : schemes())
        chayan::fuzz::require(identifyAs(scheme, text).has_value());
    const std::vector<Meaning> all = identify(text);
    chayan::fuzz::require(all == identify(text));
    for (const Meaning& meaning : all)
        chayan::fuzz::require(identifyAs(meaning.scheme, text).value() == meaning);
    return 0;
}
