#pragma once

#include "core/base/bytes.h"
#include "core/base/release.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

/// OpenSSL handles with their owners. Included by this library's sources only.
namespace chayan::crypto {

using PkeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using PkeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using MdContextPtr = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using CipherContextPtr = std::unique_ptr<EVP_CIPHER_CTX, Release<EVP_CIPHER_CTX_free>>;
using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;
using X509ReqPtr = std::unique_ptr<X509_REQ, Release<X509_REQ_free>>;
using BioPtr = std::unique_ptr<BIO, Release<BIO_free_all>>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, Release<CMS_ContentInfo_free>>;

inline BioPtr readingBio(ByteView bytes) {
    return BioPtr(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

inline QByteArray contentOf(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

/// The oldest queued OpenSSL error as text; clears the queue.
QString lastOpensslError();

/// An Internal error carrying lastOpensslError().
tl::unexpected<Error> opensslFailed(const QString& what);

}  // namespace chayan::crypto
