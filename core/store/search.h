#pragma once

#include "core/base/id.h"
#include "core/store/database.h"

#include <vector>

namespace chayan::store {

/// What is looked for: words parted by spaces, all of which must occur in a dossier, each as it stands (a run
/// of Chinese characters, a number, a name). A word of four characters or more that ends in a letter or digit
/// also finds what only begins so.
class SearchText {
  public:
    explicit SearchText(const QString& text);

    /// Nothing to look for: no letter, digit or character.
    bool isEmpty() const { return m_phrases.empty(); }

    struct Phrase {
        QString match = {};               ///< for FTS5
        std::vector<QString> words = {};  ///< of the phrase, in order
        bool beginsOnly = false;          ///< the last word may go on
    };
    const std::vector<Phrase>& phrases() const { return m_phrases; }

  private:
    std::vector<Phrase> m_phrases;
};

/// The rows of table dossier that hold a text, those that came last first. Costs as much as the words occur;
/// Cancelled by sqlite3_interrupt.
Result<std::vector<qint64>> dossiersWith(Database& database, const SearchText& text);

/// A dossier that was found, and where.
struct SearchHit {
    DossierId dossier;
    QString type;
    QString title;
    QString field;    ///< the key of the value that holds the first phrase, or codesKey
    QString snippet;  ///< cut from that value as it was recorded, around the find
};

struct SearchResult {
    qint64 total = 0;  ///< dossiers
    std::vector<SearchHit> hits;
};

/// Full text over all dossiers, those that came to this store last first; at most `limit` hits, of which each
/// is a dossier. Sealed values are never found.
Result<SearchResult> search(Database& database, const QString& text, qint64 limit);

/// Another dossier in which a code was read.
struct CodeHolder {
    DossierId dossier;
    QString title;
};

/// The dossiers but `except` and genuine references, which are there to be met again, with a picture on which
/// exactly this code was read, those that came last first, at most `limit`. Costs as much as its words occur.
Result<std::vector<CodeHolder>> holdersOfCode(Database& database, const QString& code,
                                              const DossierId& except, qint64 limit);

/// About forty characters of a value around the first place where the phrase stands, with an ellipsis where
/// it was cut; its beginning when the phrase is not in it. Line ends become spaces.
QString snippetOf(const QString& value, const SearchText::Phrase& phrase);

}  // namespace chayan::store
