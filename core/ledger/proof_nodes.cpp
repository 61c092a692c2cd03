#include "core/ledger/proof_nodes.h"

#include "core/ledger/split.h"

#include <algorithm>

namespace chayan::ledger {

namespace {

/// One proof on the way from its hashes to a root, noting what it meets. A miss makes the walk fail.
class Walk {
  public:
    Walk(qint64 size, std::span<const Digest> proof) : m_size(size), m_proof(proof) {}

    Digest range(qint64 first, qint64 count, qint64 wantFirst, std::span<const Digest> leaves) {
        const qint64 wantEnd = wantFirst + static_cast<qint64>(leaves.size());
        if (first >= wantEnd || first + count <= wantFirst)
            return noted(first, count, next());
        if (count == 1)
            return leaves[static_cast<std::size_t>(first - wantFirst)];
        const qint64 left = splitOf(count);
        const Digest l = range(first, left, wantFirst, leaves);
        const Digest r = range(first + left, count - left, wantFirst, leaves);
        return noted(first, count, nodeHash(l, r));
    }

    /// The roots of the part of [first, first + count) that is older than `from` (relative to `first`), and
    /// of all of it: SUBPROOF of RFC 6962 section 2.1.2 read backwards.
    std::pair<Digest, Digest> consistency(qint64 from, const Digest& fromRoot, qint64 first, qint64 count,
                                          bool whole) {
        if (from == count) {
            const Digest hash = noted(first, count, whole ? fromRoot : next());
            return {hash, hash};
        }
        const qint64 left = splitOf(count);
        if (from <= left) {
            const auto [older, newer] = consistency(from, fromRoot, first, left, whole);
            const Digest right = noted(first + left, count - left, next());
            return {older, noted(first, count, nodeHash(newer, right))};
        }
        const auto [older, newer] = consistency(from - left, fromRoot, first + left, count - left, false);
        const Digest sibling = noted(first, left, next());
        return {nodeHash(sibling, older), noted(first, count, nodeHash(sibling, newer))};
    }

    bool ended() const { return !m_missed && m_proof.empty(); }
    void giveTo(KnownNodes& known) const {
        known.complete.insert(known.complete.end(), m_known.complete.begin(), m_known.complete.end());
        known.edges.insert(known.edges.end(), m_known.edges.begin(), m_known.edges.end());
    }

  private:
    Digest next() {
        if (m_proof.empty()) {
            m_missed = true;
            return {};
        }
        const Digest hash = m_proof.front();
        m_proof = m_proof.subspan(1);
        return hash;
    }
    Digest noted(qint64 first, qint64 count, const Digest& hash) {
        if (isComplete(first, count))
            m_known.complete.push_back({levelOf(count), first >> levelOf(count), hash});
        else if (first > 0)
            m_known.edges.push_back({first, m_size, hash});
        return hash;
    }

    qint64 m_size;
    std::span<const Digest> m_proof;
    KnownNodes m_known;
    bool m_missed = false;
};

}  // namespace

bool addNodesOfRange(qint64 size, const Digest& root, qint64 first, std::span<const Digest> leaves,
                     std::span<const Digest> proof, KnownNodes& known) {
    const auto count = static_cast<qint64>(leaves.size());
    if (first < 0 || count < 1 || size < 1 || first > size - count)
        return false;
    Walk walk(size, proof);
    if (walk.range(0, size, first, leaves) != root || !walk.ended())
        return false;
    walk.giveTo(known);
    return true;
}

std::optional<Digest> addNodesOfConsistency(qint64 from, std::optional<Digest> fromRoot, qint64 to,
                                            const Digest& toRoot, std::span<const Digest> proof,
                                            KnownNodes& known) {
    if (from < 1 || from > to)
        return {};
    if (!fromRoot && isComplete(0, from)) {
        const auto node = std::ranges::find_if(
            known.complete, [&](const TreeNode& n) { return n.index == 0 && n.level == levelOf(from); });
        if (node == known.complete.end())
            return {};
        fromRoot = node->hash;
    }
    Walk walk(to, proof);
    const auto [older, newer] = walk.consistency(from, fromRoot.value_or(Digest{}), 0, to, true);
    if ((fromRoot && older != *fromRoot) || newer != toRoot || !walk.ended())
        return {};
    walk.giveTo(known);
    known.roots[from] = older;
    return older;
}

}  // namespace chayan::ledger
