#include "core/codes/gs1.h"
#include "tests/fuzz/fuzz_input.h"

using namespace chayan::codes;

/// An element string as decoders give it: what was cut holds no separator and nothing that the input lacks.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = chayan::fuzz::textOf(data, size);
    const Gs1Message message = parseGs1Scan(text);
    for (const Gs1Element& element : message.elements)
        chayan::fuzz::require(!element.value.contains(fnc1) && text.contains(element.value));
    return 0;
}
