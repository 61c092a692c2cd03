#pragma once

#include <QColor>
#include <QPalette>

#include <vector>

namespace chayan::ui {

enum class Theme { Light, Dark };

/// Every colour of the window. The accent is the red of a seal 封印朱 and stands for the seal, the primary
/// button and what is selected, nothing else; `received` and `warning` never stand without a shape or a word.
struct Colours {
    QColor window;   ///< behind everything
    QColor surface;  ///< pages, lists, fields
    QColor raised;   ///< what the pointer is over, headings of tables
    QColor line;     ///< hairlines between things
    QColor edge;     ///< the edge of a control, 3 : 1 against the surface
    QColor text;
    QColor quiet;  ///< labels and second lines
    QColor accent;
    QColor onAccent;
    QColor accentInk;  ///< the accent as a line or glyph on a surface
    QColor selected;   ///< behind a selected row
    QColor received;
    QColor warning;
    QColor warningGround;  ///< behind a notice that warns
};

const Colours& coloursOf(Theme theme);
/// Those of the theme that a palette was made for; whatever draws asks its palette, so that a change of theme
/// reaches it.
const Colours& coloursOf(const QPalette& palette);
QPalette paletteOf(Theme theme);

/// The contrast of two opaque colours by WCAG 2.1, 1 to 21.
double contrast(const QColor& one, const QColor& other);

/// A colour of text and the ground that it stands on.
struct TextOnGround {
    const char* name;
    QColor text;
    QColor ground;
};
/// Every pair in which text is drawn.
std::vector<TextOnGround> textPairs(const Colours& colours);

}  // namespace chayan::ui
