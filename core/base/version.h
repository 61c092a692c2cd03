#pragma once

#include <QString>

namespace chayan {

/// `0.1.0`.
QString programVersion();
/// The commit that was built, `-dirty` behind it where files were changed; `unknown` where no git was.
QString programCommit();
/// The version of docs/formats.md that is written.
inline constexpr int formatVersion = 1;

}  // namespace chayan
