#pragma once

#include "core/base/bytes.h"

#include <span>
#include <vector>

/// The Merkle tree of RFC 6962 section 2.1 over SHA-256. Sizes and positions count leaves.
namespace chayan::ledger {

/// SHA-256(0x00 | bytes).
Digest leafHash(ByteView bytes);
/// SHA-256(0x01 | left | right).
Digest nodeHash(const Digest& left, const Digest& right);
/// The root of a tree without leaves: SHA-256 of nothing.
Digest emptyRoot();

/// A complete subtree: `level` 0 is a leaf; it covers leaves [index << level, (index + 1) << level).
struct TreeNode {
    int level = 0;
    qint64 index = 0;
    Digest hash;
};

/// The right edge of a tree: enough to append to it and to know its root, in O(log n).
class Frontier {
  public:
    qint64 size() const { return m_size; }
    /// Appends a leaf; gives the leaf's node and every subtree that it completed, lowest first.
    std::vector<TreeNode> append(const Digest& leaf);
    Digest root() const;

    /// The complete subtrees that a frontier of `size` consists of, largest first; their hashes restore it.
    static std::vector<TreeNode> places(qint64 size);
    static Frontier restore(qint64 size, std::vector<Digest> peaks);

  private:
    qint64 m_size = 0;
    std::vector<Digest> m_peaks;  // of complete subtrees, largest first
};

/// Where the hashes of complete subtrees are kept.
class NodeSource {
  public:
    virtual ~NodeSource() = default;
    virtual Result<Digest> node(int level, qint64 index) const = 0;
    /// The subtree over leaves [first, size) of the tree of that size, where it is not complete and was given
    /// as a whole; nothing where it follows from complete ones.
    virtual Result<std::optional<Digest>> edge(qint64 first, qint64 size) const {
        static_cast<void>(first), static_cast<void>(size);
        return std::nullopt;
    }
};

/// The root of the first `size` leaves.
Result<Digest> rootAt(const NodeSource& nodes, qint64 size);

/// The hashes that join leaves [first, first + count) to the root of a tree of `size`, in the order in which
/// RFC 6962's recursive split meets them from the left (formats.md section 7).
Result<std::vector<Digest>> rangeProof(const NodeSource& nodes, qint64 size, qint64 first, qint64 count);
/// The root that `leaves` at `first` and the proof lead to; nothing when the proof does not fit.
std::optional<Digest> rootFromRange(qint64 size, qint64 first, std::span<const Digest> leaves,
                                    std::span<const Digest> proof);

/// RFC 6962 section 2.1.2, between sizes 0 < from <= to.
Result<std::vector<Digest>> consistencyProof(const NodeSource& nodes, qint64 from, qint64 to);
bool isConsistent(qint64 from, const Digest& fromRoot, qint64 to, const Digest& toRoot,
                  std::span<const Digest> proof);

}  // namespace chayan::ledger
