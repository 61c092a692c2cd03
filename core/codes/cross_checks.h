#pragma once

#include "core/codes/codes.h"

#include <QDate>

namespace chayan::codes {

/// What is stated of one item, by the officer, the party or the papers; empty where nothing is.
struct Stated {
    /// Where it was made, in words: `日本`, `Made in Japan`.
    QString origin = {};
    QString gtin = {};
    QString lot = {};
    /// `2026-11-24` or `2026-11`.
    QString productionDate = {};
    QString expiryDate = {};
    QString licence = {};
    /// One of the categories of goods of domain/fields.h.
    QString category = {};
    /// Of the party (GB 32100).
    QString creditCode = {};
};

/// A code on the item, as it was read or typed.
struct Label {
    QString text;
    std::vector<Meaning> meanings;
};

/// Two things that do not go together. A hint for a person and never an accusation: each has innocent
/// explanations, which its words name.
struct CrossNotice {
    /// `origin_prefix origin_label dates_reversed made_later expired licence_category other_party
    /// labels_disagree label_differs two_articles twice_in_picture`.
    QString key;
    /// What it is about, in the order in which its words name them: dates, numbers, names of countries, keys
    /// of fields (`lot`), schemes and categories.
    QStringList values;

    bool operator==(const CrossNotice&) const = default;
};

/// What is stated against the item's own labels, those against each other and all against `today`. Labels of
/// other articles than the stated one are left out where an article is stated.
std::vector<CrossNotice> crossChecks(const Stated& stated, const std::vector<Label>& labels, QDate today);

/// The same for the labels on one picture, of which nothing is stated: they are held against each other by
/// article. An EAN and a GS1 label that are alone on it are taken for one item's.
std::vector<CrossNotice> crossChecks(const std::vector<Label>& labels, QDate today);

/// True for a code that exists once in the world: a drug's trace code, a pesticide's unit code, a GTIN with a
/// serial, an SSCC, an IMEI, a VIN.
bool isUnique(const Label& label);

/// ISO 3166-1 alpha-2 codes of the countries that are named in these words, in Chinese, English or as a code
/// by itself. Knows those that GS1 gave prefixes to.
QStringList countriesIn(const QString& words);

}  // namespace chayan::codes
