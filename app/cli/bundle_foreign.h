#pragma once

#include "app/cli/command.h"

namespace chayan::cli {

/// `bundle import --foreign`: takes in a bag made by others as evidence.
Result<int> importForeign(const QString& path, const Context& context);

}  // namespace chayan::cli
