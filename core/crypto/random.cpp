#include "core/crypto/random.h"

#include "core/crypto/openssl_handle.h"

#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace chayan::crypto {

Result<QByteArray> randomBytes(int count) {
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), count) != 1)
        return opensslFailed(u"random bytes"_s);
    return bytes;
}

}  // namespace chayan::crypto
