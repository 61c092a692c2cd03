#pragma once

#include "core/vision/code.h"

#include <vector>

namespace chayan::vision {

/// Collects readings until they count: a symbol that many looks have read is one code, and one that a look
/// is not sure of waits for a second look that says the same.
class Ballot {
  public:
    /// `look` names what was done to the pixels; `looks` is how many must agree, at least 1.
    void add(Code code, const QString& look, int looks);

    /// What counts, in reading order.
    std::vector<Code> codes() const;
    /// The same in no order, without copies.
    std::vector<const Code*> counting() const;

  private:
    struct Entry {
        Code code;
        std::vector<QString> looks;
        int needed = 1;
    };
    std::vector<Entry> m_entries;
};

}  // namespace chayan::vision
