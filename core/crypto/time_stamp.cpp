#include "core/crypto/time_stamp.h"

#include "core/base/limits.h"
#include "core/crypto/digest.h"
#include "core/crypto/openssl_handle.h"

#include <openssl/evp.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>

#include <ctime>

using namespace Qt::StringLiterals;

namespace chayan::crypto {

namespace {

using ResponsePtr = std::unique_ptr<TS_RESP, Release<TS_RESP_free>>;

void freeStack(STACK_OF(X509) * stack) {
    sk_X509_free(stack);
}
using SignersPtr = std::unique_ptr<STACK_OF(X509), Release<freeStack>>;

tl::unexpected<Error> refuse(const QString& detail) {
    ERR_clear_error();
    return fail(ErrorKind::InvalidBundle, u"time-stamp"_s, detail);
}

bool isOver(TS_TST_INFO* info, ByteView content) {
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
    const int digest = OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
    if (digest != NID_sha256 && digest != NID_sha384 && digest != NID_sha512)
        return false;
    unsigned char made[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(content.data(), content.size(), made, &size, EVP_get_digestbynid(digest), nullptr) != 1)
        return false;
    const ASN1_OCTET_STRING* said = TS_MSG_IMPRINT_get_msg(imprint);
    return ASN1_STRING_length(said) == static_cast<int>(size) &&
           std::equal(made, made + size, ASN1_STRING_get0_data(said));
}

QString nameOf(X509* certificate) {
    X509_NAME* subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    unsigned char* text = nullptr;
    const int size =
        at < 0 ? -1 : ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    if (size < 0) {
        char line[256];
        return QString::fromUtf8(X509_NAME_oneline(subject, line, sizeof line));
    }
    const QString name = QString::fromUtf8(reinterpret_cast<const char*>(text), size);
    OPENSSL_free(text);
    return name;
}

Result<Digest> fingerprintOf(X509* certificate) {
    unsigned char* encoded = nullptr;
    const int size = i2d_X509(certificate, &encoded);
    if (size < 0)
        return refuse(u"its certificate cannot be encoded"_s);
    const Digest digest = sha256({encoded, static_cast<std::size_t>(size)});
    OPENSSL_free(encoded);
    return digest;
}

}  // namespace

Result<TimeStamp> readTimeStamp(const QByteArray& response, ByteView content) {
    if (response.size() > limits::smallMemberBytes)
        return refuse(u"longer than a time-stamp can be"_s);
    const auto* at = reinterpret_cast<const unsigned char*>(response.constData());
    const auto* const end = at + response.size();
    const ResponsePtr parsed(d2i_TS_RESP(nullptr, &at, static_cast<long>(response.size())));
    if (!parsed || at != end)
        return refuse(u"not a time-stamp's response"_s);
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(parsed.get())));
    TS_TST_INFO* info = TS_RESP_get_tst_info(parsed.get());
    PKCS7* token = TS_RESP_get_token(parsed.get());
    if ((status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) || info == nullptr ||
        token == nullptr)
        return refuse(u"it was not granted"_s);
    if (!isOver(info, content))
        return refuse(u"it is of something else than the signature"_s);
    // Its certificate's chain is nobody's here: the caller says whose word it is.
    const SignersPtr signers(PKCS7_get0_signers(token, nullptr, 0));
    if (!signers || sk_X509_num(signers.get()) != 1)
        return refuse(u"its certificate is not enclosed"_s);
    if (PKCS7_verify(token, nullptr, nullptr, nullptr, nullptr, PKCS7_NOVERIFY) != 1)
        return refuse(u"its signature does not fit"_s);
    std::tm time{};
    if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &time) != 1)
        return refuse(u"it names no time"_s);
    X509* signer = sk_X509_value(signers.get(), 0);
    CHAYAN_TRY(const Digest fingerprint, fingerprintOf(signer));
    return TimeStamp{qint64{::timegm(&time)} * 1000, nameOf(signer), fingerprint};
}

}  // namespace chayan::crypto
