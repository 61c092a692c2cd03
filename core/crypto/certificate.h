#pragma once

#include "core/base/clock.h"
#include "core/crypto/officer_key.h"

#include <memory>

using X509 = struct x509_st;

namespace chayan::crypto {

/// Who an officer is, as the certificate says it (X.520 names in brackets).
struct OfficerName {
    QString name;      ///< [commonName]
    QString badge;     ///< 执法证号 [serialNumber]
    QString agency;    ///< [organizationName]
    QString division;  ///< GB/T 2260, six digits [localityName]; may be empty

    bool operator==(const OfficerName&) const = default;
};

/// An officer's X.509 certificate (RFC 5280) with a P-256 key. Immutable; shared by copy; any thread.
/// Its identity is the fingerprint, the SHA-256 of its DER: two certificates of one key are two officers.
class Certificate {
  public:
    /// Exactly one certificate and nothing behind it; NotACertificate otherwise or when the key is not P-256.
    static Result<Certificate> fromDer(const QByteArray& der);
    /// Exactly one PEM block.
    static Result<Certificate> fromPem(const QByteArray& pem);
    /// Self-signed, valid for a hundred years: trust is decided by fingerprint, not by date.
    static Result<Certificate> selfSigned(const OfficerKey& key, const OfficerName& name, UtcMs now);

    const QByteArray& der() const { return m_der; }
    QByteArray pem() const;
    const Digest& fingerprint() const { return m_fingerprint; }
    const OfficerName& officer() const { return m_officer; }

    /// True when `signature` (DER) is this certificate's key's ECDSA-SHA-256 over `message`.
    bool verifies(ByteView message, const QByteArray& signature) const;
    /// True when `ca`, a certificate allowed to issue others, signed this one.
    bool issuedBy(const Certificate& ca) const;
    /// True when the private key belongs to this certificate.
    bool belongsTo(const OfficerKey& key) const;

    /// For this library's own sources.
    X509* handle() const { return m_x509.get(); }

  private:
    Certificate() = default;
    static Result<Certificate> fromHandle(std::shared_ptr<X509> x509);
    std::shared_ptr<X509> m_x509;
    QByteArray m_der;
    Digest m_fingerprint;
    OfficerName m_officer;
};

/// A request (PKCS#10, RFC 2986, PEM) for the agency's CA to certify the officer's key.
Result<QByteArray> certificateRequest(const OfficerKey& key, const OfficerName& name);

}  // namespace chayan::crypto
