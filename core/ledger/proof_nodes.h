#pragma once

#include "core/ledger/verify.h"

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
};

/// Adds every subtree that a range proof gives or lets compute. False, with `known` as it was, when the proof
/// does not lead to `root`.
bool addNodesOfRange(qint64 size, const Digest& root, qint64 first, std::span<const Digest> leaves,
                     std::span<const Digest> proof, KnownNodes& known);

/// The same for a consistency proof between sizes 0 < from <= to.
bool addNodesOfConsistency(qint64 from, const Digest& fromRoot, qint64 to, const Digest& toRoot,
                           std::span<const Digest> proof, KnownNodes& known);

/// What a verified set holds of one log, ready to be kept (formats.md section 7).
struct ProvenLog {
    Digest log;
    std::vector<RunEnd> checkpoints;  ///< by size, the newest last
    std::vector<Place> places;        ///< of its entries, by seq
    KnownNodes nodes;
};

/// Takes proofs apart that SetVerifier accepted for these places. InvalidBundle when they do not hold after
/// all.
Result<ProvenLog> provenLog(const LogProofs& proofs, std::vector<Place> places);

}  // namespace chayan::ledger
