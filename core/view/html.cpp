#include "core/view/html.h"

using namespace Qt::StringLiterals;

namespace chayan::page {

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;

/// Characters that are not shown, or that change how others are shown. Joiners and variation selectors stay:
/// names and emoji need them, and between letters they move nothing.
bool isHarmful(char32_t c) {
    if (c < 0x20)
        return c != '\n' && c != '\t';
    return (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x061c || c == 0x115f || c == 0x1160 || c == 0x180e ||
           c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0x3164 || c == 0xfeff || c == 0xffa0 ||
           (c >= 0xfff0 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff) || (c & 0xfffe) == 0xfffe;
}

}  // namespace

QString escaped(QStringView text) {
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        char32_t point = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            point = QChar::surrogateToUcs4(c, text[++i]);
        else if (c.isSurrogate())
            point = QChar::ReplacementCharacter;
        if (isHarmful(point))
            out += u"[U+%1]"_s.arg(point, 4, 16, QChar(u'0')).toUpper();
        else if (point == '&')
            out += "&amp;"_L1;
        else if (point == '<')
            out += "&lt;"_L1;
        else if (point == '>')
            out += "&gt;"_L1;
        else if (point == '"')
            out += "&quot;"_L1;
        else if (point == '\'')
            out += "&#39;"_L1;
        else
            out += QChar::fromUcs4(point);
    }
    return out;
}

Html& Html::raw(const char* markup) {
    m_buffer += markup;
    wrote();
    return *this;
}

Html& Html::text(QStringView words) {
    m_buffer += escaped(words).toUtf8();
    wrote();
    return *this;
}

Html& Html::value(QStringView words) {
    return raw("<bdi>").text(words).raw("</bdi>");
}

Html& Html::mono(QStringView words) {
    return raw("<bdi class=\"m\">").text(words).raw("</bdi>");
}

Html& Html::both(const QString& chinese, const QString& english) {
    raw("<b>").text(chinese).raw("</b>");
    // What is the same in both languages is said once.
    if (english != chinese)
        raw(" <i lang=\"en\">").text(english).raw("</i>");
    return *this;
}

Html& Html::number(qint64 value) {
    return text(QString::number(value));
}

void Html::wrote() {
    if (m_buffer.size() >= pieceBytes)
        m_status = flush();
}

Status Html::flush() {
    if (m_status && !m_buffer.isEmpty())
        m_status = m_sink(view(m_buffer));
    m_buffer.clear();
    return m_status;
}

}  // namespace chayan::page
