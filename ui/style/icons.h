#pragma once

#include <QIcon>

namespace chayan::ui {

struct Colours;

/// In which colour a line icon is drawn.
enum class Ink { Text, Quiet, OnAccent, Accent, Received, Warning };

/// A line icon of resources/icons by its name, drawn in the colours of the palette in force when it is
/// painted. An unknown name draws nothing and warns, which fails the walk over the pages.
QIcon icon(QStringView name, Ink ink = Ink::Text);
QColor colourOf(Ink ink, const Colours& colours);
/// The seal on a parcel.
QIcon applicationIcon();

}  // namespace chayan::ui
