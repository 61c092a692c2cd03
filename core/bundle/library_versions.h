#pragma once

#include "core/base/version.h"

#include <vector>

namespace chayan::bundle {

/// What is behind containers, compression and names, as it runs; libdeflate as it was built with.
std::vector<LibraryVersion> libraryVersions();

}  // namespace chayan::bundle
