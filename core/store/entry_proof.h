#pragma once

#include "core/crypto/certificate.h"
#include "core/store/database.h"

namespace chayan::store {

/// That an entry stands in its log: hashes lead from it to the root that an officer signed.
struct EntryProof {
    Digest log;
    qint64 seq = 0;          ///< 0-based
    qint64 size = 0;         ///< entries under the checkpoint
    crypto::OfficerName by;  ///< who signed it
    UtcMs at = 0;            ///< by that officer's clock
};

/// Proves an entry under the first checkpoint over it for which the hashes lie here: of the own log the very
/// next, of others the newest that came. NotFound for an entry that is not here; Damaged when a signature or
/// a root does not fit.
Result<EntryProof> proveEntry(Database& database, const Digest& entry);

}  // namespace chayan::store
