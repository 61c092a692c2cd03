#include "core/domain/display_order.h"

#include <QString>
#include <queue>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace chayan::domain {

DisplayOrder::DisplayOrder(std::vector<Digest> ranked)
    : m_hashes(std::move(ranked)), m_byHash(m_hashes.size()) {
    std::iota(m_byHash.begin(), m_byHash.end(), 0);
    std::ranges::sort(m_byHash, {}, [this](int rank) { return m_hashes[static_cast<std::size_t>(rank)]; });
}

void DisplayOrder::buildsOn(int rank, std::span<const Digest> after) {
    const auto hashOf = [this](int at) { return m_hashes[static_cast<std::size_t>(at)]; };
    const std::size_t before = m_links.size();
    for (const Digest& hash : after) {
        const auto found = std::ranges::lower_bound(m_byHash, hash, {}, hashOf);
        if (found == m_byHash.end() || hashOf(*found) != hash)
            m_missing.push_back({rank, hash});
        else if (std::none_of(m_links.begin() + static_cast<std::ptrdiff_t>(before), m_links.end(),
                              [&](const Link& link) { return link.earlier == *found; }))
            m_links.push_back({rank, *found});
    }
}

Result<std::vector<int>> DisplayOrder::arrange() {
    const auto count = static_cast<int>(m_hashes.size());
    std::ranges::stable_sort(m_links, {}, &Link::earlier);
    std::vector<int> waits(m_hashes.size());
    for (const Link& link : m_links)
        ++waits[static_cast<std::size_t>(link.later)];
    std::priority_queue<int, std::vector<int>, std::greater<>> ready;
    for (int rank = 0; rank < count; ++rank)
        if (waits[static_cast<std::size_t>(rank)] == 0)
            ready.push(rank);
    std::vector<int> order;
    order.reserve(m_hashes.size());
    while (!ready.empty()) {
        const int next = ready.top();
        ready.pop();
        order.push_back(next);
        for (const Link& link : std::ranges::equal_range(m_links, next, {}, &Link::earlier))
            if (--waits[static_cast<std::size_t>(link.later)] == 0)
                ready.push(link.later);
    }
    if (order.size() != m_hashes.size())
        return fail(ErrorKind::BadInput, u"after"_s, u"entries build on each other in a circle"_s);
    return order;
}

}  // namespace chayan::domain
