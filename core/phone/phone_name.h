#pragma once

#include <QString>

namespace chayan::phone {

/// A file's name as a phone says it, made fit to be shown and kept as a name: what stands before the last
/// slash or backslash is left out, control characters and those that turn the direction of writing are made
/// visible, a long one is cut before its ending (limits::phoneNameBytes of UTF-8). Never empty, never `.` or
/// `..`.
QString nameFrom(const QString& said);

/// What a phone's browser says of itself, as one line of at most limits::phoneDeviceCharacters.
QString deviceFrom(const QString& said);

/// Of that, what a person calls it: `iPhone`, `iPad`, `Android`; empty when it says none of them.
QString shortDevice(const QString& device);

}  // namespace chayan::phone
