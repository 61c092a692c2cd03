#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <vector>

namespace chayan::demo {

/// A symbol that a picture must hold: the format as the command line spells it, and its text.
struct Symbol {
    QString format;
    QString text;
};

/// One pixel a module without quiet zone; linear symbols are one pixel high. For GS1 a leading U+001D stands
/// for FNC1, which the text read back does not hold in Code 128 and Data Matrix.
QImage symbolImage(const Symbol& symbol);

/// What a decoder reads in a picture.
std::vector<Symbol> readSymbols(const QImage& picture);

/// Appends the check digit of GTIN, SSCC and GLN (GS1 General Specifications 7.9).
QString withGs1Check(const QString& digits);
/// The postal item number of UPU S10 with its check digit: two letters, eight digits, country.
QString s10(const QString& service, const QString& serial, const QString& country);

}  // namespace chayan::demo
