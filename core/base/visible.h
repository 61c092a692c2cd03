#pragma once

#include <QString>

namespace chayan {

/// Text from elsewhere as one line of a terminal: control characters as their pictures (U+2400 and on), so
/// that none moves the cursor, hides or colours what stands beside it or imitates another line, and what
/// would turn the direction of writing as U+FFFD.
QString visible(QString text);

}  // namespace chayan
