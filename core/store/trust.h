#pragma once

#include "core/ledger/verify.h"
#include "core/store/writer.h"

#include <map>

namespace chayan::store {

/// A certificate whose signatures count here, by somebody's decision after comparing fingerprints.
struct Trusted {
    crypto::Certificate certificate;
    UtcMs since = 0;
    /// From then on its key may be in wrong hands: only what was seen here or anchored before counts.
    std::optional<UtcMs> compromisedSince = {};
};

/// Records the decision; one that stands already changes nothing.
Status addTrust(Draft& draft, const crypto::Certificate& certificate);
/// Takes it back, wholly or from a date on. NotFound when there is none.
Status removeTrust(Draft& draft, const Digest& fingerprint, std::optional<UtcMs> compromisedSince);

/// Whose keys count: the officers of this store, those trusted by decision, and whom a trusted CA certified
/// (formats.md section 2). A value.
class TrustBook {
  public:
    /// Knows nobody.
    TrustBook() = default;
    static Result<TrustBook> load(Database& database);

    void add(Trusted trusted) { m_trusted.push_back(std::move(trusted)); }
    /// Those trusted by decision.
    const std::vector<Trusted>& decisions() const { return m_trusted; }

    /// Whether a signature of unknown age by this certificate counts.
    bool trusts(const crypto::Certificate& certificate) const;
    /// The earliest date from which its key may be in wrong hands, where that is why it is not trusted.
    std::optional<UtcMs> compromisedSince(const crypto::Certificate& certificate) const;

  private:
    std::vector<Trusted> m_trusted;
    std::vector<crypto::Certificate> m_own;
};

/// Whether all entries of an officer in these verified logs count although his key is compromised since a
/// date: a checkpoint that holds them was seen here, or anchored by a receipt, before it.
Result<bool> wereSeenBefore(Database& database, UtcMs date, const Digest& officer,
                            const std::map<Digest, ledger::ProvenLog>& logs);

}  // namespace chayan::store
