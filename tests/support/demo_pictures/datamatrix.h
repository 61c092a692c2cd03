#pragma once

#include <QByteArray>
#include <QImage>

namespace chayan::demo {

/// A GS1 Data Matrix of 20 by 20 modules, one pixel each, for element strings of ASCII that fill at most 22
/// codewords (ISO/IEC 16022; FNC1 first, as the GS1 General Specifications ask; U+001D separates). The
/// library that writes all other symbols cannot announce GS1.
QImage gs1DataMatrix(const QByteArray& elements);

}  // namespace chayan::demo
