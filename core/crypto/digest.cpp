#include "core/crypto/digest.h"

#include <openssl/evp.h>

namespace chayan::crypto {

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(context); }
    // Neither call can fail for the built-in SHA-256 once the context exists.
    void begin() { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
    m_state->begin();
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(ByteView bytes) {
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

Digest Sha256::finish() {
    Digest digest;
    EVP_DigestFinal_ex(m_state->context, digest.bytes.data(), nullptr);
    m_state->begin();
    return digest;
}

Digest sha256(ByteView bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

}  // namespace chayan::crypto
