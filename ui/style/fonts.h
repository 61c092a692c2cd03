#pragma once

#include <QFont>

namespace chayan::ui {

/// The three sizes of text.
enum class Size { Small, Normal, Title };

/// The system's font with Noto Sans CJK SC behind it by that exact name (left to itself Qt picked the
/// Japanese face), `percent` of its size.
QFont baseFont(int percent);
/// The application's font in a size; bold is the second of two weights.
QFont font(Size size, bool bold = false);
/// The face of numbers and codes.
QFont codeFont(Size size = Size::Normal);

}  // namespace chayan::ui
