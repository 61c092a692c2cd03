#include "core/base/bytes.h"
#include "core/vision/picture.h"
#include "tests/fuzz/fuzz_input.h"

using namespace chayan;

/// Our own handling of picture files, on top of their libraries: the first byte picks the format.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    static constexpr vision::Format formats[] = {vision::Format::Jpeg, vision::Format::Png,
                                                 vision::Format::WebP, vision::Format::Tiff,
                                                 vision::Format::Heif};
    const vision::Format format = formats[data[0] % std::size(formats)];
    const ByteView bytes{data + 1, size - 1};
    const auto opened = vision::open(bytes, format, 64);
    if (opened)
        fuzz::require(opened->grey.width > 0 && opened->grey.height > 0 &&
                      opened->grey.pixels.size() == static_cast<std::size_t>(opened->grey.width) *
                                                        static_cast<std::size_t>(opened->grey.height));
    return 0;
}
