#pragma once

#include "core/store/own_log.h"
#include "core/store/vault.h"

#include <vector>

namespace chayan::store {

/// Something that is not as the records, their signatures and their hashes say.
struct Finding {
    QString what;    ///< a stable key that `text` words (Topic::Ledger)
    QString where;   ///< the table (or `originals`, `store.sqlite`), a colon, and the thing in it
    QString detail;  ///< the exact reason in English
};

struct CheckReport {
    qint64 entries = 0;
    qint64 originals = 0;
    qint64 bytes = 0;  ///< of the originals
    std::vector<Finding> findings;
    qint64 unlisted = 0;  ///< findings beyond limits::problemsListed
    /// What an officer must see although this store is as it was recorded: logs that exist in two versions.
    std::vector<Finding> notices;

    bool ok() const { return findings.empty(); }
};

/// Whether another process may be adding originals meanwhile; then files that no record names are its
/// business.
enum class Beside { Nobody, AWriter };

/// Holds everything that a store keeps against what its records say and its officers signed: the database's
/// form, every entry, every log's tree and checkpoints, certificates, trust, heads, and every original byte
/// for byte. Reads one snapshot, changes nothing, in memory that does not grow with the store. Originals are
/// hashed on all cores. With an unlocked officer every sealed value is opened too. Fails when the machine
/// does; whatever is wrong with the store is a finding.
Result<CheckReport> check(Database& database, const Vault& vault, Beside beside,
                          const Progress& progress = {}, const Signer* officer = nullptr);

}  // namespace chayan::store
