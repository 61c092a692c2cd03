#pragma once

#include "core/store/writer.h"

/// Who works on this laptop (formats.md section 2): officers whose keys lie here, admitted to the log that
/// this store writes by one who was admitted before.
namespace chayan::store {

struct Officer {
    crypto::Certificate certificate;
    /// May write now.
    bool admitted = false;
    /// The key lies here.
    bool here = false;
};

/// Everybody whose key lies here or who may write, by fingerprint.
Result<std::vector<Officer>> officers(Database& database);

Result<crypto::Certificate> certificateOf(Database& database, const Digest& fingerprint);

/// Opens an officer's key with the passphrase. OfficerNeeded when no fingerprint is given and several
/// officers may write with keys that lie here, NotFound for an officer without a key here, WrongPassphrase,
/// NotAdmitted for one who may not write, or not any more.
Result<Signer> unlock(Database& database, const std::optional<Digest>& fingerprint,
                      const QByteArray& passphrase);

/// The first officer of a new store or of a log that another takes over: certificate, key, and the store's
/// key in an envelope. The signer has a store key.
Status addFirstOfficer(Database& database, Secrets secrets, const Signer& signer, const QByteArray& keyPem);

/// Keeps the key of a new officer, who waits to be admitted. Needs nobody's leave: it lets nobody write.
Status addPendingOfficer(Draft& draft, const crypto::Certificate& certificate, const QByteArray& keyPem);

/// Admits an officer whose key lies here, and lets him open what is sealed. NotFound when there is no such
/// key, AlreadyExists when he may write already.
Status admitOfficer(Draft& draft, const Digest& fingerprint);

/// Ends an officer's right to write and to open what is sealed; the key stays. NotFound when he may not
/// write, NotFinished when nobody else may.
Status retireOfficer(Draft& draft, const Digest& fingerprint);

/// Starts the next log in the draft's officer's name, who has a new store key: what was sealed before stays
/// closed to him.
Status takeOver(Draft& draft, const QByteArray& keyPem);

}  // namespace chayan::store
