#include "core/crypto/seal.h"

#include "core/crypto/openssl_handle.h"
#include "core/crypto/random.h"

using namespace Qt::StringLiterals;

namespace chayan::crypto {

namespace {

constexpr int keySize = 32;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;

const unsigned char* unsignedData(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}
unsigned char* unsignedData(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace

Result<SealKey> SealKey::random() {
    CHAYAN_TRY(QByteArray bytes, randomBytes(keySize));
    return SealKey{std::move(bytes)};
}

Result<QByteArray> seal(const SealKey& key, ByteView plain, ByteView context) {
    CHAYAN_TRY(QByteArray out, randomBytes(nonceSize));
    const CipherContextPtr cipher(EVP_CIPHER_CTX_new());
    const auto plainSize = static_cast<int>(plain.size());
    out.resize(nonceSize + plainSize + tagSize);
    unsigned char* body = unsignedData(out) + nonceSize;
    int n = 0;
    const bool sealed =
        cipher && key.bytes.size() == keySize &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, unsignedData(key.bytes),
                           unsignedData(out)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &n, context.data(), static_cast<int>(context.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), body, &n, plain.data(), plainSize) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), body + plainSize, &n) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, body + plainSize) == 1;
    if (!sealed)
        return opensslFailed(u"sealing"_s);
    return out;
}

Result<QByteArray> openSealed(const SealKey& key, const QByteArray& sealed, ByteView context) {
    if (sealed.size() < nonceSize + tagSize || key.bytes.size() != keySize)
        return fail(ErrorKind::Damaged, u"sealed value"_s, u"too short"_s);
    const auto size = static_cast<int>(sealed.size()) - nonceSize - tagSize;
    const unsigned char* body = unsignedData(sealed) + nonceSize;
    QByteArray tag = sealed.right(tagSize);
    QByteArray plain(size, Qt::Uninitialized);
    const CipherContextPtr cipher(EVP_CIPHER_CTX_new());
    int n = 0;
    const bool opened =
        cipher &&
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, unsignedData(key.bytes),
                           unsignedData(sealed)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &n, context.data(), static_cast<int>(context.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), unsignedData(plain), &n, body, size) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), unsignedData(plain) + size, &n) == 1;
    if (!opened) {
        ERR_clear_error();
        return fail(ErrorKind::Damaged, u"sealed value"_s, u"changed, or sealed under another key"_s);
    }
    return plain;
}

Result<QByteArray> envelope(const SealKey& key, const Certificate& recipient) {
    STACK_OF(X509)* recipients = sk_X509_new_null();
    if (recipients == nullptr || sk_X509_push(recipients, recipient.handle()) == 0) {
        sk_X509_free(recipients);
        return opensslFailed(u"envelope"_s);
    }
    const BioPtr in = readingBio(view(key.bytes));
    const CmsPtr cms(CMS_encrypt(recipients, in.get(), EVP_aes_256_cbc(), CMS_BINARY));
    sk_X509_free(recipients);
    unsigned char* encoded = nullptr;
    const int size = cms ? i2d_CMS_ContentInfo(cms.get(), &encoded) : -1;
    if (size < 0)
        return opensslFailed(u"envelope"_s);
    const QByteArray der(reinterpret_cast<const char*>(encoded), size);
    OPENSSL_free(encoded);
    return der;
}

Result<SealKey> openEnvelope(const QByteArray& der, const OfficerKey& key, const Certificate& recipient) {
    const auto* at = unsignedData(der);
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
    const BioPtr out(BIO_new(BIO_s_mem()));
    if (!cms || !out ||
        CMS_decrypt(cms.get(), key.handle(), recipient.handle(), nullptr, out.get(), CMS_BINARY) != 1)
        return fail(ErrorKind::NotAdmitted, u"envelope"_s, u"changed, or sealed under another key"_s);
    SealKey opened{contentOf(out.get())};
    if (opened.bytes.size() != keySize)
        return fail(ErrorKind::Damaged, u"envelope"_s, u"holds no key"_s);
    return opened;
}

}  // namespace chayan::crypto
