#include "core/crypto/openssl_handle.h"

using namespace Qt::StringLiterals;

namespace chayan::crypto {

QString lastOpensslError() {
    const unsigned long code = ERR_get_error();
    char text[256] = "no OpenSSL error";
    if (code != 0)
        ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    return QString::fromLatin1(text);
}

tl::unexpected<Error> opensslFailed(const QString& what) {
    return fail(ErrorKind::Internal, what, lastOpensslError());
}

}  // namespace chayan::crypto
