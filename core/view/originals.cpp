#include "core/base/limits.h"
#include "core/view/parts.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::page {

namespace {

using domain::CodeScanned;
using domain::Dossier;
using domain::Item;
using domain::OriginalAdded;
using domain::ScannedCode;

/// Kinds of pictures that every browser shows. SVG is not among them: it can hold more than a picture.
bool isShown(const QString& type) {
    constexpr QStringView types[] = {u"image/jpeg", u"image/png", u"image/webp", u"image/gif", u"image/bmp"};
    return std::ranges::find(types, type) != std::end(types);
}

/// The path from the page to the original; empty when it is not in the bundle. Only names that a bundle can
/// have pass, so that no path leads elsewhere.
QString pathOf(const Writer& writer, const OriginalAdded& original) {
    static const QRegularExpression plain(u"^[0-9a-f]{64}(?:\\.[a-z0-9]{1,10})?$"_s);
    const auto found = writer.summary.originals.find(original.sha256);
    if (found == writer.summary.originals.end() || !plain.match(found->second).hasMatch())
        return {};
    return u"../data/originals/"_s + found->second;
}

bool hasSize(const CodeScanned& scan) {
    const auto fits = [](const std::optional<qint64>& side) {
        return side && *side > 0 && *side <= limits::pictureSide;
    };
    return fits(scan.width) && fits(scan.height);
}

/// The codes' outlines over the picture, in its own pixels.
void writeOutlines(Html& html, const CodeScanned& scan, std::size_t first) {
    if (!hasSize(scan) || scan.codes.empty())
        return;
    const qint64 letter = std::max<qint64>(12, std::max(*scan.width, *scan.height) / 28);
    html.raw("<svg aria-hidden=\"true\" viewBox=\"0 0 ").number(*scan.width).raw(" ").number(*scan.height);
    html.raw("\">");
    for (std::size_t i = 0; i < scan.codes.size(); ++i) {
        html.raw("<polygon points=\"");
        for (const domain::Corner& corner : scan.codes[i].corners)
            html.number(corner.x).raw(",").number(corner.y).raw(" ");
        html.raw("\"/><text fill=\"#ff3b2f\" font-size=\"").number(letter).raw("\" x=\"");
        html.number(scan.codes[i].corners[0].x)
            .raw("\" y=\"")
            .number(scan.codes[i].corners[0].y - letter / 4);
        html.raw("\">").number(qint64(first) + qint64(i)).raw("</text>");
    }
    html.raw("</svg>");
}

void writePicture(Writer& writer, const Dossier& dossier, const Item& item, const OriginalAdded& original,
                  std::size_t number) {
    Html& html = writer.html;
    const QString path = pathOf(writer, original);
    if (path.isEmpty()) {
        html.raw("<div class=\"none\">");
        writer.say(Phrase::NotIncluded).raw("</div>\n");
        return;
    }
    if (!isShown(original.type)) {
        html.raw("<div class=\"none\">");
        writer.say(Phrase::OtherFile).raw(" ").mono(path.sliced(3)).raw("</div>\n");
        return;
    }
    html.raw("<div><a class=\"pic\" href=\"")
        .text(path)
        .raw("\"><img loading=\"lazy\" decoding=\"async\" src=\"");
    html.text(path)
        .raw("\" alt=\"")
        .text(writer.labels.of(text::TermGroup::Section, item.list).chinese)
        .raw(" ")
        .number(qint64(number))
        .raw("\"");
    if (!item.scans.empty())
        if (const auto& scan = dossier.body<CodeScanned>(item.scans.front()); hasSize(scan))
            html.raw(" width=\"").number(*scan.width).raw("\" height=\"").number(*scan.height).raw("\"");
    html.raw("/>");
    std::size_t first = 1;
    for (const int entry : item.scans) {
        const auto& scan = dossier.body<CodeScanned>(entry);
        writeOutlines(html, scan, first);
        first += scan.codes.size();
    }
    html.raw("</a></div>\n");
}

void writeCode(Writer& writer, const ScannedCode& code) {
    Html& html = writer.html;
    html.raw("<li>").text(code.format).raw(" ");
    html.mono(code.text.isEmpty() ? QString::fromLatin1(code.bytes.toHex()) : code.text);
    writeMeanings(writer, code);
    html.raw("</li>\n");
}

void writeCodes(Writer& writer, const Dossier& dossier, const Item& item) {
    Html& html = writer.html;
    if (item.scans.empty())
        return;
    html.raw("<dt>");
    writer.say(Phrase::Codes).raw("</dt><dd>");
    bool any = false;
    for (const int entry : item.scans) {
        const auto& scan = dossier.body<CodeScanned>(entry);
        if (scan.error) {
            writer.tag(Phrase::Unread, true);
            html.raw(" ");
            writer.say(writer.labels.reason(text::Topic::Picture, *scan.error));
        }
        for (const QString& flaw : scan.flaws)
            writer.say(writer.labels.reason(text::Topic::Picture, flaw)).raw(" ");
        any = any || scan.error || !scan.codes.empty();
    }
    html.raw("<ol class=\"codes\">\n");
    for (const int entry : item.scans)
        for (const ScannedCode& code : dossier.body<CodeScanned>(entry).codes)
            writeCode(writer, code);
    html.raw("</ol>");
    if (!any)
        writer.say(Phrase::NoCodes);
    html.raw("</dd>\n");
}

void writeCustody(Writer& writer, const Dossier& dossier, const Item& item) {
    Html& html = writer.html;
    const auto line = [&](Phrase phrase, int entry) {
        html.raw("<div>");
        writer.say(phrase).raw(" · ");
        writer.origin(dossier.history[std::size_t(entry)]);
        html.raw("</div>");
    };
    html.raw("<dt>");
    writer.say(Phrase::Custody).raw("</dt><dd>");
    line(Phrase::AddedBy, item.added);
    for (const int entry : item.scans)
        line(Phrase::ScannedBy, entry);
    for (const int entry : item.destroyed) {
        line(Phrase::DestroyedBy, entry);
        html.value(dossier.body<domain::OriginalDestroyed>(entry).reason);
    }
    html.raw("</dd>\n");
}

void writeFieldsOf(Writer& writer, const Dossier& dossier, const Item& item) {
    Html& html = writer.html;
    const auto line = [&](const QString& key, const domain::Register& values) {
        html.raw("<dt>");
        writer.label(text::TermGroup::Field, key).raw("</dt><dd>");
        writer.registered(domain::findField(dossier.type, item.list, key), values);
        html.raw("</dd>\n");
    };
    for (const domain::Field* field : domain::fieldsOf(dossier.type, item.list))
        if (const auto sealed = dossier.sealed.find(domain::sealedName(*field, item.id.text()));
            sealed != dossier.sealed.end())
            line(field->key.toString(), sealed->second);
    for (const auto& [key, values] : item.values)
        line(key, values);
}

void writeOriginal(Writer& writer, const Dossier& dossier, const Item& item, std::size_t number) {
    Html& html = writer.html;
    const OriginalAdded& original = *dossier.original(item);
    html.raw("<figure>\n");
    writePicture(writer, dossier, item, original, number);
    html.raw("<figcaption><h4>").number(qint64(number)).raw(" · ");
    writer.label(text::TermGroup::Origin, original.origin);
    if (item.presence.disputed())
        writer.tag(Phrase::InDispute, true);
    html.raw("</h4>\n<dl>\n");
    writeFieldsOf(writer, dossier, item);
    writeCodes(writer, dossier, item);
    html.raw("<dt>");
    writer.say(Phrase::Sha256).raw("</dt><dd>").mono(original.sha256.hex()).raw("</dd>\n");
    writer.row(Phrase::Sm3, original.sm3.value_or(QString()));
    writer.row(Phrase::Size,
               u"%1 B · %2"_s.arg(QLocale(QLocale::English).toString(original.size), original.type));
    html.raw("<dt>");
    writer.say(Phrase::Maker).raw("</dt><dd>");
    if (const auto fingerprint = Digest::fromHex(original.maker))
        writer.officer(*fingerprint);
    else
        html.value(original.maker);
    html.raw("</dd>\n");
    QStringList device{original.device.value_or(QString()), original.app.value_or(QString())};
    device.removeAll(QString());
    writer.row(Phrase::Device, device.join(u" · "));
    writer.row(Phrase::Method, original.method.value_or(QString()));
    writer.row(Phrase::Medium, original.medium.value_or(QString()));
    if (original.sourceMtime) {
        html.raw("<dt>");
        writer.say(Phrase::FileTime).raw("</dt><dd>");
        writer.time(*original.sourceMtime);
        html.raw("</dd>\n");
    }
    if (original.clockOffset)
        writer.row(Phrase::DeviceClock, offsetText(*original.clockOffset));
    if (original.parents)
        for (const Digest& parent : *original.parents)
            writer.row(Phrase::MadeFrom, parent.hex());
    writer.row(Phrase::Recipe, original.recipe.value_or(QString()));
    writeCustody(writer, dossier, item);
    html.raw("</dl></figcaption>\n</figure>\n");
}

}  // namespace

void writeOriginals(Writer& writer, const Dossier& dossier, std::size_t& number) {
    for (const Item& item : dossier.items) {
        if (!item.present() || !dossier.original(item))
            continue;
        if (number == 0) {
            writer.html.raw("<h3>");
            writer.label(text::TermGroup::Section, item.list).raw("</h3>\n");
        }
        writeOriginal(writer, dossier, item, ++number);
    }
}

}  // namespace chayan::page
