#pragma once

#include "core/base/result.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace chayan::cli {

/// Why the parser refused the arguments, naming the one concerned.
Error refusalOf(const CLI::ParseError& error, const CLI::App& app);

/// BadInput for a value that is not UTF-8: to take it would alter it. The names of pictures are bytes.
Status requireText(const CLI::App& app);

}  // namespace chayan::cli
