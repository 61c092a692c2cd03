#include "core/domain/field_history.h"

#include "core/domain/fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

/// The value that an entry gives an open field, or nothing.
std::optional<QString> openValue(const Body& body, QStringView key, const std::optional<ItemId>& item) {
    if (const auto* set = std::get_if<FieldSet>(&body); set != nullptr && !item && set->field == key)
        return set->value;
    if (const auto* set = std::get_if<ItemSet>(&body);
        set != nullptr && item && set->item == *item && set->field == key)
        return set->value;
    if (const auto* added = std::get_if<ItemAdded>(&body); added != nullptr && item && added->item == *item) {
        const auto found = std::ranges::find(added->values, key, &FieldValue::field);
        if (found != added->values.end())
            return found->value;
    }
    return {};
}

}  // namespace

std::vector<FieldChange> changesOf(const Dossier& dossier, QStringView key,
                                   const std::optional<ItemId>& item) {
    const QString sealedAs = item ? key.toString() + u'/' + item->text() : key.toString();
    const auto sealed = dossier.sealed.find(sealedAs);
    const auto isOfField = [&](const SealedValue& value) {
        const auto name = dossier.slotNames.find(value.slot);
        return name != dossier.slotNames.end() && name->second == sealedAs;
    };
    std::vector<FieldChange> changes;
    for (std::size_t i = 0; i < dossier.history.size(); ++i) {
        const Body& body = dossier.history[i].body;
        const int entry = static_cast<int>(i);
        if (std::optional<QString> value = openValue(body, key, item))
            changes.push_back({entry, std::move(*value)});
        const auto* set = std::get_if<SealedSet>(&body);
        if (set == nullptr || !std::ranges::any_of(set->sealed, isOfField))
            continue;
        FieldChange change{entry, {}, false};
        const bool here = sealed != dossier.sealed.end();
        for (const Setting& live : here ? sealed->second.live : std::vector<Setting>()) {
            if (live.entry == entry && live.known) {
                change.value = live.value;
                change.known = true;
            }
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace chayan::domain
