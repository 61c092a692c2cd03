#pragma once

#include "core/base/bytes.h"

#include <memory>

namespace chayan::crypto {

/// The digests that bags made by others use (RFC 8493 section 2.4). MD5 (RFC 1321) and SHA-1 (FIPS 180-4)
/// find accidents, not forgers.
enum class Algorithm { Md5, Sha1, Sha256, Sha512 };

/// By the lower-case name in a manifest's file name: `md5`, `sha1`, `sha256`, `sha512`.
std::optional<Algorithm> algorithmByName(QByteArrayView name);
QString name(Algorithm algorithm);
/// The size of its values in bytes.
int digestBytes(Algorithm algorithm);

/// A digest of bytes that arrive in pieces. One thread at a time; reusable after finish().
class NamedDigest {
  public:
    /// Unsupported where OpenSSL is set up without the algorithm (MD5 under FIPS).
    static Result<NamedDigest> create(Algorithm algorithm);
    NamedDigest(NamedDigest&&) noexcept;
    NamedDigest& operator=(NamedDigest&&) noexcept;
    ~NamedDigest();

    void add(ByteView bytes);
    QByteArray finish();

  private:
    struct State;
    explicit NamedDigest(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace chayan::crypto
