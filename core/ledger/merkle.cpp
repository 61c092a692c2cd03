#include "core/ledger/merkle.h"

#include "core/crypto/digest.h"
#include "core/ledger/split.h"

#include <bit>

using namespace Qt::StringLiterals;

namespace chayan::ledger {

namespace {

Result<Digest> subtree(const NodeSource& nodes, qint64 first, qint64 count) {
    if (isComplete(first, count)) {
        const int level = levelOf(count);
        return nodes.node(level, first >> level);
    }
    CHAYAN_TRY(const std::optional<Digest> edge, nodes.edge(first, first + count));
    if (edge)
        return *edge;
    const qint64 left = splitOf(count);
    CHAYAN_TRY(const Digest l, subtree(nodes, first, left));
    CHAYAN_TRY(const Digest r, subtree(nodes, first + left, count - left));
    return nodeHash(l, r);
}

Status collectRange(const NodeSource& nodes, qint64 first, qint64 count, qint64 wantFirst, qint64 wantEnd,
                    std::vector<Digest>& out) {
    if (first >= wantEnd || first + count <= wantFirst) {
        CHAYAN_TRY(const Digest hash, subtree(nodes, first, count));
        out.push_back(hash);
        return {};
    }
    if (first >= wantFirst && first + count <= wantEnd)
        return {};
    const qint64 left = splitOf(count);
    CHAYAN_CHECK(collectRange(nodes, first, left, wantFirst, wantEnd, out));
    return collectRange(nodes, first + left, count - left, wantFirst, wantEnd, out);
}

Digest rootOf(std::span<const Digest> leaves) {
    if (leaves.size() == 1)
        return leaves.front();
    const auto left = static_cast<std::size_t>(splitOf(static_cast<qint64>(leaves.size())));
    return nodeHash(rootOf(leaves.first(left)), rootOf(leaves.subspan(left)));
}

struct RangeWalk {
    qint64 wantFirst;
    std::span<const Digest> leaves;
    std::span<const Digest> proof;

    qint64 wantEnd() const { return wantFirst + static_cast<qint64>(leaves.size()); }

    std::optional<Digest> root(qint64 first, qint64 count) {
        if (first >= wantEnd() || first + count <= wantFirst) {
            if (proof.empty())
                return {};
            const Digest hash = proof.front();
            proof = proof.subspan(1);
            return hash;
        }
        if (first >= wantFirst && first + count <= wantEnd())
            return rootOf(
                leaves.subspan(static_cast<std::size_t>(first - wantFirst), static_cast<std::size_t>(count)));
        const qint64 left = splitOf(count);
        const auto l = root(first, left);
        const auto r = root(first + left, count - left);
        if (!l || !r)
            return {};
        return nodeHash(*l, *r);
    }
};

/// SUBPROOF(m, D[n], b) of RFC 6962 section 2.1.2.
Status subproof(const NodeSource& nodes, qint64 m, qint64 first, qint64 n, bool whole,
                std::vector<Digest>& out) {
    if (m == n) {
        if (!whole) {
            CHAYAN_TRY(const Digest hash, subtree(nodes, first, n));
            out.push_back(hash);
        }
        return {};
    }
    const qint64 left = splitOf(n);
    if (m <= left) {
        CHAYAN_CHECK(subproof(nodes, m, first, left, whole, out));
        CHAYAN_TRY(const Digest hash, subtree(nodes, first + left, n - left));
        out.push_back(hash);
    } else {
        CHAYAN_CHECK(subproof(nodes, m - left, first + left, n - left, false, out));
        CHAYAN_TRY(const Digest hash, subtree(nodes, first, left));
        out.push_back(hash);
    }
    return {};
}

}  // namespace

Digest leafHash(ByteView bytes) {
    crypto::Sha256 hash;
    const std::uint8_t prefix = 0;
    hash.add({&prefix, 1});
    hash.add(bytes);
    return hash.finish();
}

Digest nodeHash(const Digest& left, const Digest& right) {
    std::array<std::uint8_t, 65> bytes;
    bytes[0] = 1;
    std::copy(left.bytes.begin(), left.bytes.end(), bytes.begin() + 1);
    std::copy(right.bytes.begin(), right.bytes.end(), bytes.begin() + 33);
    return crypto::sha256(bytes);
}

Digest emptyRoot() {
    return crypto::sha256({});
}

std::vector<TreeNode> Frontier::append(const Digest& leaf) {
    std::vector<TreeNode> made{{0, m_size, leaf}};
    m_peaks.push_back(leaf);
    ++m_size;
    for (int level = 1; m_size % (qint64{1} << level) == 0; ++level) {
        const Digest right = m_peaks.back();
        m_peaks.pop_back();
        m_peaks.back() = nodeHash(m_peaks.back(), right);
        made.push_back({level, (m_size >> level) - 1, m_peaks.back()});
    }
    return made;
}

Digest Frontier::root() const {
    if (m_peaks.empty())
        return emptyRoot();
    Digest root = m_peaks.back();
    for (auto peak = m_peaks.rbegin() + 1; peak != m_peaks.rend(); ++peak)
        root = nodeHash(*peak, root);
    return root;
}

std::vector<TreeNode> Frontier::places(qint64 size) {
    std::vector<TreeNode> places;
    qint64 first = 0;
    for (int level = 62; level >= 0; --level) {
        const qint64 count = qint64{1} << level;
        if ((size & count) != 0) {
            places.push_back({level, first >> level, {}});
            first += count;
        }
    }
    return places;
}

Frontier Frontier::restore(qint64 size, std::vector<Digest> peaks) {
    Frontier frontier;
    frontier.m_size = size;
    frontier.m_peaks = std::move(peaks);
    return frontier;
}

Result<Digest> rootAt(const NodeSource& nodes, qint64 size) {
    if (size == 0)
        return emptyRoot();
    return subtree(nodes, 0, size);
}

Result<std::vector<Digest>> rangeProof(const NodeSource& nodes, qint64 size, qint64 first, qint64 count) {
    if (first < 0 || count < 1 || first + count > size)
        return fail(ErrorKind::Internal, u"range proof"_s, u"range outside the tree"_s);
    std::vector<Digest> proof;
    CHAYAN_CHECK(collectRange(nodes, 0, size, first, first + count, proof));
    return proof;
}

std::optional<Digest> rootFromRange(qint64 size, qint64 first, std::span<const Digest> leaves,
                                    std::span<const Digest> proof) {
    const auto count = static_cast<qint64>(leaves.size());
    if (first < 0 || count < 1 || size < 1 || first > size - count)
        return {};
    RangeWalk walk{first, leaves, proof};
    const auto root = walk.root(0, size);
    if (!walk.proof.empty())
        return {};
    return root;
}

Result<std::vector<Digest>> consistencyProof(const NodeSource& nodes, qint64 from, qint64 to) {
    if (from < 1 || from > to)
        return fail(ErrorKind::Internal, u"consistency proof"_s, u"sizes out of order"_s);
    std::vector<Digest> proof;
    CHAYAN_CHECK(subproof(nodes, from, 0, to, true, proof));
    return proof;
}

bool isConsistent(qint64 from, const Digest& fromRoot, qint64 to, const Digest& toRoot,
                  std::span<const Digest> proof) {
    if (from < 1 || from > to)
        return false;
    if (from == to)
        return proof.empty() && fromRoot == toRoot;
    // RFC 9162 section 2.1.4.2: walk up from the last leaf of the older tree.
    std::vector<Digest> path(proof.begin(), proof.end());
    if (std::has_single_bit(static_cast<quint64>(from)))
        path.insert(path.begin(), fromRoot);
    if (path.empty())
        return false;
    qint64 fn = from - 1;
    qint64 sn = to - 1;
    while ((fn & 1) != 0) {
        fn >>= 1;
        sn >>= 1;
    }
    Digest older = path.front();
    Digest newer = path.front();
    for (auto hash = path.begin() + 1; hash != path.end(); ++hash) {
        if (sn == 0)
            return false;
        if ((fn & 1) != 0 || fn == sn) {
            older = nodeHash(*hash, older);
            newer = nodeHash(*hash, newer);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            newer = nodeHash(newer, *hash);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && older == fromRoot && newer == toRoot;
}

}  // namespace chayan::ledger
