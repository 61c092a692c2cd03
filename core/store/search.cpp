#include "core/store/search.h"

#include "core/store/projection.h"
#include "core/store/projection_rows.h"
#include "core/store/search_words.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Shorter beginnings fit too many words to be of use, and cost as much.
constexpr qsizetype shortestBeginning = 4;
constexpr qsizetype snippetBefore = 12;
constexpr qsizetype snippetCharacters = 40;

/// The dossiers that hold a phrase, greatest first.
Result<std::vector<qint64>> dossiersWith(Database& database, const SearchText::Phrase& phrase) {
    Query query =
        database.prepare("SELECT rowid FROM text_index WHERE text_index MATCH ? ORDER BY rowid DESC");
    query.bind(phrase.match);
    std::vector<qint64> dossiers;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return dossiers;
        const qint64 dossier = TextRows::dossierOf(query.integer(0));
        if (dossiers.empty() || dossiers.back() != dossier)
            dossiers.push_back(dossier);
    }
}

/// The value of a dossier that holds the phrase: the first of them.
Result<SearchHit> hitIn(Database& database, qint64 dossier, const SearchText::Phrase& phrase) {
    Query row = database.prepare("SELECT dossier, type, title FROM dossier WHERE id=?");
    CHAYAN_TRY(const bool there, row.bind(dossier).step());
    const auto id = there ? DossierId::fromText(row.text(0)) : std::nullopt;
    if (!id)
        return fail(ErrorKind::Damaged, database.path(),
                    u"the full-text index names a dossier that is not there"_s);
    SearchHit hit{*id, row.text(1), row.text(2), {}, {}};
    Query find = database.prepare(
        "SELECT rowid FROM text_index WHERE text_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid "
        "LIMIT 1");
    CHAYAN_TRY(const bool found, find.bind(phrase.match)
                                     .bind(TextRows::lastOf(dossier - 1) + 1)
                                     .bind(TextRows::lastOf(dossier))
                                     .step());
    Query text = database.prepare("SELECT key, value FROM text_row WHERE id=?");
    CHAYAN_TRY(const bool hasText, text.bind(found ? find.integer(0) : 0).step());
    if (hasText) {
        hit.field = text.text(0);
        hit.snippet = snippetOf(text.text(1), phrase);
    }
    return hit;
}

/// Where a phrase stands among a value's words, as the index finds it.
std::optional<std::size_t> placeOf(const std::vector<SearchWord>& words, const SearchText::Phrase& phrase) {
    for (std::size_t i = 0; i + phrase.words.size() <= words.size(); ++i) {
        bool here = true;
        for (std::size_t j = 0; here && j < phrase.words.size(); ++j) {
            const bool last = j + 1 == phrase.words.size();
            here = last && phrase.beginsOnly ? words[i + j].text.startsWith(phrase.words[j])
                                             : words[i + j].text == phrase.words[j];
        }
        if (here)
            return i;
    }
    return {};
}

}  // namespace

SearchText::SearchText(const QString& text) {
    const QStringList parts = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const std::vector<SearchWord> words = searchWords(part);
        if (words.empty())
            continue;
        Phrase phrase;
        for (const SearchWord& word : words)
            phrase.words.push_back(word.text);
        phrase.beginsOnly = !words.back().single && words.back().text.size() >= shortestBeginning;
        phrase.match = u'"' + spaced(words) + (phrase.beginsOnly ? u"\" *"_s : u"\""_s);
        m_phrases.push_back(std::move(phrase));
    }
}

Result<std::vector<qint64>> dossiersWith(Database& database, const SearchText& text) {
    std::vector<qint64> common;
    for (std::size_t i = 0; i < text.phrases().size(); ++i) {
        CHAYAN_TRY(std::vector<qint64> next, dossiersWith(database, text.phrases()[i]));
        if (i == 0) {
            common = std::move(next);
            continue;
        }
        std::vector<qint64> both;
        std::ranges::set_intersection(common, next, std::back_inserter(both), std::greater<>());
        common = std::move(both);
    }
    return common;
}

Result<SearchResult> search(Database& database, const QString& text, qint64 limit) {
    const SearchText wanted(text);
    CHAYAN_TRY(const std::vector<qint64> dossiers, dossiersWith(database, wanted));
    SearchResult result{static_cast<qint64>(dossiers.size()), {}};
    for (const qint64 dossier : dossiers) {
        if (static_cast<qint64>(result.hits.size()) >= limit)
            break;
        CHAYAN_TRY(SearchHit hit, hitIn(database, dossier, wanted.phrases().front()));
        result.hits.push_back(std::move(hit));
    }
    return result;
}

Result<std::vector<CodeHolder>> holdersOfCode(Database& database, const QString& code,
                                              const DossierId& except, qint64 limit) {
    std::vector<CodeHolder> holders;
    const SearchText wanted(code);
    if (wanted.isEmpty())
        return holders;
    CHAYAN_TRY(const std::vector<qint64> dossiers, dossiersWith(database, wanted));
    for (const qint64 row : dossiers) {
        // A line of the value is a whole code (codesText()).
        Query query = database.prepare(
            "SELECT d.dossier, d.title FROM dossier d WHERE d.id=? AND d.dossier<>? AND "
            "d.type<>'reference' AND EXISTS(SELECT 1 FROM text_row t WHERE t.dossier=d.id AND t.key=? AND "
            "instr(char(10) || t.value || char(10), "
            "char(10) || ? || char(10)))");
        query.bind(row).bind(except.text()).bind(codesKey.toString()).bind(code);
        CHAYAN_TRY(const bool found, query.step());
        const auto id = found ? DossierId::fromText(query.text(0)) : std::nullopt;
        if (id)
            holders.push_back({*id, query.text(1)});
        if (static_cast<qint64>(holders.size()) >= limit)
            break;
    }
    return holders;
}

QString snippetOf(const QString& value, const SearchText::Phrase& phrase) {
    const std::vector<SearchWord> words = searchWords(value);
    const auto place = placeOf(words, phrase);
    qsizetype begin = place ? std::max<qsizetype>(words[*place].begin - snippetBefore, 0) : 0;
    // Never within a word, so that neither a number nor a pair of surrogates is torn.
    for (const SearchWord& word : words)
        if (word.begin < begin && begin < word.end)
            begin = word.begin;
    qsizetype end = std::min(begin + snippetCharacters, value.size());
    if (place)
        end = std::max(end, words[*place + phrase.words.size() - 1].end);
    for (const SearchWord& word : words)
        if (word.begin < end && end < word.end)
            end = word.end;
    const QString cut = value.sliced(begin, end - begin).simplified();
    return (begin > 0 ? u"…"_s : QString()) + cut + (end < value.size() ? u"…"_s : QString());
}

}  // namespace chayan::store
