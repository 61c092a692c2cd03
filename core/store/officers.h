#pragma once

#include "core/store/own_log.h"

namespace chayan::store {

/// The fingerprints of the officers whose keys lie in this store, in no order that means anything.
Result<std::vector<Digest>> officersHere(Database& database);

Result<crypto::Certificate> certificateOf(Database& database, const Digest& fingerprint);

/// Opens an officer's key with the passphrase. OfficerNeeded when no fingerprint is given and several keys
/// are here, NotFound for an officer without a key here, WrongPassphrase.
Result<Signer> unlock(Database& database, const std::optional<Digest>& fingerprint,
                      const QByteArray& passphrase);

}  // namespace chayan::store
