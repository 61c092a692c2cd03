#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace chayan::crypto {

/// `count` bytes from OpenSSL's generator, for salts, nonces and keys. Internal when the machine has no
/// entropy.
Result<QByteArray> randomBytes(int count);

}  // namespace chayan::crypto
