#pragma once

#include "core/base/version.h"

#include <vector>

namespace chayan::store {

/// The database, as it runs.
std::vector<LibraryVersion> libraryVersions();

}  // namespace chayan::store
