#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace chayan {

/// Bytes that are read and not kept.
using ByteView = std::span<const std::uint8_t>;

inline ByteView view(const QByteArray& bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

/// A SHA-256 value: an entry hash, a tree node, a fingerprint, the name of an original.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    auto operator<=>(const Digest&) const = default;

    /// 64 lower-case hex digits.
    QString hex() const;
    /// The raw 32 bytes, for preimages and blobs.
    QByteArray raw() const;

    /// Exactly 64 lower-case hex digits; anything else gives nothing.
    static std::optional<Digest> fromHex(QStringView text);
    /// Exactly 32 bytes; anything else gives nothing.
    static std::optional<Digest> fromRaw(ByteView raw);
};

inline ByteView view(const Digest& digest) {
    return {digest.bytes.data(), digest.bytes.size()};
}

/// base64url without padding (RFC 4648 section 5), as formats.md writes salts, slots and signatures.
QString base64url(ByteView bytes);
/// The strict inverse: padding, other alphabets and stray trailing bits are refused, so a value has one
/// spelling.
std::optional<QByteArray> fromBase64url(QStringView text);

/// True for well-formed UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF (RFC 3629).
bool isUtf8(ByteView bytes);

}  // namespace chayan

template <>
struct std::hash<chayan::Digest> {
    std::size_t operator()(const chayan::Digest& digest) const noexcept {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i)
            value = value << 8 | digest.bytes[i];
        return value;
    }
};
