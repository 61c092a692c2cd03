#pragma once

#include <QByteArray>
#include <QPoint>
#include <QString>

#include <array>

namespace chayan::vision {

/// One symbol that was read.
struct Code {
    /// The symbology as the command line names it: `EAN-13`, `QRCode`, `DataBarExpanded`.
    QString format;
    /// What the bytes say; FNC1 as a separator is U+001D.
    QString text;
    /// The character set that gave the text, by its IANA name: `UTF-8`, `GB18030`, `ISO-8859-1`.
    QString charset;
    /// The content without any conversion of characters; ECI designators are not part of it.
    QByteArray bytes;
    /// Symbology identifier (ISO/IEC 15424), `]C1`.
    QString symbology;
    /// Pixels of the upright picture, inside it, clockwise from the symbol's own top left.
    std::array<QPoint, 4> corners;
    /// The pass that read it first.
    QString pass;
    /// Rows of pixels that gave a linear symbol's content, at least 1; 0 for matrix symbols.
    int rows = 0;
};

}  // namespace chayan::vision
