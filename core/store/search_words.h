#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace chayan::store {

/// A word as it is searched: NFKC, case folding (Unicode UAX #15, CaseFolding.txt; of the full one ß as ss
/// alone), letters and digits alone. Every CJK character (Han, kana, Hangul, Bopomofo) is a word of its own,
/// so that a phrase finds any run of them: Chinese is written without spaces, and no table of words is
/// needed.
struct SearchWord {
    QString text;
    /// Where it stands in the source, in UTF-16 units.
    qsizetype begin = 0;
    qsizetype end = 0;
    /// One CJK character.
    bool single = false;
    bool operator==(const SearchWord&) const = default;
};

/// The words of a text, in order. Pure, any thread.
std::vector<SearchWord> searchWords(QStringView text);

/// The words with spaces between: what stands in the full-text index, whose own tokenizer then has nothing
/// left to decide.
QString spaced(const std::vector<SearchWord>& words);

}  // namespace chayan::store
