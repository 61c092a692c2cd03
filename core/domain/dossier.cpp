#include "core/domain/dossier.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::domain {

Register::Agreement Register::agreement() const {
    // Values that can be seen are compared; one that cannot is equal to its own digest alone.
    const Setting* seen = nullptr;
    const Setting* unseen = nullptr;
    bool unsure = false;
    for (const Setting& setting : live) {
        const Setting*& other = setting.known ? seen : unseen;
        if (other && setting.known && other->value != setting.value)
            return Agreement::Conflict;
        unsure = unsure || (other && !setting.known && other->digest != setting.digest);
        other = &setting;
    }
    return unsure || (seen && unseen) ? Agreement::MayConflict : Agreement::Agreed;
}

const Setting* Register::shown() const {
    const auto known = std::ranges::find_if(live, &Setting::known);
    return known == live.end() ? nullptr : &*known;
}

QString Register::value() const {
    const Setting* setting = shown();
    return setting ? setting->value : QString();
}

bool Item::present() const {
    return std::ranges::any_of(presence.live, [](const Setting& s) { return s.value == u"present"; });
}

const Item* Dossier::item(const ItemId& id) const {
    if (const auto found = itemAt.find(id); found != itemAt.end())
        return &items[found->second];
    const auto stray = strays.find(id);
    return stray == strays.end() ? nullptr : &stray->second;
}

std::vector<const Item*> Dossier::list(QStringView list) const {
    std::vector<const Item*> found;
    for (const Item& item : items)
        if (item.list == list && item.present())
            found.push_back(&item);
    return found;
}

QString Dossier::value(QStringView key) const {
    if (const auto open = fields.find(key.toString()); open != fields.end())
        return open->second.value();
    const auto hidden = sealed.find(key.toString());
    return hidden == sealed.end() ? QString() : hidden->second.value();
}

QString Dossier::value(const Item& item, QStringView key) const {
    if (const auto open = item.values.find(key.toString()); open != item.values.end())
        return open->second.value();
    const auto hidden = sealed.find(key.toString() + u'/' + item.id.text());
    return hidden == sealed.end() ? QString() : hidden->second.value();
}

const OriginalAdded* Dossier::original(const Item& item) const {
    return item.added < 0 ? nullptr
                          : std::get_if<OriginalAdded>(&history[static_cast<std::size_t>(item.added)].body);
}

std::vector<Conflict> conflicts(const Dossier& dossier) {
    std::vector<Conflict> found;
    const auto add = [&](Conflict::About about, const QString& key, std::optional<ItemId> item,
                         const Register& values) {
        if (values.disputed())
            found.push_back({about, key, std::move(item), values});
    };
    const auto addItem = [&](const Item& item) {
        add(Conflict::About::Item, {}, item.id, item.presence);
        for (const auto& [key, values] : item.values)
            add(Conflict::About::ItemField, key, item.id, values);
    };
    for (const auto& [key, values] : dossier.fields)
        add(Conflict::About::Field, key, {}, values);
    for (const Item& item : dossier.items)
        addItem(item);
    for (const auto& [id, item] : dossier.strays)
        addItem(item);
    for (const auto& [name, values] : dossier.sealed)
        add(Conflict::About::Sealed, name, {}, values);
    for (const auto& [slot, values] : dossier.closed)
        add(Conflict::About::Slot, slot, {}, values);
    return found;
}

}  // namespace chayan::domain
