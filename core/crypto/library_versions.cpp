#include "core/crypto/library_versions.h"

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace chayan::crypto {

std::vector<LibraryVersion> libraryVersions() {
    return {{u"OpenSSL"_s, QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING))}};
}

}  // namespace chayan::crypto
