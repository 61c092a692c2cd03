#include "core/base/bytes.h"

#include <algorithm>

namespace chayan {

QString Digest::hex() const {
    return QString::fromLatin1(raw().toHex());
}

QByteArray Digest::raw() const {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

std::optional<Digest> Digest::fromHex(QStringView text) {
    if (text.size() != 64)
        return {};
    Digest digest;
    for (qsizetype i = 0; i < 64; ++i) {
        const char16_t c = text[i].unicode();
        int nibble = 0;
        if (c >= u'0' && c <= u'9')
            nibble = c - u'0';
        else if (c >= u'a' && c <= u'f')
            nibble = c - u'a' + 10;
        else
            return {};
        auto& byte = digest.bytes[static_cast<std::size_t>(i / 2)];
        byte = static_cast<std::uint8_t>(byte << 4 | nibble);
    }
    return digest;
}

std::optional<Digest> Digest::fromRaw(ByteView raw) {
    if (raw.size() != 32)
        return {};
    Digest digest;
    std::copy(raw.begin(), raw.end(), digest.bytes.begin());
    return digest;
}

QString base64url(ByteView bytes) {
    const auto raw = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                             static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<QByteArray> fromBase64url(QStringView text) {
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                         QByteArray::AbortOnBase64DecodingErrors;
    const QByteArray latin = text.toLatin1();
    auto decoded = QByteArray::fromBase64Encoding(latin, options);
    if (!decoded || base64url(view(decoded.decoded)) != text)
        return {};
    return std::move(decoded.decoded);
}

bool isUtf8(ByteView bytes) {
    std::size_t i = 0;
    const std::size_t n = bytes.size();
    const auto continuation = [&](std::size_t at, std::uint8_t low, std::uint8_t high) {
        return at < n && bytes[at] >= low && bytes[at] <= high;
    };
    while (i < n) {
        const std::uint8_t b = bytes[i];
        if (b < 0x80) {
            i += 1;
        } else if (b >= 0xC2 && b <= 0xDF) {
            if (!continuation(i + 1, 0x80, 0xBF))
                return false;
            i += 2;
        } else if (b >= 0xE0 && b <= 0xEF) {
            const std::uint8_t low = b == 0xE0 ? 0xA0 : 0x80;
            const std::uint8_t high = b == 0xED ? 0x9F : 0xBF;
            if (!continuation(i + 1, low, high) || !continuation(i + 2, 0x80, 0xBF))
                return false;
            i += 3;
        } else if (b >= 0xF0 && b <= 0xF4) {
            const std::uint8_t low = b == 0xF0 ? 0x90 : 0x80;
            const std::uint8_t high = b == 0xF4 ? 0x8F : 0xBF;
            if (!continuation(i + 1, low, high) || !continuation(i + 2, 0x80, 0xBF) ||
                !continuation(i + 3, 0x80, 0xBF))
                return false;
            i += 4;
        } else {
            return false;
        }
    }
    return true;
}

}  // namespace chayan
