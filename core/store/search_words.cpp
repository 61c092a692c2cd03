#include "core/store/search_words.h"

#include <QChar>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

struct Point {
    char32_t value;
    qsizetype units;
};

Point pointAt(QStringView text, qsizetype i) {
    const QChar first = text[i];
    if (first.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[i + 1]), 2};
    return {first.unicode(), 1};
}

/// Planes 2 and 3 hold ideographs alone, also such as this Qt has not heard of.
bool isIdeographPlane(char32_t c) {
    return c >= 0x20000 && c < 0x40000;
}

bool isCjk(char32_t c) {
    if (isIdeographPlane(c))
        return true;
    switch (QChar::script(c)) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul:
        case QChar::Script_Bopomofo:
            return true;
        default:
            return c >= 0x3000 && c <= 0x31ff;  // marks that these scripts share: the long vowel
    }
}

bool isWordCharacter(char32_t c) {
    return QChar::isLetterOrNumber(c) || isIdeographPlane(c);
}

/// True for what composes with the character before it, so that both are normalised together: marks,
/// half-width voicing marks, and Hangul vowels and finals.
bool continues(char32_t c) {
    return QChar::isMark(c) || c == 0xff9e || c == 0xff9f || (c >= 0x1160 && c <= 0x11ff);
}

class Reader {
  public:
    explicit Reader(QStringView text) : m_text(text) {}

    std::vector<SearchWord> read() {
        for (qsizetype i = 0; i < m_text.size();) {
            const Point point = pointAt(m_text, i);
            qsizetype end = i + point.units;
            if (point.value < 0x80) {
                // ASCII in its place needs no tables, unless a mark follows.
                if (end == m_text.size() || m_text[end].unicode() < 0x80) {
                    take(QChar(static_cast<char16_t>(point.value)).toLower().unicode(), i, end);
                    i = end;
                    continue;
                }
            }
            while (end < m_text.size() && continues(pointAt(m_text, end).value))
                end += pointAt(m_text, end).units;
            const QString folded = m_text.sliced(i, end - i)
                                       .toString()
                                       .normalized(QString::NormalizationForm_KC)
                                       .toCaseFolded()
                                       .replace(u'\u00df', u"ss"_s)
                                       .normalized(QString::NormalizationForm_KC);
            for (qsizetype j = 0; j < folded.size();) {
                const Point part = pointAt(folded, j);
                take(part.value, i, end);
                j += part.units;
            }
            i = end;
        }
        return std::move(m_words);
    }

  private:
    void take(char32_t c, qsizetype begin, qsizetype end) {
        if (!isWordCharacter(c)) {
            m_open = m_open && QChar::isMark(c);  // a mark that composes with nothing parts no word
            return;
        }
        const bool single = isCjk(c);
        if (single || !m_open)
            m_words.push_back({{}, begin, end, single});
        m_words.back().text += QChar::fromUcs4(c);
        m_words.back().end = end;
        m_open = !single;
    }

    QStringView m_text;
    std::vector<SearchWord> m_words;
    bool m_open = false;
};

}  // namespace

std::vector<SearchWord> searchWords(QStringView text) {
    return Reader(text).read();
}

QString spaced(const std::vector<SearchWord>& words) {
    QString line;
    for (const SearchWord& word : words) {
        if (!line.isEmpty())
            line += u' ';
        line += word.text;
    }
    return line;
}

}  // namespace chayan::store
