#include "core/domain/effects.h"

#include "core/domain/overloaded.h"

namespace chayan::domain {

namespace {

/// Names and values are text; what a foreign program sealed otherwise is shown as its JSON.
QString textOf(const Json& value) {
    if (const QString* text = value.string())
        return *text;
    return QString::fromUtf8(canonical(value).value_or(QByteArray()));
}

void addSealed(const std::vector<SealedValue>& sealed, const OpenedValues& opened,
               std::vector<Effect>& effects) {
    for (const SealedValue& value : sealed) {
        const auto seen = opened.find(value.digest);
        if (seen == opened.end())
            effects.emplace_back(SetSealed{value.slot, value.digest, {}, {}});
        else
            effects.emplace_back(
                SetSealed{value.slot, value.digest, seen->second.name, textOf(seen->second.value)});
    }
}

}  // namespace

std::vector<Effect> effectsOf(const Fact& fact, const OpenedValues& opened) {
    return effectsOf(readBody(fact.kind, fact.body), opened);
}

std::vector<Effect> effectsOf(const Body& body, const OpenedValues& opened) {
    std::vector<Effect> effects;
    std::visit(Overloaded{
                   [&](const DossierOpened& b) {
                       effects.emplace_back(OpenDossier{b.type});
                       addSealed(b.sealed, opened, effects);
                   },
                   [&](const FieldSet& b) {
                       effects.emplace_back(SetField{b.field, b.value});
                   },
                   [&](const SealedSet& b) { addSealed(b.sealed, opened, effects); },
                   [&](const ItemAdded& b) {
                       effects.emplace_back(AddItem{b.item, b.list});
                       for (const FieldValue& value : b.values)
                           effects.emplace_back(SetItemField{b.item, value.field, value.value});
                   },
                   [&](const ItemSet& b) {
                       effects.emplace_back(SetItemField{b.item, b.field, b.value});
                   },
                   [&](const ItemRemoved& b) { effects.emplace_back(RemoveItem{b.item}); },
                   [&](const OriginalAdded& b) { effects.emplace_back(AddOriginal{b}); },
                   [&](const CodeScanned& b) { effects.emplace_back(SetCodes{b}); },
                   [&](const OriginalDestroyed& b) {
                       effects.emplace_back(DestroyOriginal{b.item, b.reason});
                   },
                   [&](const RecordSigned& b) { effects.emplace_back(AddSignature{b}); },
                   [&](const Cosigned& b) { effects.emplace_back(AddCosignature{b.record}); },
                   [](const auto&) {},
               },
               body);
    return effects;
}

}  // namespace chayan::domain
