#include "core/crypto/certificate.h"
#include "core/crypto/cms.h"
#include "core/crypto/officer_key.h"
#include "core/crypto/time_stamp.h"
#include "tests/fuzz/fuzz_input.h"

using namespace chayan;

/// What is in DER: a certificate, a detached signature, a time-stamp. None of it fits by chance.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto certificate = [] {
        const auto key = crypto::OfficerKey::generate().value();
        return crypto::Certificate::selfSigned(
                   key,
                   {QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("b"), QStringLiteral("510100")},
                   0)
            .value();
    }();
    const QByteArray der(fuzz::bytesOf(data, size));
    const QByteArray content("content");
    fuzz::require(!crypto::verifyDetached(der, view(content), certificate));
    (void)crypto::readTimeStamp(der, view(content));
    if (const auto other = crypto::Certificate::fromDer(der))
        (void)other->fingerprint();
    (void)crypto::Certificate::fromPem(der);
    return 0;
}
