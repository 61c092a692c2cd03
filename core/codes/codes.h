#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace chayan::codes {

/// One thing that a string says about itself: `service` = `R`, `gtin` = `09521234543213`.
/// Keys are stable snake_case; `text` words them.
struct Part {
    QString key;
    QString value;
    bool operator==(const Part&) const = default;
};

/// What a string means under one scheme.
///
/// A refusal means "not a well-formed one", never "counterfeit": tables age, and labels are misread.
struct Meaning {
    /// The scheme's name, one of schemes().
    QString scheme;
    bool valid = false;
    /// In the scheme's own order. A refused string has parts only where they help: `normalised` is the
    /// spelling that would be accepted, `expected_check` the check character that would fit.
    std::vector<Part> parts;
    /// Why it is refused, empty when valid: `length alphabet shape prefix type region date value check_digit
    /// punctuation unknown_ai needs excludes repeated order attribute encoding`.
    QString reason;
    /// The exact English sentence behind the reason.
    QString detail;
    /// What an officer should notice although the string is valid, as keys; see the scheme's file.
    std::vector<QString> warnings;
    /// Refused, yet plainly meant as this scheme: right shape, wrong check digit or date.
    bool nearMiss = false;
    /// How telling a valid reading is, 0 to 100, for ranking; not a probability. Above 50 a check digit or an
    /// unmistakable form speaks for it; below, only a shape that other schemes share.
    int likelihood = 0;

    bool operator==(const Meaning&) const = default;
};

/// The names of all schemes, likeliest families first.
QStringList schemes();

/// Judges a string by one scheme; always a Meaning, valid or with a reason. BadInput for an unknown scheme,
/// its detail lists the known ones.
///
/// The text is folded before it is judged: NFKC (full-width digits and letters, compatibility forms), upper
/// case, no white space. Dots, 第 and 号 are part of what is judged; where a scheme would accept the text
/// without them the reason is `punctuation` and the part `normalised` holds that spelling. GS1 strings are
/// folded in width alone and keep U+001D. Text beyond limits::codeCharacters is refused with `length`.
Result<Meaning> identifyAs(QStringView scheme, const QString& text);

/// Every scheme that accepts the string, most telling first, then the near misses, which stay out when an
/// accepted reading is telling by itself. Equal text gives equal answers, save that the century of two-digit
/// years follows the current year. Never contradicts identifyAs().
std::vector<Meaning> identify(const QString& text);

/// What a code read from a picture means. Unlike typed text it is not folded before it is read as GS1.
///
/// `format` is the symbology as cli.md spells it (`EAN-13`, `Code128`, ...); `bytes` the code's raw bytes,
/// used where `text` is empty; `symbologyIdentifier` is the ISO/IEC 15424 identifier (`]C1`) if the decoder
/// gave one: it says for certain that the content is GS1. EAN and UPC give GTIN, ISBN and ISSN readings
/// alone, since the symbology says what the number is.
std::vector<Meaning> meaningsOfCode(QStringView format, const QString& text, const QByteArray& bytes,
                                    QStringView symbologyIdentifier = {});

}  // namespace chayan::codes
