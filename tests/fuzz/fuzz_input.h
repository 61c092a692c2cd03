#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// What the fuzz targets share. They are built by clang with -fsanitize=fuzzer; what must hold and does not
/// ends the process.
namespace chayan::fuzz {

inline void require(bool holds) {
    if (!holds)
        std::abort();
}

/// The bytes as libFuzzer gave them; no copy.
inline QByteArray bytesOf(const std::uint8_t* data, std::size_t size) {
    return QByteArray::fromRawData(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
}

/// As UTF-8; broken sequences become U+FFFD.
inline QString textOf(const std::uint8_t* data, std::size_t size) {
    return QString::fromUtf8(bytesOf(data, size));
}

}  // namespace chayan::fuzz
