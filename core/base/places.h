#pragma once

#include <QString>

namespace chayan {

/// A folder of the XDG base directory specification: the value of `variable` where it is an absolute path,
/// else `fallback` in the user's home.
QString xdgFolder(const char* variable, QStringView fallback);

/// Where the event log is kept.
QString eventLogPath();

}  // namespace chayan
