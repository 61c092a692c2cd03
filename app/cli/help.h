#pragma once

#include "core/text/texts.h"

namespace CLI {
class App;
}

namespace chayan::cli {

/// The description of --help itself, before any command is added.
void describeHelp(CLI::App& app);

/// Puts every description into the reader's language, and the parser's own words: of this command and those
/// below it.
void speak(CLI::App& app, const text::Texts& texts);

/// The language of these arguments, found before they are parsed; else the system's.
text::Language languageOfArguments(int argc, const char* const* argv);

}  // namespace chayan::cli
