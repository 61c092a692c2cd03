#pragma once

#include "core/base/bytes.h"

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace chayan::crypto {

/// An officer's private key on P-256 (FIPS 186-4). Shared by copy; safe to use from several threads.
class OfficerKey {
  public:
    static Result<OfficerKey> generate();

    /// PKCS#8 (RFC 5958) encrypted with AES-256-CBC under scrypt N = 2^14, r = 8, p = 5 (formats.md section
    /// 2).
    Result<QByteArray> toEncryptedPem(const QByteArray& passphrase) const;
    /// WrongPassphrase when it does not open; BadInput when it is no such key or not on P-256.
    static Result<OfficerKey> fromEncryptedPem(const QByteArray& pem, const QByteArray& passphrase);

    /// ECDSA with SHA-256 over the message, DER.
    Result<QByteArray> sign(ByteView message) const;

    /// For this library's own sources.
    EVP_PKEY* handle() const { return m_key.get(); }

  private:
    explicit OfficerKey(std::shared_ptr<EVP_PKEY> key) : m_key(std::move(key)) {}
    std::shared_ptr<EVP_PKEY> m_key;
};

}  // namespace chayan::crypto
