#include "core/base/json.h"

#include <cstdlib>

/// Whatever the strict reader accepts, the writer writes again byte for byte: a value has one spelling.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto value = chayan::parseCanonical({data, size});
    if (!value)
        return 0;
    const auto written = chayan::canonical(*value);
    if (!written || *written != QByteArray::fromRawData(reinterpret_cast<const char*>(data),
                                                        static_cast<qsizetype>(size)))
        std::abort();
    return 0;
}
