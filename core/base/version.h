#pragma once

#include <QString>

namespace chayan {

/// `0.1.0`.
QString programVersion();
/// The version of docs/formats.md that is written.
inline constexpr int formatVersion = 1;

/// A library that the program runs with.
struct LibraryVersion {
    QString name;
    QString version;
};

}  // namespace chayan
