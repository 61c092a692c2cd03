#pragma once

#include "app/cli/command.h"

namespace chayan::cli {

/// What --version answers: this program, its commit, schema and formats, and what it runs with.
int printVersion(const Context& context);

}  // namespace chayan::cli
