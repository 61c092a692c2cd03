#pragma once

#include "core/crypto/certificate.h"

namespace chayan::crypto {

/// A detached CMS signature (RFC 5652), DER, SHA-256, with the signing-certificate attribute of CAdES-BES
/// (ETSI EN 319 122-1), so that no twin certificate of the same issuer and number can take the signer's
/// place.
Result<QByteArray> signDetached(ByteView content, const OfficerKey& key, const Certificate& certificate);

/// True when `der` is exactly such a signature over `content` by `certificate`: one signer, one certificate,
/// no unsigned attributes, no revocation lists, no spare bytes. Says nothing about whether the certificate is
/// trusted. The error names what is wrong (InvalidBundle).
Status verifyDetached(const QByteArray& der, ByteView content, const Certificate& certificate);

}  // namespace chayan::crypto
