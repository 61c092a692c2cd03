#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <span>
#include <vector>

namespace chayan::domain {

/// Puts the entries of one dossier into display order (formats.md section 4): topological by `after`, ties by
/// (log, seq), of a forked log by the hash; so that all replicas agree. Knows of an entry nothing but its
/// rank, its place by (log, seq, hash): some 60 bytes each, whatever the entries hold.
class DisplayOrder {
  public:
    /// An entry, by its rank, and one that it builds on.
    struct Link {
        int later = 0;
        int earlier = 0;
    };
    struct Missing {
        int rank = 0;
        Digest hash;
    };

    /// All entries' hashes by rank, none twice.
    explicit DisplayOrder(std::vector<Digest> ranked);

    /// What the entry of this rank builds on; once for each entry, in any order.
    void buildsOn(int rank, std::span<const Digest> after);

    /// The ranks in display order. BadInput when entries build on each other in a circle, which real hashes
    /// cannot.
    Result<std::vector<int>> arrange();

    /// By `earlier`, once arranged.
    const std::vector<Link>& links() const { return m_links; }
    /// What is built upon and was not given.
    const std::vector<Missing>& missing() const { return m_missing; }

  private:
    std::vector<Digest> m_hashes;
    std::vector<int> m_byHash;  // ranks
    std::vector<Link> m_links;
    std::vector<Missing> m_missing;
};

}  // namespace chayan::domain
