#include "core/crypto/cms.h"

#include "core/base/limits.h"
#include "core/crypto/openssl_handle.h"

#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace chayan::crypto {

namespace {

using StorePtr = std::unique_ptr<X509_STORE, Release<X509_STORE_free>>;

constexpr unsigned detachedFlags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;

tl::unexpected<Error> refuse(const QString& detail) {
    ERR_clear_error();
    return fail(ErrorKind::InvalidBundle, u"signature"_s, detail);
}

QByteArray tlv(char tag, const QByteArray& content) {
    QByteArray length;
    if (content.size() < 0x80) {
        length += static_cast<char>(content.size());
    } else {
        for (auto rest = content.size(); rest > 0; rest >>= 8)
            length.prepend(static_cast<char>(rest & 0xFF));
        length.prepend(static_cast<char>(0x80 | length.size()));
    }
    return tag + length + content;
}

template <class T, class Encode>
QByteArray encoded(T* value, Encode encode) {
    unsigned char* out = nullptr;
    const int size = encode(value, &out);
    if (size < 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char*>(out), size);
    OPENSSL_free(out);
    return bytes;
}

/// The only encoding that our signatures have, built anew from what they must say. OpenSSL's own verification
/// passes over versions, the content type and the spelling of names; comparing with this leaves nothing to
/// alter.
QByteArray expectedEncoding(CMS_SignerInfo* signer, const Certificate& certificate) {
    constexpr char sequence = 0x30;
    constexpr char set = 0x31;
    constexpr char context0 = static_cast<char>(0xA0);
    const QByteArray versionOne = tlv(0x02, QByteArray(1, 1));
    const auto oid = [](int nid) { return encoded(OBJ_nid2obj(nid), i2d_ASN1_OBJECT); };

    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    const QByteArray sha256 = encoded(digest, i2d_X509_ALGOR);
    QByteArray attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        attributes += encoded(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE);
    const QByteArray issuerAndNumber = encoded(X509_get_issuer_name(certificate.handle()), i2d_X509_NAME) +
                                       encoded(X509_get_serialNumber(certificate.handle()), i2d_ASN1_INTEGER);
    const QByteArray signature = encoded(CMS_SignerInfo_get0_signature(signer), i2d_ASN1_OCTET_STRING);
    const QByteArray signerInfo =
        tlv(sequence, versionOne + tlv(sequence, issuerAndNumber) + sha256 + tlv(context0, attributes) +
                          tlv(sequence, oid(NID_ecdsa_with_SHA256)) + signature);
    const QByteArray signedData =
        tlv(sequence, versionOne + tlv(set, sha256) + tlv(sequence, oid(NID_pkcs7_data)) +
                          tlv(context0, certificate.der()) + tlv(set, signerInfo));
    return tlv(sequence, oid(NID_pkcs7_signed) + tlv(context0, signedData));
}

bool isPlainSha256(CMS_SignerInfo* signer) {
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    const ASN1_OBJECT* name = nullptr;
    int parameterType = V_ASN1_UNDEF;
    X509_ALGOR_get0(&name, &parameterType, nullptr, digest);
    return OBJ_obj2nid(name) == NID_sha256 && (parameterType == V_ASN1_UNDEF || parameterType == V_ASN1_NULL);
}

}  // namespace

Result<QByteArray> signDetached(ByteView content, const OfficerKey& key, const Certificate& certificate) {
    const BioPtr in = readingBio(content);
    const CmsPtr cms(CMS_sign(certificate.handle(), key.handle(), nullptr, in.get(), detachedFlags));
    if (!cms)
        return opensslFailed(u"signature"_s);
    return encoded(cms.get(), i2d_CMS_ContentInfo);
}

Status verifyDetached(const QByteArray& der, ByteView content, const Certificate& certificate) {
    if (der.size() > limits::smallMemberBytes)
        return refuse(u"longer than a signature can be"_s);
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* const end = at + der.size();
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
    if (!cms || at != end)
        return refuse(u"not one CMS object"_s);
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
    if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed || sk_CMS_SignerInfo_num(signers) != 1)
        return refuse(u"not the signature of one signer"_s);
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    if (!isPlainSha256(signer))
        return refuse(u"another digest than SHA-256"_s);
    if (expectedEncoding(signer, certificate) != der)
        return refuse(u"not the detached signature of officer.pem's owner in its only encoding"_s);
    // Whether the certificate is trusted is decided by its fingerprint, elsewhere; OpenSSL is told to trust
    // it here because it checks the signing-certificate attribute only along a chain that it has built.
    const StorePtr store(X509_STORE_new());
    if (!store || X509_STORE_add_cert(store.get(), certificate.handle()) != 1 ||
        X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME) != 1 ||
        X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY) != 1)
        return opensslFailed(u"signature"_s);
    const BioPtr in = readingBio(content);
    const unsigned flags = CMS_BINARY | CMS_DETACHED | CMS_CADES;
    if (CMS_verify(cms.get(), nullptr, store.get(), in.get(), nullptr, flags) != 1)
        return refuse(u"the signature does not fit"_s);
    return {};
}

}  // namespace chayan::crypto
