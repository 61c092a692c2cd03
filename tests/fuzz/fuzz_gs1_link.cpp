#include "core/codes/gs1.h"
#include "tests/fuzz/fuzz_input.h"

using namespace chayan::codes;

/// A GS1 Digital Link.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = chayan::fuzz::textOf(data, size);
    const Gs1Message message = parseDigitalLink(text);
    for (const Gs1Element& element : message.elements)
        chayan::fuzz::require(!element.ai.isEmpty() && !element.value.contains(fnc1));
    return 0;
}
