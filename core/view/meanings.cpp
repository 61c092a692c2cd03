#include "core/domain/meanings.h"

#include "core/view/parts.h"

namespace chayan::page {

namespace {

/// Readings beyond these say little.
constexpr std::size_t readingsShown = 3;

void writeParts(Writer& writer, const codes::Meaning& meaning) {
    Html& html = writer.html;
    bool isFirst = true;
    for (const codes::Part& part : meaning.parts) {
        html.raw(isFirst ? "<br/>" : " · ");
        writer.label(text::TermGroup::Part, part.key).raw(" ");
        if (text::isInWords(part.key))
            writer.label(text::TermGroup::Word, part.value);
        else
            writer.html.mono(part.value);
        isFirst = false;
    }
    for (const QString& warning : meaning.warnings) {
        html.raw("<br/><span class=\"tag amber\">");
        writer.say(writer.labels.reason(text::Topic::IdentifierNotice, warning)).raw("</span>");
    }
}

}  // namespace

void writeMeanings(Writer& writer, const domain::ScannedCode& code) {
    Html& html = writer.html;
    std::size_t shown = 0;
    for (const codes::Meaning& meaning : domain::meaningsOf(code)) {
        if (++shown > readingsShown)
            return;
        html.raw("<div class=\"meaning\">");
        writer.label(text::TermGroup::Scheme, meaning.scheme).raw(" ");
        if (meaning.valid) {
            writer.tag(Phrase::WellFormed);
        } else {
            html.raw("<span class=\"tag amber\">");
            writer.say(writer.labels.reason(text::Topic::Identifier, meaning.reason)).raw("</span>");
        }
        writeParts(writer, meaning);
        html.raw("</div>");
    }
}

}  // namespace chayan::page
