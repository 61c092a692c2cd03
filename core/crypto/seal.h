#pragma once

#include "core/crypto/certificate.h"

namespace chayan::crypto {

/// A 256-bit key for sealed values.
struct SealKey {
    QByteArray bytes;
    static Result<SealKey> random();
};

/// AES-256-GCM (NIST SP 800-38D) under a random nonce: nonce (12) | ciphertext | tag (16). `context` is bound
/// to it and not hidden, so that a value cannot be moved to another place.
Result<QByteArray> seal(const SealKey& key, ByteView plain, ByteView context);
/// Damaged when it was changed, moved or sealed under another key.
Result<QByteArray> openSealed(const SealKey& key, const QByteArray& sealed, ByteView context);

/// A key for one officer's eyes: CMS EnvelopedData (RFC 5652, RFC 5753 key agreement), DER. `openssl cms
/// -decrypt` opens it.
Result<QByteArray> envelope(const SealKey& key, const Certificate& recipient);
/// NotAdmitted when it is not for this officer.
Result<SealKey> openEnvelope(const QByteArray& der, const OfficerKey& key, const Certificate& recipient);

}  // namespace chayan::crypto
