#include "core/vision/picture.h"

#include <algorithm>
#include <cstring>

namespace chayan::vision {

namespace {

/// Numbers out of a file; whatever lies beyond its end reads as nothing.
class Fields {
  public:
    explicit Fields(ByteView bytes, bool bigEndian) : m_bytes(bytes), m_bigEndian(bigEndian) {}

    std::optional<std::uint64_t> number(std::uint64_t at, int width) const {
        if (at > m_bytes.size() || m_bytes.size() - at < static_cast<std::size_t>(width))
            return {};
        std::uint64_t value = 0;
        for (int i = 0; i < width; ++i)
            value = value << 8 | m_bytes[at + static_cast<std::size_t>(m_bigEndian ? i : width - 1 - i)];
        return value;
    }
    bool holds(std::uint64_t at, std::uint64_t length) const {
        return at <= m_bytes.size() && length <= m_bytes.size() - at;
    }

  private:
    ByteView m_bytes;
    bool m_bigEndian;
};

// Walks marker segments; inside entropy-coded data FF 00 and the restart markers are no end.
bool jpegIsWhole(ByteView bytes) {
    constexpr int startOfImage = 0xD8, endOfImage = 0xD9, temporary = 0x01;
    const Fields fields(bytes, true);
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const void* found = std::memchr(bytes.data() + at, 0xFF, bytes.size() - at);
        if (!found)
            return false;
        at = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - bytes.data());
        while (at < bytes.size() && bytes[at] == 0xFF)
            ++at;
        if (at >= bytes.size())
            return false;
        const int marker = bytes[at++];
        if (marker == endOfImage)
            return true;
        const bool alone = marker == 0 || marker == startOfImage || marker == temporary ||
                           (marker >= 0xD0 && marker <= 0xD7);
        if (alone)
            continue;
        const auto length = fields.number(at, 2);
        if (!length || *length < 2 || !fields.holds(at, *length))
            return false;
        // After a scan's header comes its data, through which the search for 0xFF goes on by itself.
        at += *length;
    }
    return false;
}

bool pngIsWhole(ByteView bytes) {
    const Fields fields(bytes, true);
    constexpr std::uint64_t end = 0x49454E44;  // IEND
    for (std::uint64_t at = 8;;) {
        const auto length = fields.number(at, 4);
        const auto type = fields.number(at + 4, 4);
        if (!length || !type || !fields.holds(at + 8, *length + 4))
            return false;
        if (*type == end)
            return true;
        at += 12 + *length;
    }
}

bool webpIsWhole(ByteView bytes) {
    const Fields fields(bytes, false);
    const auto length = fields.number(4, 4);
    return length && fields.holds(8, *length);
}

int widthOfType(std::uint64_t type) {
    switch (type) {
        case 3:  // SHORT
            return 2;
        case 4:  // LONG
            return 4;
        case 16:  // LONG8
            return 8;
        default:
            return 0;
    }
}

/// The numbers of one directory entry, or nothing when they lie beyond the file.
struct Numbers {
    std::uint64_t at = 0;
    std::uint64_t count = 0;
    int width = 0;
};

bool tiffIsWhole(ByteView bytes) {
    if (bytes.size() < 8)
        return false;
    const Fields fields(bytes, bytes[0] == 'M');
    const bool big = fields.number(2, 2) == 43;
    const int wide = big ? 8 : 4;
    const auto directory = fields.number(big ? 8 : 4, wide);
    const auto entries = directory ? fields.number(*directory, big ? 8 : 2) : std::nullopt;
    const std::uint64_t entryBytes = big ? 20 : 12;
    const std::uint64_t first = directory.value_or(0) + (big ? 8 : 2);
    if (!entries || *entries > bytes.size() || !fields.holds(first, *entries * entryBytes))
        return false;
    Numbers offsets, counts;
    for (std::uint64_t i = 0; i < *entries; ++i) {
        const std::uint64_t at = first + i * entryBytes;
        const std::uint64_t tag = *fields.number(at, 2);
        const bool isOffsets = tag == 273 || tag == 324;  // StripOffsets, TileOffsets
        const bool isCounts = tag == 279 || tag == 325;   // StripByteCounts, TileByteCounts
        if (!isOffsets && !isCounts)
            continue;
        Numbers numbers{at + 4 + static_cast<std::uint64_t>(wide), *fields.number(at + 4, wide),
                        widthOfType(*fields.number(at + 2, 2))};
        if (numbers.count > bytes.size())
            return false;
        if (numbers.count * static_cast<std::uint64_t>(numbers.width) > static_cast<std::uint64_t>(wide))
            numbers.at = *fields.number(numbers.at, wide);
        (isOffsets ? offsets : counts) = numbers;
    }
    for (std::uint64_t i = 0; i < std::min(offsets.count, counts.count); ++i) {
        const auto offset =
            fields.number(offsets.at + i * static_cast<std::uint64_t>(offsets.width), offsets.width);
        const auto count =
            fields.number(counts.at + i * static_cast<std::uint64_t>(counts.width), counts.width);
        if (!offset || !count || !fields.holds(*offset, *count))
            return false;
    }
    return true;
}

bool heifIsWhole(ByteView bytes) {
    const Fields fields(bytes, true);
    constexpr std::uint64_t meta = 0x6D657461;
    bool hasMeta = false;
    for (std::uint64_t at = 0; at < bytes.size();) {
        auto length = fields.number(at, 4);
        const auto type = fields.number(at + 4, 4);
        if (!length || !type)
            return false;
        if (*length == 1)
            length = fields.number(at + 8, 8);
        else if (*length == 0)  // up to the end
            length = bytes.size() - at;
        constexpr std::uint64_t least = 8;
        if (!length || *length < least || !fields.holds(at, *length))
            return false;
        hasMeta = hasMeta || *type == meta;
        at += *length;
    }
    return hasMeta;
}

}  // namespace

bool isWhole(ByteView bytes, Format format) {
    switch (format) {
        case Format::Jpeg:
            return jpegIsWhole(bytes);
        case Format::Png:
            return pngIsWhole(bytes);
        case Format::WebP:
            return webpIsWhole(bytes);
        case Format::Tiff:
            return tiffIsWhole(bytes);
        case Format::Heif:
            return heifIsWhole(bytes);
    }
    return false;
}

}  // namespace chayan::vision
