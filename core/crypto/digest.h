#pragma once

#include "core/base/bytes.h"

#include <memory>

namespace chayan::crypto {

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces. One thread at a time; reusable after finish().
class Sha256 {
  public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void add(ByteView bytes);
    Digest finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

Digest sha256(ByteView bytes);

}  // namespace chayan::crypto
