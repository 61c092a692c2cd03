#include "core/domain/fold.h"

#include "core/domain/overloaded.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

/// Carries effects out on a dossier, in one of three ways that differ only in what a setting does to a
/// register.
class Folding {
  public:
    enum class Mode {
        /// The entry follows everything that stands.
        Append,
        /// Entries come in display order; the ancestry says which settings they replace.
        Merge,
        /// A second walk over a merged dossier that looks for the base of each dispute.
        FindBases,
    };

    Folding(Dossier& dossier, Mode mode, const Ancestry* ancestry)
        : m_dossier(dossier), m_mode(mode), m_ancestry(ancestry) {}

    /// Names the slots that these effects open. All of them come before any sealed value is set, so that the
    /// name does not depend on which entry of the slot can be seen here.
    void learnSlots(const std::vector<Effect>& effects) {
        for (const Effect& effect : effects)
            if (const auto* sealed = std::get_if<SetSealed>(&effect); sealed && sealed->name)
                if (m_dossier.slotNames.emplace(sealed->slot, *sealed->name).second)
                    name(sealed->slot, *sealed->name);
    }

    void carryOut(int entry, const std::vector<Effect>& effects) {
        m_entry = entry;
        for (const Effect& effect : effects)
            std::visit([this](const auto& e) { carryOut(e); }, effect);
        // Of an entry that follows everything, only its own contradictions can be in dispute.
        for (Register* touched : m_touched)
            if (!touched->disputed())
                touched->base.reset();
        m_touched.clear();
    }

  private:
    // The type, and that items exist, were settled when the entry was entered.
    void carryOut(const OpenDossier&) {}
    void carryOut(const SetField& e) { set(m_dossier.fields[e.field], {m_entry, e.value}); }
    void carryOut(const SetSealed& e) {
        const auto known = m_dossier.slotNames.find(e.slot);
        const QString* name = e.name                               ? &*e.name
                              : known != m_dossier.slotNames.end() ? &known->second
                                                                   : nullptr;
        set(name ? m_dossier.sealed[*name] : m_dossier.closed[e.slot],
            {m_entry, e.value, e.digest, e.name.has_value()});
    }
    void carryOut(const AddItem& e) { set(item(e.item).presence, {m_entry, u"present"_s}); }
    void carryOut(const AddOriginal& e) { set(item(e.original.item).presence, {m_entry, u"present"_s}); }
    void carryOut(const SetItemField& e) {
        Item& changed = item(e.item);
        set(changed.values[e.field], {m_entry, e.value});
        set(changed.presence, {m_entry, u"present"_s});
    }
    void carryOut(const RemoveItem& e) { set(item(e.item).presence, {m_entry, u"removed"_s}); }
    void carryOut(const SetCodes& e) {
        if (m_mode == Mode::FindBases)
            return;
        std::vector<int>& scans = item(e.scanned.item).scans;
        std::erase_if(scans, [this](int earlier) { return replaces(earlier); });
        scans.push_back(m_entry);
    }
    void carryOut(const DestroyOriginal& e) {
        if (m_mode != Mode::FindBases)
            item(e.item).destroyed.push_back(m_entry);
    }
    void carryOut(const AddSignature& e) {
        if (m_mode != Mode::FindBases)
            record(e.record.record).signatures.push_back(m_entry);
    }
    void carryOut(const AddCosignature& e) {
        if (m_mode != Mode::FindBases)
            record(e.record).cosignatures.push_back(m_entry);
    }

    /// What was set in a slot before its name was known here belongs to the name.
    void name(const QString& slot, const QString& name) {
        const auto unnamed = m_dossier.closed.extract(slot);
        if (!unnamed)
            return;
        std::vector<Setting>& live = m_dossier.sealed[name].live;
        live.insert(live.end(), unnamed.mapped().live.begin(), unnamed.mapped().live.end());
        std::ranges::sort(live, {}, [](const Setting& s) { return std::tie(s.entry, s.digest); });
    }

    bool replaces(int earlier) const {
        return m_mode == Mode::Append ? earlier < m_entry : m_ancestry->follows(m_entry, earlier);
    }

    void set(Register& values, Setting setting) {
        if (m_mode == Mode::FindBases) {
            if (values.disputed() && std::ranges::all_of(values.live, [&](const Setting& live) {
                    return m_ancestry->follows(live.entry, setting.entry);
                }))
                values.base = std::move(setting);
            return;
        }
        if (m_mode == Mode::Append) {
            // The last in display order is never replaced by another, so it is always live.
            if (!values.live.empty() && values.live.back().entry < m_entry)
                values.base = values.live.back();
            m_touched.insert(&values);
        }
        std::erase_if(values.live, [this](const Setting& live) { return replaces(live.entry); });
        if (std::ranges::find(values.live, setting) == values.live.end())
            values.live.push_back(std::move(setting));
    }

    Item& item(const ItemId& id) {
        if (const auto found = m_dossier.itemAt.find(id); found != m_dossier.itemAt.end())
            return m_dossier.items[found->second];
        return m_dossier.strays.try_emplace(id, Item{id}).first->second;
    }

    Record& record(const ItemId& id) {
        const auto found = m_dossier.recordAt.find(id);
        if (found != m_dossier.recordAt.end())
            return m_dossier.records[found->second];
        m_dossier.recordAt.emplace(id, m_dossier.records.size());
        return m_dossier.records.emplace_back(Record{id});
    }

    Dossier& m_dossier;
    Mode m_mode;
    const Ancestry* m_ancestry;
    int m_entry = 0;
    std::set<Register*> m_touched;
};

void count(Dossier& dossier, const Fact& fact) {
    LogCount& log = dossier.logs[fact.log];
    ++log.entries;
    if (fact.seq > log.seq || (fact.seq == log.seq && fact.hash > log.last)) {
        log.seq = fact.seq;
        log.last = fact.hash;
    }
}

void addItem(Dossier& dossier, const ItemId& id, const QString& list, Body& body) {
    if (!dossier.itemAt.emplace(id, dossier.items.size()).second) {
        body = Malformed{u"adds an item that was added before"_s};
        return;
    }
    auto stray = dossier.strays.extract(id);
    dossier.items.push_back(stray ? std::move(stray.mapped()) : Item{id});
    dossier.items.back().list = list;
    dossier.items.back().added = static_cast<int>(dossier.history.size());
}

/// Puts an entry into the history. What a dossier can be told only once is settled here, before any effect:
/// its type, and which items there are.
void enter(Dossier& dossier, Fact fact) {
    Body body = readBody(fact.kind, fact.body);
    if (const auto* opening = std::get_if<DossierOpened>(&body)) {
        if (dossier.type.isEmpty())
            dossier.type = opening->type;
        else
            body = Malformed{u"opens a dossier that was opened before"_s};
    } else if (const auto* added = std::get_if<ItemAdded>(&body)) {
        addItem(dossier, ItemId(added->item), QString(added->list), body);
    } else if (const auto* original = std::get_if<OriginalAdded>(&body)) {
        addItem(dossier, ItemId(original->item), originalsList.toString(), body);
    } else if (fact.kind == u"log.opened" && dossier.type.isEmpty()) {
        dossier.type = u"log"_s;
    }
    count(dossier, fact);
    dossier.history.push_back({std::move(fact), std::move(body)});
}

tl::unexpected<Error> notLinear(const Fact& fact, const QString& detail) {
    return fail(ErrorKind::BadInput, fact.hash.hex(), detail);
}

Status allOf(const DossierId& id, const std::vector<Fact>& facts) {
    for (const Fact& fact : facts)
        if (fact.dossier != id)
            return fail(ErrorKind::BadInput, fact.hash.hex(), u"an entry of another dossier"_s);
    return {};
}

/// The facts stand in display order.
Dossier foldAlong(const Ancestry& ancestry, const DossierId& id, std::vector<Fact> facts,
                  const OpenedValues& opened) {
    Dossier dossier(id);
    dossier.heads = ancestry.heads();
    dossier.missing = ancestry.missing();
    dossier.history.reserve(facts.size());
    Folding merging(dossier, Folding::Mode::Merge, &ancestry);
    for (Fact& fact : facts)
        enter(dossier, std::move(fact));
    for (const Event& event : dossier.history)
        merging.learnSlots(effectsOf(event.body, opened));
    for (std::size_t i = 0; i < dossier.history.size(); ++i)
        merging.carryOut(static_cast<int>(i), effectsOf(dossier.history[i].body, opened));
    if (!conflicts(dossier).empty()) {
        Folding bases(dossier, Folding::Mode::FindBases, &ancestry);
        for (std::size_t i = 0; i < dossier.history.size(); ++i)
            bases.carryOut(static_cast<int>(i), effectsOf(dossier.history[i].body, opened));
    }
    return dossier;
}

}  // namespace

Result<Dossier> fold(const DossierId& id, std::vector<Fact> facts, const OpenedValues& opened) {
    CHAYAN_CHECK(allOf(id, facts));
    CHAYAN_TRY(const Ancestry ancestry, Ancestry::of(facts));
    return foldAlong(ancestry, id, std::move(facts), opened);
}

Result<Dossier> foldOrdered(const DossierId& id, std::vector<Fact> facts, const OpenedValues& opened) {
    CHAYAN_CHECK(allOf(id, facts));
    CHAYAN_TRY(const Ancestry ancestry, Ancestry::ofOrdered(facts));
    return foldAlong(ancestry, id, std::move(facts), opened);
}

Status apply(Dossier& dossier, Fact fact, const OpenedValues& opened) {
    if (fact.dossier != dossier.id)
        return notLinear(fact, u"an entry of another dossier"_s);
    for (const Digest& head : dossier.heads)
        if (std::ranges::find(fact.after, head) == fact.after.end())
            return notLinear(fact, u"does not build on all heads"_s);
    const auto own = dossier.logs.find(fact.log);
    for (const Digest& hash : fact.after)
        if (!std::ranges::binary_search(dossier.heads, hash) &&
            (own == dossier.logs.end() || own->second.last != hash))
            return notLinear(fact, u"builds on more than the heads and its log's last entry"_s);

    dossier.heads = {fact.hash};
    Folding appending(dossier, Folding::Mode::Append, nullptr);
    enter(dossier, std::move(fact));
    const std::vector<Effect> effects = effectsOf(dossier.history.back().body, opened);
    appending.learnSlots(effects);
    appending.carryOut(static_cast<int>(dossier.history.size()) - 1, effects);
    return {};
}

}  // namespace chayan::domain
