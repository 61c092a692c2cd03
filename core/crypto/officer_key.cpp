#include "core/crypto/officer_key.h"

#include "core/crypto/openssl_handle.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace chayan::crypto {

namespace {

constexpr quint64 scryptN = 1 << 14;
constexpr quint64 scryptR = 8;
constexpr quint64 scryptP = 5;

using Pkcs8Ptr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Release<PKCS8_PRIV_KEY_INFO_free>>;
using SealedPkcs8Ptr = std::unique_ptr<X509_SIG, Release<X509_SIG_free>>;

bool isP256(EVP_PKEY* key) {
    char group[64] = {};
    std::size_t length = 0;
    return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1 &&
           std::string_view(group) == "prime256v1";
}

}  // namespace

Result<OfficerKey> OfficerKey::generate() {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    if (key == nullptr)
        return opensslFailed(u"officer key"_s);
    return OfficerKey(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

Result<QByteArray> OfficerKey::toEncryptedPem(const QByteArray& passphrase) const {
    unsigned char salt[16];
    const Pkcs8Ptr plain(EVP_PKEY2PKCS8(m_key.get()));
    if (!plain || RAND_bytes(salt, sizeof salt) != 1)
        return opensslFailed(u"officer key"_s);
    X509_ALGOR* scheme =
        PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt, sizeof salt, nullptr, scryptN, scryptR, scryptP);
    if (scheme == nullptr)
        return opensslFailed(u"officer key"_s);
    const SealedPkcs8Ptr sealed(
        PKCS8_set0_pbe(passphrase.constData(), static_cast<int>(passphrase.size()), plain.get(), scheme));
    if (!sealed) {
        X509_ALGOR_free(scheme);
        return opensslFailed(u"officer key"_s);
    }
    const BioPtr out(BIO_new(BIO_s_mem()));
    if (!out || PEM_write_bio_PKCS8(out.get(), sealed.get()) != 1)
        return opensslFailed(u"officer key"_s);
    return contentOf(out.get());
}

Result<OfficerKey> OfficerKey::fromEncryptedPem(const QByteArray& pem, const QByteArray& passphrase) {
    const BioPtr in = readingBio(view(pem));
    const SealedPkcs8Ptr sealed(in ? PEM_read_bio_PKCS8(in.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!sealed) {
        ERR_clear_error();
        return fail(ErrorKind::BadInput, u"officer key"_s, u"not an encrypted key (PEM)"_s);
    }
    const Pkcs8Ptr plain(
        PKCS8_decrypt(sealed.get(), passphrase.constData(), static_cast<int>(passphrase.size())));
    if (!plain) {
        ERR_clear_error();
        return fail(ErrorKind::WrongPassphrase, u"officer key"_s, u"it does not open the key"_s);
    }
    std::shared_ptr<EVP_PKEY> key(EVP_PKCS82PKEY(plain.get()), EVP_PKEY_free);
    if (!key || !isP256(key.get()))
        return fail(ErrorKind::BadInput, u"officer key"_s, u"not a P-256 key"_s);
    return OfficerKey(std::move(key));
}

Result<QByteArray> OfficerKey::sign(ByteView message) const {
    const MdContextPtr context(EVP_MD_CTX_new());
    std::size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size()) != 1)
        return opensslFailed(u"signature"_s);
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       message.data(), message.size()) != 1)
        return opensslFailed(u"signature"_s);
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

}  // namespace chayan::crypto
