#include "core/store/projection.h"

#include "core/crypto/digest.h"
#include "core/domain/fields.h"
#include "core/domain/fold.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Raise it when the code here, in search_words.cpp or in the tables of the projections changes what they
/// hold.
constexpr int rulesVersion = 2;

void addTexts(std::vector<Projection::Text>& texts, const QString& type, const QString& list,
              const QString& item, const QString& key, const domain::Register& values) {
    for (const domain::Setting& setting : values.live)
        if (QString text = searchableText(type, list, key, setting.value); !text.isEmpty())
            texts.push_back({item, key, std::move(text)});
}

void addItem(Projection& projection, const domain::Dossier& dossier, const domain::Item& item) {
    projection.items.push_back({item.id.text(), item.list, item.present() ? 1 : 0});
    if (!item.present() || item.list.isEmpty())
        return;
    if (item.list == domain::originalsList)
        ++projection.summary.originals;
    for (const auto& [key, values] : item.values)
        addTexts(projection.texts, dossier.type, item.list, item.id.text(), key, values);
    std::vector<domain::ScannedCode> codes;
    for (const int scan : item.scans) {
        const auto& read = dossier.body<domain::CodeScanned>(scan).codes;
        codes.insert(codes.end(), read.begin(), read.end());
    }
    if (QString text = codesText(codes); !text.isEmpty())
        projection.texts.push_back({item.id.text(), codesKey.toString(), std::move(text)});
}

void addHistory(Projection::Summary& summary, const domain::Dossier& dossier) {
    bool isOpen = false;
    for (const domain::Event& event : dossier.history) {
        summary.changed = summary.entries == 0 ? event.fact.at : std::max(summary.changed, event.fact.at);
        ++summary.entries;
        const bool opens = std::holds_alternative<domain::DossierOpened>(event.body) ||
                           (event.fact.kind == u"log.opened" && dossier.type == u"log");
        if (opens && !isOpen) {
            summary.opened = event.fact.at;
            isOpen = true;
        }
    }
}

}  // namespace

QString conflictAbout(domain::Conflict::About about) {
    switch (about) {
        case domain::Conflict::About::Field:
            return u"field"_s;
        case domain::Conflict::About::Item:
            return u"item"_s;
        case domain::Conflict::About::ItemField:
            return u"item_field"_s;
        case domain::Conflict::About::Sealed:
            return u"sealed"_s;
        case domain::Conflict::About::Slot:
            return u"slot"_s;
    }
    return {};
}

QString* summaryField(Projection::Summary& summary, QStringView key) {
    if (key == u"title")
        return &summary.title;
    if (key == u"place")
        return &summary.place;
    if (key == u"kind")
        return &summary.kind;
    if (key == u"status")
        return &summary.status;
    return nullptr;
}

bool isSearchable(QStringView type, QStringView list, QStringView key) {
    const domain::Field* field = domain::findField(type, list, key);
    return field != nullptr && field->searchable && !field->sealed;
}

QString searchableText(QStringView type, QStringView list, QStringView key, const QString& value) {
    if (!isSearchable(type, list, key))
        return {};
    const domain::Field* field = domain::findField(type, list, key);
    const auto choice = std::ranges::find(field->choices, value, &domain::Choice::key);
    if (field->kind != domain::FieldType::OneOf || choice == field->choices.end())
        return value;
    return u"%1 %2"_s.arg(choice->printed, QString::fromUtf8(choice->label));
}

QString codesText(const std::vector<domain::ScannedCode>& codes) {
    QStringList texts;
    for (const domain::ScannedCode& code : codes)
        if (!code.text.isEmpty() && !texts.contains(code.text))
            texts << code.text;
    return texts.join(u'\n');
}

Projection projectionOf(const domain::Dossier& dossier) {
    Projection projection;
    projection.summary.type = dossier.type;
    addHistory(projection.summary, dossier);
    for (const auto& [key, values] : dossier.fields) {
        if (QString* shown = summaryField(projection.summary, key))
            *shown = values.value();
        addTexts(projection.texts, dossier.type, {}, {}, key, values);
    }
    for (const domain::Item& item : dossier.items)
        addItem(projection, dossier, item);
    for (const auto& [id, item] : dossier.strays)
        addItem(projection, dossier, item);
    for (const domain::Conflict& conflict : domain::conflicts(dossier))
        projection.conflicts.push_back(
            {conflictAbout(conflict.about), conflict.item ? conflict.item->text() : QString(), conflict.key});
    projection.summary.conflicts = static_cast<qint64>(projection.conflicts.size());
    projection.heads = dossier.heads;
    std::ranges::sort(projection.items, {}, &Projection::Item::item);
    std::sort(projection.texts.begin(), projection.texts.end());
    // Several who agree count once.
    projection.texts.erase(std::unique(projection.texts.begin(), projection.texts.end()),
                           projection.texts.end());
    std::sort(projection.conflicts.begin(), projection.conflicts.end());
    return projection;
}

QString projectionRules() {
    crypto::Sha256 hash;
    for (const domain::Field& field : domain::fields()) {
        if (!field.searchable)
            continue;
        hash.add(view(u"%1/%2/%3\n"_s.arg(field.type, field.list, field.key).toUtf8()));
        for (const domain::Choice& choice : field.choices)
            hash.add(view(searchableText(field.type, field.list, field.key, choice.key.toString()).toUtf8()));
    }
    return u"%1-%2-%3"_s.arg(rulesVersion)
        .arg(static_cast<int>(QChar::currentUnicodeVersion()))
        .arg(hash.finish().hex().first(16));
}

}  // namespace chayan::store
