#include "core/view/parts.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::page {

namespace {

using domain::Dossier;
using domain::Field;
using domain::Item;
using domain::Register;

/// A line of the form: something to show, or a dispute about it.
bool hasContent(const Register& values) {
    return values.disputed() || !values.shown() || !values.value().isEmpty();
}

/// A register with the field it belongs to and the key that names it.
struct Cell {
    QString key;
    const Field* field = nullptr;
    const Register* values = nullptr;
};

const Register* find(const std::map<QString, Register>& registers, const QString& key) {
    const auto found = registers.find(key);
    return found == registers.end() || !hasContent(found->second) ? nullptr : &found->second;
}

/// What an item or, without one, the form says: fields of the table in their order, then others by key.
std::vector<Cell> cells(const Dossier& dossier, const std::map<QString, Register>& open, QStringView list,
                        const QString& item) {
    std::vector<Cell> found;
    std::set<QString> known;
    for (const Field* field : domain::fieldsOf(dossier.type, list)) {
        const QString key = field->key.toString();
        known.insert(key);
        // A sealed field that somebody wrote openly is shown as what it is.
        for (const Register* values :
             {find(open, key), find(dossier.sealed, domain::sealedName(*field, item))})
            if (values)
                found.push_back({key, field, values});
    }
    for (const auto& [key, values] : open)
        if (!known.contains(key) && hasContent(values))
            found.push_back({key, nullptr, &values});
    return found;
}

void writeCells(Writer& writer, const std::vector<Cell>& cells) {
    Html& html = writer.html;
    html.raw("<dl>\n");
    for (const Cell& cell : cells) {
        html.raw("<dt>");
        writer.label(text::TermGroup::Field, cell.key).raw("</dt><dd>");
        writer.registered(cell.field, *cell.values);
        html.raw("</dd>\n");
    }
    html.raw("</dl>\n");
}

/// Sealed values that belong to no field or item that the page shows.
std::vector<Cell> strayed(const Dossier& dossier) {
    std::vector<Cell> found;
    for (const auto& [name, values] : dossier.sealed) {
        const auto parts = name.split(u'/');
        const auto id = parts.size() == 2 ? ItemId::fromText(parts[1]) : std::nullopt;
        const Item* item = id ? dossier.item(*id) : nullptr;
        const bool placed = parts.size() == 1 ? domain::findField(dossier.type, {}, name) != nullptr
                                              : item && domain::findField(dossier.type, item->list, parts[0]);
        if (!placed && hasContent(values))
            found.push_back({name, nullptr, &values});
    }
    return found;
}

void writeTable(Writer& writer, const Dossier& dossier, const QString& list,
                const std::vector<const Item*>& items) {
    Html& html = writer.html;
    html.raw("<h3>");
    writer.label(text::TermGroup::Section, list).raw("</h3>\n<div class=\"wide\"><table><thead><tr><th>");
    writer.say(Phrase::Line).raw("</th>");
    std::vector<std::vector<Cell>> lines;
    std::vector<QString> columns;
    for (const Item* item : items) {
        lines.push_back(cells(dossier, item->values, list, item->id.text()));
        for (const Cell& cell : lines.back())
            if (std::ranges::find(columns, cell.key) == columns.end())
                columns.push_back(cell.key);
    }
    const auto order = [&](const QString& key) {
        const Field* field = domain::findField(dossier.type, list, key);
        return field ? field - domain::fields().data() : std::ptrdiff_t(domain::fields().size());
    };
    std::ranges::stable_sort(columns, {}, order);
    for (const QString& column : columns) {
        html.raw("<th>");
        writer.label(text::TermGroup::Field, column).raw("</th>");
    }
    html.raw("</tr></thead><tbody>\n");
    for (std::size_t i = 0; i < items.size(); ++i) {
        html.raw("<tr><td>").number(qint64(i) + 1);
        if (items[i]->presence.disputed())
            writer.tag(Phrase::InDispute, true);
        html.raw("</td>");
        for (const QString& column : columns) {
            html.raw("<td>");
            for (const Cell& cell : lines[i])
                if (cell.key == column)
                    writer.registered(cell.field, *cell.values);
            html.raw("</td>");
        }
        html.raw("</tr>\n");
    }
    html.raw("</tbody></table></div>\n");
}

void writeMissing(Writer& writer, const Dossier& dossier) {
    if (dossier.missing.empty())
        return;
    writer.html.raw("<div class=\"warn\"><h3>");
    writer.say(Phrase::MissingEntries).raw("</h3>\n<ul>\n");
    std::set<Digest> hashes;
    for (const domain::Missing& missing : dossier.missing)
        hashes.insert(missing.hash);
    for (const Digest& hash : hashes)
        writer.html.raw("<li>").mono(hash.hex()).raw("</li>\n");
    writer.html.raw("</ul></div>\n");
}

}  // namespace

void writeFields(Writer& writer, const Dossier& dossier) {
    const std::vector<Cell> all = cells(dossier, dossier.fields, {}, {});
    std::vector<QString> sections;
    for (const Cell& cell : all) {
        const QString section = cell.field ? cell.field->section.toString() : QString();
        if (std::ranges::find(sections, section) == sections.end())
            sections.push_back(section);
    }
    for (const QString& section : sections) {
        if (section.isEmpty()) {
            writer.heading(Phrase::Other);
        } else {
            writer.html.raw("<h3>");
            writer.label(text::TermGroup::Section, section).raw("</h3>\n");
        }
        std::vector<Cell> here;
        std::ranges::copy_if(all, std::back_inserter(here), [&](const Cell& cell) {
            return (cell.field ? cell.field->section : QStringView()) == section;
        });
        writeCells(writer, here);
    }
    if (const std::vector<Cell> others = strayed(dossier); !others.empty())
        writeCells(writer, others);
}

void writeLists(Writer& writer, const Dossier& dossier) {
    QStringList lists = domain::listsOf(dossier.type);
    for (const Item& item : dossier.items)
        if (!lists.contains(item.list))
            lists << item.list;
    for (const QString& list : lists) {
        std::vector<const Item*> items = dossier.list(list);
        std::erase_if(items, [&](const Item* item) { return dossier.original(*item) != nullptr; });
        if (!items.empty())
            writeTable(writer, dossier, list, items);
    }
}

void writeFrame(Writer& writer, const Dossier& dossier, std::size_t number, qint64 entries) {
    Html& html = writer.html;
    html.raw("<section class=\"dossier\" id=\"d").number(qint64(number)).raw("\">\n<h2>");
    if (const QString title = dossier.value(u"title"); dossier.type == u"log")
        writer.label(text::TermGroup::Dossier, dossier.type);
    else if (title.isEmpty())
        writer.say(Phrase::Untitled);
    else
        html.value(title);
    html.raw("</h2>\n<p>");
    if (dossier.type != u"log")
        writer.label(text::TermGroup::Dossier, dossier.type).raw(" · ");
    html.mono(dossier.id.text()).raw(" · ");
    html.number(entries).raw(" ");
    writer.say(Phrase::EntryUnit).raw("</p>\n<p class=\"small\">");
    writer.say(Phrase::Heads);
    for (const Digest& head : dossier.heads)
        html.raw(" ").mono(head.hex());
    html.raw("</p>\n");
    writeMissing(writer, dossier);
    writeConflicts(writer, dossier);
    writeFields(writer, dossier);
    writeLists(writer, dossier);
}

}  // namespace chayan::page
