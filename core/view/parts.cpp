#include "core/view/parts.h"

using namespace Qt::StringLiterals;

namespace chayan::page {

Html& Writer::say(Phrase phrase) {
    return say(words(phrase));
}

void Writer::tag(Phrase phrase, bool amber) {
    html.raw(amber ? " <span class=\"tag amber\">" : " <span class=\"tag\">");
    say(phrase).raw("</span>");
}

void Writer::heading(Phrase phrase) {
    html.raw("<h3>");
    say(phrase).raw("</h3>\n");
}

void Writer::prose(Phrase phrase) {
    const Words said = words(phrase);
    html.raw("<p>").text(said.chinese).raw("<br/><i lang=\"en\">").text(said.english).raw("</i></p>\n");
}

void Writer::officer(const Digest& fingerprint) {
    const auto known = summary.officers.find(fingerprint);
    if (known == summary.officers.end())
        html.mono(fingerprint.hex().left(16) + u'…');
    else
        html.value(known->second.name);
}

void Writer::place(const domain::Fact& fact) {
    html.mono(u"%1 #%2"_s.arg(fact.log.left(8)).arg(fact.seq));
}

void Writer::time(UtcMs at) {
    html.text(timeText(at));
}

void Writer::origin(const domain::Event& event) {
    officer(event.fact.officer);
    html.raw(" · ");
    place(event.fact);
    html.raw(" · ");
    time(event.fact.at);
}

void Writer::setting(const domain::Field* field, const domain::Setting& setting) {
    if (!setting.known) {
        tag(Phrase::NotDisclosed, true);
        return;
    }
    const Words words = readable(field, setting.value);
    if (words.english == words.chinese)
        html.value(words.chinese);
    else
        say(words);
}

void Writer::registered(const domain::Field* field, const domain::Register& values) {
    if (const domain::Setting* shown = values.shown())
        setting(field, *shown);
    else if (!values.live.empty())
        setting(field, values.live.front());
    if (values.shown() && !values.shown()->digest.isEmpty())
        tag(Phrase::SealedShown);
    if (values.agreement() == domain::Register::Agreement::Conflict)
        tag(Phrase::InDispute, true);
    else if (values.disputed())
        tag(Phrase::MayConflict, true);
}

void Writer::row(Phrase phrase, QStringView value) {
    if (value.isEmpty())
        return;
    html.raw("<dt>");
    say(phrase).raw("</dt><dd>").value(value).raw("</dd>\n");
}

}  // namespace chayan::page
