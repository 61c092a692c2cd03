#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"

namespace chayan::crypto {

/// What a time-stamp (RFC 3161) says: its content existed not later than `at`, by the word of whoever holds
/// the key of the certificate in it. Whether that one can be believed is decided elsewhere.
struct TimeStamp {
    UtcMs at = 0;
    QString authority;   ///< the common name in the certificate, or its whole subject
    Digest certificate;  ///< the certificate's fingerprint
};

/// Reads a time-stamp's response and holds it against `content`: granted, over these bytes (by SHA-256, 384
/// or 512), and signed by the key of the certificate that is enclosed. InvalidBundle with the reason
/// otherwise.
Result<TimeStamp> readTimeStamp(const QByteArray& response, ByteView content);

}  // namespace chayan::crypto
