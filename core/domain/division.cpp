#include "core/domain/division.h"

#include "core/domain/effects.h"
#include "core/domain/overloaded.h"

#include <algorithm>
#include <functional>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

/// The item that a sealed value's name speaks of, if it does: `original_name/ITEM`.
std::optional<ItemId> itemOf(const QString& name) {
    const qsizetype slash = name.indexOf(u'/');
    return slash < 0 ? std::nullopt : ItemId::fromText(name.sliced(slash + 1));
}

/// What an entry touches.
struct Touched {
    std::vector<ItemId> items;
    std::vector<QString> ofSlots;
    bool form = false;
};

Touched touchedBy(const std::vector<Effect>& effects) {
    Touched touched;
    for (const Effect& effect : effects)
        std::visit(Overloaded{
                       [&](const AddItem& e) { touched.items.push_back(e.item); },
                       [&](const SetItemField& e) { touched.items.push_back(e.item); },
                       [&](const RemoveItem& e) { touched.items.push_back(e.item); },
                       [&](const AddOriginal& e) { touched.items.push_back(e.original.item); },
                       [&](const SetCodes& e) { touched.items.push_back(e.scanned.item); },
                       [&](const DestroyOriginal& e) { touched.items.push_back(e.item); },
                       [&](const SetSealed& e) {
                           const auto item = e.name ? itemOf(*e.name) : std::nullopt;
                           if (item)
                               touched.items.push_back(*item);
                           else if (e.name)
                               touched.form = true;
                           touched.ofSlots.push_back(e.slot);
                       },
                       [&](const auto&) { touched.form = true; },
                   },
                   effect);
    return touched;
}

}  // namespace

void Division::add(const Fact& fact, const OpenedValues& opened) {
    const auto entry = static_cast<int>(m_firstParent.size());
    m_firstParent.push_back(static_cast<int>(m_parents.size()));
    for (const Digest& hash : fact.after)
        if (const auto parent = m_at.find(hash); parent != m_at.end())
            m_parents.push_back(parent->second);
    m_at.emplace(fact.hash, entry);
    for (const Digest& hash : fact.after)
        std::erase(m_heads, hash);
    m_heads.push_back(fact.hash);

    const std::vector<Effect> effects = effectsOf(fact, opened);
    if (effects.size() == 1)
        if (const auto* added = std::get_if<AddOriginal>(&effects.front());
            added != nullptr && !m_framed.contains(added->original.item)) {
            const std::size_t part = m_partOf.size() / m_originalsInPart;
            if (m_partOf.try_emplace(added->original.item, part).second && part == m_parts.size())
                m_parts.emplace_back();
        }
    const Touched touched = touchedBy(effects);
    bool inFrame = touched.form;
    m_partOfEntry.push_back(-1);
    for (const ItemId& item : touched.items) {
        const auto found = m_partOf.find(item);
        if (found == m_partOf.end()) {
            m_framed.insert(item);
            inFrame = true;
            continue;
        }
        std::vector<int>& part = m_parts[found->second];
        if (part.empty() || part.back() != entry)
            part.push_back(entry);
        m_partOfEntry.back() = static_cast<int>(found->second);
    }
    if (inFrame)
        m_frame.push_back(entry);
    for (const QString& slot : touched.ofSlots)
        m_slots.emplace_back(qHash(slot), entry);
}

void Division::gatherSlots() {
    std::ranges::sort(m_slots);
    for (auto first = m_slots.begin(); first != m_slots.end();) {
        const auto last = std::find_if(first, m_slots.end(),
                                       [&](const auto& other) { return other.first != first->first; });
        if (last - first > 1)
            for (auto one = first; one != last; ++one) {
                m_frame.push_back(one->second);
                for (auto other = first; other != last; ++other)
                    if (const int part = m_partOfEntry[static_cast<std::size_t>(other->second)]; part >= 0)
                        m_parts[static_cast<std::size_t>(part)].push_back(one->second);
            }
        first = last;
    }
}

void Division::finish() {
    gatherSlots();
    const auto tidy = [](std::vector<int>& entries) {
        std::ranges::sort(entries);
        const auto again = std::ranges::unique(entries);
        entries.erase(again.begin(), again.end());
    };
    tidy(m_frame);
    for (std::vector<int>& part : m_parts)
        tidy(part);
    m_at = {};
    m_slots = {};
    m_partOfEntry = {};
    m_framed = {};
    std::ranges::sort(m_heads);
    m_firstParent.push_back(static_cast<int>(m_parents.size()));
}

void Division::join(std::span<const int> entries, std::vector<Fact>& facts) const {
    // For each entry of the dossier the set of the nearest kept ones that it is or follows; entries between
    // share one.
    std::vector<std::vector<int>> sets{{}};
    std::vector<int> setOf(m_firstParent.size() - 1);
    std::size_t next = 0;
    for (std::size_t i = 0; i < setOf.size() && next < entries.size(); ++i) {
        const auto first = static_cast<std::size_t>(m_firstParent[i]);
        const auto last = static_cast<std::size_t>(m_firstParent[i + 1]);
        int nearest = first == last ? 0 : setOf[static_cast<std::size_t>(m_parents[first])];
        for (std::size_t p = first + 1; p < last; ++p) {
            const int other = setOf[static_cast<std::size_t>(m_parents[p])];
            if (other == nearest)
                continue;
            std::vector<int> merged = sets[static_cast<std::size_t>(nearest)];
            const std::vector<int>& more = sets[static_cast<std::size_t>(other)];
            merged.insert(merged.end(), more.begin(), more.end());
            std::ranges::sort(merged, std::greater<>());
            // A log's entries follow each other, so its newest stands for all.
            std::set<QString> logs;
            std::erase_if(merged, [&](int kept) {
                return !logs.insert(facts[static_cast<std::size_t>(kept)].log).second;
            });
            nearest = static_cast<int>(sets.size());
            sets.push_back(std::move(merged));
        }
        if (entries[next] != static_cast<int>(i)) {
            setOf[i] = nearest;
            continue;
        }
        facts[next].after.clear();
        for (const int kept : sets[static_cast<std::size_t>(nearest)])
            facts[next].after.push_back(facts[static_cast<std::size_t>(kept)].hash);
        setOf[i] = static_cast<int>(sets.size());
        sets.push_back({static_cast<int>(next)});
        ++next;
    }
}

}  // namespace chayan::domain
