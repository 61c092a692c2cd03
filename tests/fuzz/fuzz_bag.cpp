#include "core/bundle/bag_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace chayan::bundle;

/// The text files of a bag. What our strict rules take is written again as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const QByteArray text(chayan::fuzz::bytesOf(data + 1, size - 1));
    const Rules rules = data[0] % 2 == 0 ? Rules::Ours : Rules::Foreign;
    const auto lines = parseManifest(text, QStringLiteral("manifest"), 32, rules);
    if (lines && rules == Rules::Ours)
        chayan::fuzz::require(manifestText(*lines) == text);
    const auto info = parseBagInfo(text, rules);
    if (info)
        checkOxum(*info, {1, 1}, true);
    parseBagit(text);
    return 0;
}
