#pragma once

#include "app/cli/command.h"

namespace chayan::cli {

/// Says on stderr, and in the event log, what the user should know of a store that was opened to write: what
/// an unclean end left, that this is a copy, that the clock moved, that the disk is nearly full.
void tellOfOpening(const Context& context, const store::Store& store);

/// Notes in the event log how a command ended that did not do what it was asked: which command, by the words
/// of the command tree, and the kind of error or the exit code; nothing of what it was about.
void noteFailure(const Context& context, const QString& command, ErrorKind kind);
void noteAnswer(const Context& context, const QString& command, int exitCode);

}  // namespace chayan::cli
