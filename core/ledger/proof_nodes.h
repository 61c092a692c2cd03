#pragma once

#include "core/ledger/merkle.h"

#include <map>

namespace chayan::ledger {

/// What verified proofs tell of a log's tree. Complete subtrees stay what they are however far the log grows,
/// so those of several proofs, under different tips, add up. What does not is the right edge of a tree whose
/// size is no power of two.
struct KnownNodes {
    /// Leaves only where a proof gave them; leaves that are entries the caller knows.
    std::vector<TreeNode> complete;
    /// Covers leaves [first, size) of the tree of that size; `first` is never 0, the root is the
    /// checkpoint's.
    struct Edge {
        qint64 first = 0;
        qint64 size = 0;
        Digest hash;
    };
    std::vector<Edge> edges;
    /// Roots of smaller trees from which this one is shown to go on, by size.
    std::map<qint64, Digest> roots;
};

/// Adds every subtree that a range proof gives or lets compute. False, with `known` as it was, when the proof
/// does not lead to `root`.
bool addNodesOfRange(qint64 size, const Digest& root, qint64 first, std::span<const Digest> leaves,
                     std::span<const Digest> proof, KnownNodes& known);

/// The same for a consistency proof between sizes 0 < from <= to. Where `fromRoot` is not given it follows
/// from the proof, or, for a power of two beyond 1, from `known`. Gives it and keeps it in `known`.
std::optional<Digest> addNodesOfConsistency(qint64 from, std::optional<Digest> fromRoot, qint64 to,
                                            const Digest& toRoot, std::span<const Digest> proof,
                                            KnownNodes& known);

}  // namespace chayan::ledger
