#include "core/domain/ancestry.h"

#include "core/base/limits.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

auto rank(const Fact& fact) {
    return std::tie(fact.log, fact.seq, fact.hash);
}

}  // namespace

Result<Ancestry> Ancestry::of(std::vector<Fact>& facts) {
    Ancestry ancestry;
    CHAYAN_CHECK(ancestry.arrange(facts));
    CHAYAN_CHECK(ancestry.place(facts));
    return ancestry;
}

Status Ancestry::arrange(std::vector<Fact>& facts) {
    // In rank order an index is a rank, so the queue below compares numbers, not log ids.
    std::ranges::sort(facts, [](const Fact& a, const Fact& b) { return rank(a) < rank(b); });
    std::unordered_map<Digest, int> at;
    std::erase_if(facts, [&](const Fact& fact) { return !at.emplace(fact.hash, 0).second; });
    const int count = static_cast<int>(facts.size());
    for (int i = 0; i < count; ++i)
        at[facts[static_cast<std::size_t>(i)].hash] = i;

    std::vector<std::vector<int>> parents(facts.size());
    std::vector<std::vector<int>> children(facts.size());
    std::vector<int> waits(facts.size());
    std::vector<std::pair<int, Digest>> missing;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        std::vector<Digest> after = facts[i].after;
        std::ranges::sort(after);
        after.erase(std::ranges::unique(after).begin(), after.end());
        for (const Digest& hash : after) {
            if (const auto parent = at.find(hash); parent != at.end()) {
                parents[i].push_back(parent->second);
                children[static_cast<std::size_t>(parent->second)].push_back(static_cast<int>(i));
                ++waits[i];
            } else {
                missing.emplace_back(static_cast<int>(i), hash);
            }
        }
    }

    std::priority_queue<int, std::vector<int>, std::greater<>> ready;
    for (int i = 0; i < count; ++i)
        if (waits[static_cast<std::size_t>(i)] == 0)
            ready.push(i);
    std::vector<Fact> ordered;
    ordered.reserve(facts.size());
    std::vector<int> placeOf(facts.size(), -1);
    while (!ready.empty()) {
        const auto next = static_cast<std::size_t>(ready.top());
        ready.pop();
        placeOf[next] = static_cast<int>(ordered.size());
        ordered.push_back(std::move(facts[next]));
        std::vector<int> mapped;
        for (const int parent : parents[next])
            mapped.push_back(placeOf[static_cast<std::size_t>(parent)]);
        m_parents.push_back(std::move(mapped));
        if (children[next].empty())
            m_heads.push_back(ordered.back().hash);
        for (const int child : children[next])
            if (--waits[static_cast<std::size_t>(child)] == 0)
                ready.push(child);
    }
    if (ordered.size() != facts.size())
        return fail(ErrorKind::BadInput, u"after"_s, u"entries build on each other in a circle"_s);
    facts = std::move(ordered);
    std::ranges::sort(m_heads);
    for (const auto& [entry, hash] : missing)
        m_missing.push_back({placeOf[static_cast<std::size_t>(entry)], hash});
    std::ranges::sort(m_missing, {}, [](const Missing& m) { return std::tuple(m.entry, m.hash); });
    return {};
}

quint32 Ancestry::newChain() {
    m_tails.push_back(-1);
    return static_cast<quint32>(m_tails.size() - 1);
}

Ancestry::Clock Ancestry::merged(std::span<const int> parents) const {
    Clock clock;
    for (const int parent : parents) {
        const Place& place = m_places[static_cast<std::size_t>(parent)];
        const Clock& other = m_clocks[place.clock];
        clock.resize(std::max({clock.size(), other.size(), std::size_t(place.chain) + 1}));
        for (std::size_t i = 0; i < other.size(); ++i)
            clock[i] = std::max(clock[i], other[i]);
        clock[place.chain] = std::max(clock[place.chain], place.position);
    }
    return clock;
}

Status Ancestry::place(const std::vector<Fact>& facts) {
    m_places.reserve(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const std::vector<int>& parents = m_parents[i];
        const auto own = std::ranges::find_if(parents, [&](int parent) {
            const auto p = static_cast<std::size_t>(parent);
            return facts[p].log == facts[i].log && m_tails[m_places[p].chain] == parent;
        });
        Place place;
        if (own != parents.end()) {
            place = m_places[static_cast<std::size_t>(*own)];
            ++place.position;
        } else {
            place = {newChain(), 1, 0};
        }
        if (m_tails.size() > limits::dossierLogs)
            return fail(ErrorKind::TooLarge, u"dossier"_s,
                        u"more than %1 installations wrote in it"_s.arg(limits::dossierLogs));
        if (own == parents.end() || parents.size() > 1) {
            place.clock = static_cast<quint32>(m_clocks.size());
            m_clocks.push_back(merged(parents));
        }
        m_tails[place.chain] = static_cast<int>(i);
        m_places.push_back(place);
    }
    return {};
}

bool Ancestry::follows(int later, int earlier) const {
    const Place& a = m_places[static_cast<std::size_t>(later)];
    const Place& b = m_places[static_cast<std::size_t>(earlier)];
    if (a.chain == b.chain)
        return a.position > b.position;
    const Clock& clock = m_clocks[a.clock];
    return b.chain < clock.size() && clock[b.chain] >= b.position;
}

}  // namespace chayan::domain
