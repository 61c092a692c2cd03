#include "core/crypto/certificate.h"

#include "core/base/limits.h"
#include "core/crypto/digest.h"
#include "core/crypto/openssl_handle.h"
#include "core/crypto/random.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::crypto {

namespace {

QString nameEntry(X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(utf8), size);
    OPENSSL_free(utf8);
    return text;
}

bool addEntry(X509_NAME* name, int nid, const QString& text) {
    if (text.isEmpty())
        return true;
    const QByteArray utf8 = text.toUtf8();
    // X.520 makes a serialNumber a PrintableString; badges with other characters exist, so UTF8String is
    // named outright where the text needs it.
    const bool printable = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || u" '()+,-./:=?"_s.contains(c));
    });
    return X509_NAME_add_entry_by_NID(name, nid, printable ? MBSTRING_UTF8 : V_ASN1_UTF8STRING,
                                      reinterpret_cast<const unsigned char*>(utf8.constData()),
                                      static_cast<int>(utf8.size()), -1, 0) == 1;
}

bool addName(X509_NAME* subject, const OfficerName& name) {
    return addEntry(subject, NID_commonName, name.name) &&
           addEntry(subject, NID_organizationName, name.agency) &&
           addEntry(subject, NID_localityName, name.division) &&
           addEntry(subject, NID_serialNumber, name.badge);
}

bool addExtension(X509* certificate, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    if (extension == nullptr)
        return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setSerial(X509* certificate) {
    const auto bytes = randomBytes(16);
    if (!bytes)
        return false;
    QByteArray positive = *bytes;
    positive[0] = static_cast<char>((positive[0] & 0x3F) | 0x40);
    BIGNUM* number = BN_bin2bn(reinterpret_cast<const unsigned char*>(positive.constData()),
                               static_cast<int>(positive.size()), nullptr);
    const bool set =
        number != nullptr && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return set;
}

/// OpenSSL's own words help nobody.
tl::unexpected<Error> refuse(const QString& detail) {
    ERR_clear_error();
    return fail(ErrorKind::NotACertificate, u"certificate"_s, detail);
}

}  // namespace

Result<Certificate> Certificate::fromHandle(std::shared_ptr<X509> x509) {
    unsigned char* encoded = nullptr;
    const int size = i2d_X509(x509.get(), &encoded);
    if (size < 0)
        return refuse(u"it cannot be encoded"_s);
    Certificate certificate;
    certificate.m_der = QByteArray(reinterpret_cast<const char*>(encoded), size);
    OPENSSL_free(encoded);
    EVP_PKEY* key = X509_get0_pubkey(x509.get());
    char group[64] = {};
    std::size_t length = 0;
    if (key == nullptr || EVP_PKEY_get_group_name(key, group, sizeof group, &length) != 1 ||
        std::string_view(group) != "prime256v1")
        return fail(ErrorKind::NotACertificate, u"certificate"_s, u"its key is not on P-256"_s);
    certificate.m_fingerprint = sha256(view(certificate.m_der));
    X509_NAME* subject = X509_get_subject_name(x509.get());
    certificate.m_officer = {nameEntry(subject, NID_commonName), nameEntry(subject, NID_serialNumber),
                             nameEntry(subject, NID_organizationName), nameEntry(subject, NID_localityName)};
    certificate.m_x509 = std::move(x509);
    return certificate;
}

Result<Certificate> Certificate::fromDer(const QByteArray& der) {
    if (der.size() > limits::certificateBytes)
        return fail(ErrorKind::TooLarge, u"certificate"_s, u"over %1 bytes"_s.arg(limits::certificateBytes));
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* const end = at + der.size();
    std::shared_ptr<X509> x509(d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free);
    if (!x509 || at != end)
        return refuse(u"not a certificate (DER)"_s);
    return fromHandle(std::move(x509)).and_then([&](Certificate certificate) -> Result<Certificate> {
        if (certificate.m_der != der)
            return fail(ErrorKind::NotACertificate, u"certificate"_s, u"not DER"_s);
        return certificate;
    });
}

Result<Certificate> Certificate::fromPem(const QByteArray& pem) {
    if (pem.size() > limits::certificateBytes)
        return fail(ErrorKind::TooLarge, u"certificate"_s, u"over %1 bytes"_s.arg(limits::certificateBytes));
    const BioPtr in = readingBio(view(pem));
    std::shared_ptr<X509> x509(in ? PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr) : nullptr,
                               X509_free);
    if (!x509)
        return refuse(u"not a certificate (PEM)"_s);
    if (pem.count("-----BEGIN") != 1)
        return fail(ErrorKind::NotACertificate, u"certificate"_s, u"more than one PEM block"_s);
    return fromHandle(std::move(x509));
}

Result<Certificate> Certificate::selfSigned(const OfficerKey& key, const OfficerName& name, UtcMs now) {
    std::shared_ptr<X509> x509(X509_new(), X509_free);
    constexpr long hundredYears = 36525;
    time_t start = static_cast<time_t>(now / 1000);
    X509* x = x509.get();
    const bool made =
        x != nullptr && X509_set_version(x, X509_VERSION_3) == 1 && setSerial(x) &&
        X509_time_adj_ex(X509_getm_notBefore(x), 0, 0, &start) != nullptr &&
        X509_time_adj_ex(X509_getm_notAfter(x), hundredYears, 0, &start) != nullptr &&
        X509_set_pubkey(x, key.handle()) == 1 && addName(X509_get_subject_name(x), name) &&
        X509_set_issuer_name(x, X509_get_subject_name(x)) == 1 &&
        addExtension(x, NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(x, NID_key_usage, "critical,digitalSignature,nonRepudiation,keyAgreement") &&
        addExtension(x, NID_subject_key_identifier, "hash") && X509_sign(x, key.handle(), EVP_sha256()) > 0;
    if (!made)
        return opensslFailed(u"certificate"_s);
    return fromHandle(std::move(x509));
}

QByteArray Certificate::pem() const {
    const BioPtr out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), m_x509.get());
    return contentOf(out.get());
}

bool Certificate::verifies(ByteView message, const QByteArray& signature) const {
    const MdContextPtr context(EVP_MD_CTX_new());
    const bool good =
        context &&
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, X509_get0_pubkey(m_x509.get())) ==
            1 &&
        EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.constData()),
                         static_cast<std::size_t>(signature.size()), message.data(), message.size()) == 1;
    ERR_clear_error();
    return good;
}

bool Certificate::issuedBy(const Certificate& ca) const {
    const bool issued = X509_check_ca(ca.handle()) > 0 &&
                        X509_check_issued(ca.handle(), handle()) == X509_V_OK &&
                        X509_verify(handle(), X509_get0_pubkey(ca.handle())) == 1;
    ERR_clear_error();
    return issued;
}

bool Certificate::belongsTo(const OfficerKey& key) const {
    const bool same = X509_check_private_key(handle(), key.handle()) == 1;
    ERR_clear_error();
    return same;
}

Result<QByteArray> certificateRequest(const OfficerKey& key, const OfficerName& name) {
    const X509ReqPtr request(X509_REQ_new());
    const BioPtr out(BIO_new(BIO_s_mem()));
    const bool made = request && out && X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1 &&
                      addName(X509_REQ_get_subject_name(request.get()), name) &&
                      X509_REQ_set_pubkey(request.get(), key.handle()) == 1 &&
                      X509_REQ_sign(request.get(), key.handle(), EVP_sha256()) > 0 &&
                      PEM_write_bio_X509_REQ(out.get(), request.get()) == 1;
    if (!made)
        return opensslFailed(u"certificate request"_s);
    return contentOf(out.get());
}

}  // namespace chayan::crypto
