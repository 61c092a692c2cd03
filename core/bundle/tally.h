#pragma once

#include "core/bundle/statement.h"
#include "core/ledger/entry.h"

#include <map>
#include <set>

namespace chayan::bundle {

/// What the entries of a bundle add up to, counted while they are written: what its statement says of them,
/// whose certificates they need, and which originals they name. Give them in the order in which they stand.
class Tally {
  public:
    struct Original {
        qint64 size = 0;
        QString type;  ///< media type, as the entry says
    };

    void add(const ledger::Entry& entry);

    const std::vector<Statement::Dossier>& dossiers() const { return m_dossiers; }
    /// Who made entries.
    const std::set<Digest>& officers() const { return m_officers; }
    /// Whom the logs' own entries name: admitted or retired.
    const std::set<Digest>& named() const { return m_named; }
    const std::map<Digest, Original>& originals() const { return m_originals; }
    qint64 entries() const { return m_entries; }

  private:
    std::vector<Statement::Dossier> m_dossiers;
    std::map<DossierId, std::size_t> m_at;
    std::set<Digest> m_officers;
    std::set<Digest> m_named;
    std::map<Digest, Original> m_originals;
    qint64 m_entries = 0;
};

/// The name of an original under data/originals: `<sha256>.<ext>` by its media type (IANA), `bin` for types
/// that have no usual ending. Programs of others know it by that; ours by the hash.
QString originalName(const Digest& sha256, QStringView mediaType);

}  // namespace chayan::bundle
