#pragma once

/// Distances in device-independent pixels: steps of four, so that things line up.
namespace chayan::ui::metrics {

inline constexpr int step = 4;
inline constexpr int inside = 8;    ///< between things of one group
inline constexpr int between = 16;  ///< between groups
inline constexpr int row = 32;      ///< the least height of a row or a field
inline constexpr int touch = 40;    ///< the least side of what a gloved finger hits
inline constexpr int icon = 20;
inline constexpr int radius = 4;
/// The widest that a form or a text grows: longer lines are hard to read.
inline constexpr int readable = 880;

}  // namespace chayan::ui::metrics
