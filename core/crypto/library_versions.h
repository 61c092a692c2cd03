#pragma once

#include "core/base/version.h"

#include <vector>

namespace chayan::crypto {

/// OpenSSL, as it runs.
std::vector<LibraryVersion> libraryVersions();

}  // namespace chayan::crypto
