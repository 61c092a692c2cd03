#include "core/crypto/named_digest.h"

#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace chayan::crypto {

struct NamedDigest::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    const EVP_MD* kind = nullptr;
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(context); }
    bool begin() { return EVP_DigestInit_ex(context, kind, nullptr) == 1; }
};

std::optional<Algorithm> algorithmByName(QByteArrayView name) {
    if (name == "md5")
        return Algorithm::Md5;
    if (name == "sha1")
        return Algorithm::Sha1;
    if (name == "sha256")
        return Algorithm::Sha256;
    if (name == "sha512")
        return Algorithm::Sha512;
    return {};
}

QString name(Algorithm algorithm) {
    switch (algorithm) {
        case Algorithm::Md5:
            return u"md5"_s;
        case Algorithm::Sha1:
            return u"sha1"_s;
        case Algorithm::Sha256:
            return u"sha256"_s;
        case Algorithm::Sha512:
            return u"sha512"_s;
    }
    return {};
}

namespace {

const EVP_MD* kindOf(Algorithm algorithm) {
    switch (algorithm) {
        case Algorithm::Md5:
            return EVP_md5();
        case Algorithm::Sha1:
            return EVP_sha1();
        case Algorithm::Sha256:
            return EVP_sha256();
        case Algorithm::Sha512:
            return EVP_sha512();
    }
    return nullptr;
}

}  // namespace

int digestBytes(Algorithm algorithm) {
    return EVP_MD_get_size(kindOf(algorithm));
}

NamedDigest::NamedDigest(std::unique_ptr<State> state) : m_state(std::move(state)) {}
NamedDigest::NamedDigest(NamedDigest&&) noexcept = default;
NamedDigest& NamedDigest::operator=(NamedDigest&&) noexcept = default;
NamedDigest::~NamedDigest() = default;

Result<NamedDigest> NamedDigest::create(Algorithm algorithm) {
    auto state = std::make_unique<State>();
    state->kind = kindOf(algorithm);
    if (!state->context || !state->begin())
        return fail(ErrorKind::Unsupported, name(algorithm), u"OpenSSL does not offer this digest"_s);
    return NamedDigest(std::move(state));
}

void NamedDigest::add(ByteView bytes) {
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

QByteArray NamedDigest::finish() {
    QByteArray value(EVP_MD_get_size(m_state->kind), '\0');
    EVP_DigestFinal_ex(m_state->context, reinterpret_cast<unsigned char*>(value.data()), nullptr);
    m_state->begin();
    return value;
}

}  // namespace chayan::crypto
