#include "core/domain/fold.h"
#include "core/domain/overloaded.h"
#include "core/view/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::page {

namespace {

using namespace domain;

/// A foreign body may be 64 KiB of anything; its beginning is enough here, the entry has it all.
constexpr qsizetype rawCharacters = 1000;

void writeRaw(Writer& writer, const Fact& fact) {
    const QString json = QString::fromUtf8(canonical(fact.body).value_or(QByteArray()));
    writer.html.mono(json.size() > rawCharacters ? json.first(rawCharacters) + u'…' : json);
}

void writeField(Writer& writer, const Dossier& dossier, const QString& list, const QString& key,
                const QString& value) {
    writer.label(text::TermGroup::Field, key).raw(": ");
    writer.setting(findField(dossier.type, list, key), {0, value});
}

QString listOf(const Dossier& dossier, const ItemId& id) {
    const Item* item = dossier.item(id);
    return item ? item->list : originalsList.toString();
}

/// An item is named by the first digits of its id, as many as tell it apart for a reader.
void writeItem(Writer& writer, const Dossier& dossier, const ItemId& id) {
    const QString list = listOf(dossier, id);
    if (!list.isEmpty())
        writer.label(text::TermGroup::Section, list).raw(" ");
    writer.html.mono(id.text().left(8)).raw(" ");
}

void writeWhat(Writer& writer, const Dossier& dossier, const Event& event) {
    Html& html = writer.html;
    const auto sealed = [&](std::size_t count) {
        html.number(qint64(count)).raw(" ");
        writer.say(Phrase::SealedCount);
    };
    std::visit(Overloaded{
                   [&](const DossierOpened& b) {
                       writer.label(text::TermGroup::Dossier, b.type).raw(" · ");
                       sealed(b.sealed.size());
                   },
                   [&](const FieldSet& b) { writeField(writer, dossier, {}, b.field, b.value); },
                   [&](const SealedSet& b) { sealed(b.sealed.size()); },
                   [&](const ItemAdded& b) {
                       writeItem(writer, dossier, b.item);
                       for (const FieldValue& value : b.values) {
                           html.raw("<br/>");
                           writeField(writer, dossier, b.list, value.field, value.value);
                       }
                   },
                   [&](const ItemSet& b) {
                       writeItem(writer, dossier, b.item);
                       writeField(writer, dossier, listOf(dossier, b.item), b.field, b.value);
                   },
                   [&](const ItemRemoved& b) { writeItem(writer, dossier, b.item); },
                   [&](const OriginalAdded& b) {
                       writeItem(writer, dossier, b.item);
                       html.raw("SHA-256 ").mono(b.sha256.hex());
                   },
                   [&](const CodeScanned& b) {
                       writeItem(writer, dossier, b.item);
                       for (const ScannedCode& code : b.codes)
                           html.raw("<br/>").text(code.format).raw(" ").mono(code.text);
                       if (b.error)
                           writer.say(writer.labels.reason(text::Topic::Picture, *b.error));
                       for (const QString& flaw : b.flaws)
                           writer.say(writer.labels.reason(text::Topic::Picture, flaw)).raw(" ");
                   },
                   [&](const RecordSigned& b) {
                       html.value(b.form).raw(" ").mono(b.record.text().left(8)).raw(" ");
                       html.value(b.note.value_or(QString()));
                   },
                   [&](const Cosigned& b) { html.mono(b.record.text().left(8)); },
                   [&](const OriginalDestroyed& b) {
                       writeItem(writer, dossier, b.item);
                       html.value(b.reason);
                   },
                   [&](const LogEvent&) { writeRaw(writer, event.fact); },
                   [&](const UnknownKind&) {
                       writer.tag(Phrase::UnknownKind, true);
                       html.raw(" ");
                       writeRaw(writer, event.fact);
                   },
                   [&](const Malformed& b) {
                       writer.tag(Phrase::MalformedEntry, true);
                       html.raw(" ").text(b.reason).raw("<br/>");
                       writeRaw(writer, event.fact);
                   },
               },
               event.body);
}

/// What receipts and time-stamps prove about when an entry was made.
void writeBounds(Writer& writer, const Fact& fact) {
    const Anchor* later = nullptr;
    const Anchor* earlier = nullptr;
    for (const Anchor& anchor : writer.summary.anchors) {
        if (anchor.log != fact.log)
            continue;
        if (fact.seq < anchor.covers && (!later || anchor.at < later->at))
            later = &anchor;
        if (anchor.entered >= 0 && fact.seq > anchor.entered && (!earlier || anchor.at > earlier->at))
            earlier = &anchor;
    }
    const auto bound = [&](Phrase phrase, const Anchor* anchor) {
        if (!anchor)
            return;
        writer.html.raw("<br/>");
        writer.tag(phrase);
        writer.html.raw(" ");
        writer.time(anchor->at);
        writer.html.raw(" ").value(anchor->by);
    };
    bound(Phrase::NotEarlier, earlier);
    bound(Phrase::NotLater, later);
}

const Field* fieldOf(const Dossier& dossier, const Conflict& conflict) {
    return conflict.about == Conflict::About::ItemField
               ? findField(dossier.type, listOf(dossier, *conflict.item), conflict.key)
               : findField(dossier.type, {}, conflict.key);
}

void writeSide(Writer& writer, const Dossier& dossier, const Conflict& conflict, const Setting& setting) {
    if (conflict.about == Conflict::About::Item)
        writer.say(setting.value == u"removed" ? Phrase::Removed : Phrase::Kept);
    else
        writer.setting(fieldOf(dossier, conflict), setting);
    writer.html.raw(" <span class=\"small\">· ");
    writer.origin(dossier.history[std::size_t(setting.entry)]);
    writer.html.raw("</span>");
}

}  // namespace

void writeConflicts(Writer& writer, const Dossier& dossier) {
    const std::vector<Conflict> all = conflicts(dossier);
    if (all.empty())
        return;
    Html& html = writer.html;
    html.raw("<div class=\"warn\"><h3>");
    writer.say(Phrase::Conflicts).raw("</h3>\n");
    writer.prose(Phrase::ConflictExplained);
    for (const Conflict& conflict : all) {
        html.raw("<p>");
        if (conflict.item)
            writeItem(writer, dossier, *conflict.item);
        if (conflict.about == Conflict::About::Slot)
            html.mono(conflict.key);
        else if (!conflict.key.isEmpty())
            writer.label(text::TermGroup::Field, conflict.key.section(u'/', 0, 0));
        if (conflict.values.agreement() == Register::Agreement::MayConflict)
            writer.tag(Phrase::MayConflict, true);
        html.raw("</p>\n<ul>\n");
        for (const Setting& setting : conflict.values.live) {
            html.raw("<li>");
            writeSide(writer, dossier, conflict, setting);
            html.raw("</li>\n");
        }
        if (conflict.values.base) {
            html.raw("<li>");
            writer.say(Phrase::BaseValue).raw(": ");
            writeSide(writer, dossier, conflict, *conflict.values.base);
            html.raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
    html.raw("</div>\n");
}

void writeSignatures(Writer& writer, const Dossier& dossier) {
    if (dossier.records.empty())
        return;
    Html& html = writer.html;
    writer.heading(Phrase::Signatures);
    for (const Record& record : dossier.records) {
        html.raw("<dl>\n<dt>");
        writer.say(Phrase::Form).raw("</dt><dd>");
        if (record.signatures.empty())
            writer.tag(Phrase::NotInBundle, true);
        for (const int entry : record.signatures) {
            const auto& body = dossier.body<RecordSigned>(entry);
            html.value(body.form).raw(" ").value(body.note.value_or(QString())).raw(" ");
        }
        html.mono(record.id.text()).raw("</dd>\n");
        const auto line = [&](const char* kind, int entry) {
            const Event& event = dossier.history[std::size_t(entry)];
            html.raw("<dt>");
            writer.label(text::TermGroup::Entry, QString::fromUtf8(kind)).raw("</dt><dd>");
            writer.origin(event);
            html.raw("<br/>").mono(event.fact.hash.hex()).raw("<br/><span class=\"small\">");
            writer.say(Phrase::SignedUpon);
            for (const Digest& hash : event.fact.after)
                html.raw(" ").mono(hash.hex().left(16));
            html.raw("</span></dd>\n");
        };
        for (const int entry : record.signatures)
            line("record.signed", entry);
        for (const int entry : record.cosignatures)
            line("cosigned", entry);
        html.raw("</dl>\n");
    }
}

void beginHistory(Writer& writer) {
    Html& html = writer.html;
    writer.heading(Phrase::History);
    writer.prose(Phrase::HistoryOrder);
    html.raw("<div class=\"wide\"><table class=\"history\"><thead><tr>");
    for (const Phrase column :
         {Phrase::Number, Phrase::Time, Phrase::OfficerColumn, Phrase::What, Phrase::Hash}) {
        html.raw("<th>");
        writer.say(column).raw("</th>");
    }
    html.raw("</tr></thead><tbody>\n");
}

void writeEvent(Writer& writer, const Dossier& dossier, const Event& event) {
    Html& html = writer.html;
    html.raw("<tr><td>");
    writer.place(event.fact);
    html.raw("</td><td>");
    writer.time(event.fact.at);
    writeBounds(writer, event.fact);
    html.raw("</td><td>");
    writer.officer(event.fact.officer);
    html.raw("</td><td>");
    writer.label(text::TermGroup::Entry, event.fact.kind).raw("<br/>");
    writeWhat(writer, dossier, event);
    html.raw("</td><td>").mono(event.fact.hash.hex()).raw("</td></tr>\n");
}

void endHistory(Writer& writer) {
    writer.html.raw("</tbody></table></div>\n");
}

}  // namespace chayan::page
