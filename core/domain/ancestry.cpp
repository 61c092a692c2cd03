#include "core/domain/ancestry.h"

#include "core/base/limits.h"

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace chayan::domain {

namespace {

auto rank(const Fact& fact) {
    return std::tie(fact.log, fact.seq, fact.hash);
}

/// What builds on what; the facts' order is taken for their rank.
DisplayOrder displayOf(const std::vector<Fact>& facts) {
    std::vector<Digest> hashes(facts.size());
    std::ranges::transform(facts, hashes.begin(), &Fact::hash);
    DisplayOrder display(std::move(hashes));
    for (std::size_t i = 0; i < facts.size(); ++i)
        display.buildsOn(static_cast<int>(i), facts[i].after);
    return display;
}

}  // namespace

Result<Ancestry> Ancestry::of(std::vector<Fact>& facts) {
    Ancestry ancestry;
    CHAYAN_CHECK(ancestry.arrange(facts));
    CHAYAN_CHECK(ancestry.place(facts));
    return ancestry;
}

Result<Ancestry> Ancestry::ofOrdered(const std::vector<Fact>& facts) {
    std::vector<int> placeOf(facts.size());
    std::iota(placeOf.begin(), placeOf.end(), 0);
    Ancestry ancestry;
    CHAYAN_CHECK(ancestry.connect(facts, displayOf(facts), placeOf));
    CHAYAN_CHECK(ancestry.place(facts));
    return ancestry;
}

Status Ancestry::arrange(std::vector<Fact>& facts) {
    std::ranges::sort(facts, [](const Fact& a, const Fact& b) { return rank(a) < rank(b); });
    // Repeated ones are neighbours only in the same log, but equal hashes mean equal logs.
    facts.erase(std::unique(facts.begin(), facts.end(),
                            [](const Fact& a, const Fact& b) { return a.hash == b.hash; }),
                facts.end());
    DisplayOrder display = displayOf(facts);
    CHAYAN_TRY(const std::vector<int> order, display.arrange());

    std::vector<Fact> ordered;
    ordered.reserve(facts.size());
    std::vector<int> placeOf(facts.size());
    for (const int rank : order) {
        placeOf[static_cast<std::size_t>(rank)] = static_cast<int>(ordered.size());
        ordered.push_back(std::move(facts[static_cast<std::size_t>(rank)]));
    }
    facts = std::move(ordered);
    return connect(facts, display, placeOf);
}

Status Ancestry::connect(const std::vector<Fact>& facts, const DisplayOrder& display,
                         const std::vector<int>& placeOf) {
    const auto placed = [&](int rank) { return placeOf[static_cast<std::size_t>(rank)]; };
    std::vector<bool> isBuiltUpon(facts.size());
    m_parents.resize(facts.size());
    for (const DisplayOrder::Link& link : display.links()) {
        if (placed(link.earlier) >= placed(link.later))
            return fail(ErrorKind::BadInput, u"after"_s, u"an entry stands before one that it builds on"_s);
        m_parents[static_cast<std::size_t>(placed(link.later))].push_back(placed(link.earlier));
        isBuiltUpon[static_cast<std::size_t>(placed(link.earlier))] = true;
    }
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (!isBuiltUpon[i])
            m_heads.push_back(facts[i].hash);
    std::ranges::sort(m_heads);
    for (const DisplayOrder::Missing& missing : display.missing())
        m_missing.push_back({placed(missing.rank), missing.hash});
    std::ranges::sort(m_missing, {}, [](const Missing& m) { return std::tuple(m.entry, m.hash); });
    const auto again = std::ranges::unique(m_missing);
    m_missing.erase(again.begin(), again.end());
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
