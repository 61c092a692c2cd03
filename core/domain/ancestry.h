#pragma once

#include "core/domain/display_order.h"
#include "core/domain/fact.h"

#include <span>

namespace chayan::domain {

/// An entry that is built upon and was not given.
struct Missing {
    /// The entry that builds on it, as an index into the display order.
    int entry = 0;
    Digest hash;
    bool operator==(const Missing&) const = default;
};

/// Who follows whom among the entries of one dossier.
///
/// A log's entries of a dossier form a chain (`after` always includes the log's own last one), so an entry
/// knows its ancestors when it knows how far it follows each chain: a vector clock. Runs of entries that
/// merge nothing share one vector, so a dossier written on one laptop costs one, and a test is one
/// comparison. A forked log, or one that breaks the rule, simply has several chains.
class Ancestry {
  public:
    /// Puts the facts into display order: topological by `after`, ties by (log, seq) and, for a forked log,
    /// the hash. Takes out repeated ones. BadInput when they build on each other in a circle, which real
    /// hashes cannot; TooLarge beyond limits::dossierLogs chains.
    static Result<Ancestry> of(std::vector<Fact>& facts);

    /// The same for facts that stand in an order of their own, ancestors first; BadInput when they do not.
    static Result<Ancestry> ofOrdered(const std::vector<Fact>& facts);

    /// True when `later` builds on `earlier`, directly or through others; both are indexes into the display
    /// order. No entry follows itself.
    bool follows(int later, int earlier) const;

    const std::vector<Missing>& missing() const { return m_missing; }
    /// The hashes of the entries that none builds on, sorted.
    const std::vector<Digest>& heads() const { return m_heads; }

  private:
    using Clock = std::vector<quint32>;
    /// A place in a chain (from 1), and how far the others were when this chain last merged them.
    struct Place {
        quint32 chain = 0;
        quint32 position = 0;
        quint32 clock = 0;
    };

    Status arrange(std::vector<Fact>& facts);
    Status connect(const std::vector<Fact>& facts, const DisplayOrder& display,
                   const std::vector<int>& placeOf);
    Status place(const std::vector<Fact>& facts);
    Clock merged(std::span<const int> parents) const;
    quint32 newChain();

    std::vector<std::vector<int>> m_parents;
    std::vector<Place> m_places;
    std::vector<Clock> m_clocks;
    std::vector<int> m_tails;
    std::vector<Missing> m_missing;
    std::vector<Digest> m_heads;
};

}  // namespace chayan::domain
