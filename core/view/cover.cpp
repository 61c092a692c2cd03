#include "core/view/parts.h"
#include "core/view/style.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::page {

namespace {

/// The bag's name as it may stand in a command: ASCII, nothing a shell reads otherwise.
QString commandName(const QString& name) {
    static const QRegularExpression plain(u"^[A-Za-z0-9][A-Za-z0-9._-]*$"_s);
    return plain.match(name).hasMatch() ? name : u"NAME"_s;
}

void writeFacts(Writer& writer) {
    const BundleSummary& summary = writer.summary;
    Html& html = writer.html;
    html.raw("<dl>\n");
    writer.row(Phrase::Bundle, summary.name);
    html.raw("<dt>");
    writer.say(Phrase::ExportedBy).raw("</dt><dd>");
    writer.officer(summary.exporter);
    html.raw("</dd>\n<dt>");
    writer.say(Phrase::ExportedAt).raw("</dt><dd>");
    writer.time(summary.at);
    writer.tag(Phrase::Claimed);
    html.raw("</dd>\n");
    writer.row(Phrase::Recipient, summary.recipient);
    writer.row(Phrase::Purpose, summary.purpose);
    html.raw("<dt>");
    writer.say(Phrase::Scope).raw("</dt><dd>");
    writer.say(summary.complete ? Phrase::ScopeComplete : Phrase::ScopeSelected).raw("</dd>\n");
    if (summary.base > 0)
        writer.row(Phrase::Base, QString::number(summary.base));
    html.raw("<dt>");
    const auto dossiers =
        std::ranges::count_if(summary.dossiers, [](const ListedDossier& d) { return d.type != u"log"; });
    writer.say(Phrase::Contents).raw("</dt><dd>").number(dossiers).raw(" ");
    writer.say(Phrase::Dossiers).raw(" · ").number(summary.entries).raw(" ");
    writer.say(Phrase::EntryUnit).raw(" · ").number(qint64(summary.originals.size())).raw(" ");
    writer.say(Phrase::WithheldOriginals).raw("</dd>\n<dt>");
    writer.say(Phrase::Withheld).raw("</dt><dd>");
    if (summary.withheldValues == 0 && summary.withheldOriginals == 0) {
        writer.say(Phrase::Nothing);
    } else {
        html.number(summary.withheldValues).raw(" ");
        writer.say(Phrase::WithheldValues).raw(" · ").number(summary.withheldOriginals).raw(" ");
        writer.say(Phrase::WithheldOriginals);
    }
    html.raw("</dd>\n");
    writer.row(Phrase::Program, summary.program);
    html.raw("</dl>\n");
}

void writeOfficers(Writer& writer) {
    Html& html = writer.html;
    if (writer.summary.officers.empty())
        return;
    writer.heading(Phrase::Officers);
    html.raw("<div class=\"wide\"><table><thead><tr>");
    for (const Phrase column : {Phrase::OfficerColumn, Phrase::Badge, Phrase::Agency, Phrase::Fingerprint}) {
        html.raw("<th>");
        writer.say(column).raw("</th>");
    }
    html.raw("</tr></thead><tbody>\n");
    for (const auto& [fingerprint, officer] : writer.summary.officers) {
        html.raw("<tr><td>").value(officer.name).raw("</td><td>").value(officer.badge).raw("</td><td>");
        html.value(officer.agency).raw("</td><td>").mono(fingerprint.hex()).raw("</td></tr>\n");
    }
    html.raw("</tbody></table></div>\n");
    writer.prose(Phrase::KeysNotHolders);
}

void writeVerification(Writer& writer) {
    Html& html = writer.html;
    const QString name = commandName(writer.summary.name);
    writer.heading(Phrase::HowToVerify);
    writer.prose(Phrase::VerifyExplained);
    html.raw("<pre>");
    html.text(
        u"unzip %1.bundle.zip\ncd %1\n"
        "sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt\n"
        "openssl cms -verify -binary -inform DER -in signature/tagmanifest-sha256.txt.p7s \\\n"
        "  -content tagmanifest-sha256.txt -CAfile OFFICER_CERT_OBTAINED_ELSEWHERE.pem \\\n"
        "  -partial_chain -no_check_time -out /dev/null"_s.arg(name));
    html.raw("</pre>\n");
    writer.prose(Phrase::WithOurs);
    html.raw("<pre>");
    html.text(u"chayanctl bundle verify %1.bundle.zip"_s.arg(name)).raw("</pre>\n");
}

void writeContents(Writer& writer) {
    Html& html = writer.html;
    writer.heading(Phrase::Dossiers);
    html.raw("<ol class=\"toc\">\n");
    std::size_t number = 0;
    for (const ListedDossier& dossier : writer.summary.dossiers) {
        html.raw("<li><a href=\"#d").number(qint64(++number)).raw("\">");
        if (dossier.type == u"log")
            writer.label(text::TermGroup::Dossier, dossier.type);
        else if (dossier.title.isEmpty())
            writer.say(Phrase::Untitled);
        else
            html.value(dossier.title);
        html.raw("</a> · ");
        if (dossier.type != u"log")
            writer.label(text::TermGroup::Dossier, dossier.type).raw(" · ");
        html.number(dossier.entries).raw(" ");
        writer.say(Phrase::EntryUnit).raw(" · ").mono(dossier.id.text()).raw("</li>\n");
    }
    html.raw("</ol>\n");
}

}  // namespace

void writeCover(Writer& writer) {
    Html& html = writer.html;
    const Words title = words(Phrase::PageTitle);
    html.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    // A second fence behind the escaping: no script runs, and nothing is fetched but pictures beside the
    // page.
    html.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; img-src 'self' file:; base-uri 'none'; form-action 'none'\"/>\n");
    html.raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>");
    html.text(writer.summary.name).raw(" · ").text(title.chinese).raw("</title>\n<style>");
    html.raw(styleSheet).raw("</style>\n</head>\n<body>\n<header>\n<div class=\"seal\">查验</div>\n<h1>");
    html.both(title.chinese, title.english).raw("</h1>\n<p class=\"m\">").value(writer.summary.name);
    html.raw("</p>\n<div class=\"aid\">");
    writer.prose(Phrase::ReadingAid);
    html.raw("</div>\n</header>\n");
    writeFacts(writer);
    writeContents(writer);
    writeVerification(writer);
    writeOfficers(writer);
}

}  // namespace chayan::page
