#pragma once

#include "core/domain/fact.h"

#include <span>
#include <unordered_map>
#include <unordered_set>

namespace chayan::domain {

/// Divides a large dossier, so that it can be folded and shown piece by piece: a frame (the form, lists,
/// records) and parts of so many originals each. What an original or a field is depends only on the entries
/// that touch it and on who follows whom; so fold() over a part, each entry building on those of the part
/// that it followed, gives for the originals of that part just what fold() over everything gives, and for the
/// frame likewise. The exception: which name a slot has is known where one of its values is opened.
///
/// Takes the entries in display order, forgets them, and keeps some 100 bytes each.
class Division {
  public:
    explicit Division(std::size_t originalsInPart) : m_originalsInPart(originalsInPart) {}

    void add(const Fact& fact, const OpenedValues& opened);
    /// After the last one.
    void finish();

    /// The entries of the frame, and of each part, by their place in the display order, rising.
    const std::vector<int>& frame() const { return m_frame; }
    const std::vector<std::vector<int>>& parts() const { return m_parts; }
    std::size_t originals() const { return m_partOf.size(); }

    /// The entries that none builds on, sorted.
    const std::vector<Digest>& heads() const { return m_heads; }

    /// Makes the entries of the frame or of a part, given in the same order, build on each other.
    void join(std::span<const int> entries, std::vector<Fact>& facts) const;

  private:
    void gatherSlots();

    std::size_t m_originalsInPart;
    std::vector<int> m_frame;
    std::vector<std::vector<int>> m_parts;
    std::unordered_map<ItemId, std::size_t> m_partOf;
    /// Items in the frame: of lists, and originals that are touched before they are added.
    std::unordered_set<ItemId> m_framed;
    /// Who set which slot. Where several did, all of them stand wherever one of them does.
    std::vector<std::pair<std::size_t, int>> m_slots;
    std::vector<int> m_partOfEntry;  // -1: none, or the frame alone
    std::unordered_map<Digest, int> m_at;
    std::vector<Digest> m_heads;
    std::vector<int> m_firstParent;  // into m_parents, one more than entries
    std::vector<int> m_parents;
};

}  // namespace chayan::domain
