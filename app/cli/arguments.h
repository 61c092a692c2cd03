#pragma once

#include "core/base/clock.h"

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace chayan::cli {

/// Why the parser refused the arguments, naming the one concerned.
Error refusalOf(const CLI::ParseError& error, const CLI::App& app);

/// BadInput for a value that is not UTF-8: to take it would alter it. The names of pictures are bytes.
Status requireText(const CLI::App& app);

/// `2026-11-24`, which begins in Shanghai, or RFC 3339; without a zone it is Shanghai's. BadValue for others.
Result<UtcMs> momentOf(const std::string& given);

}  // namespace chayan::cli
