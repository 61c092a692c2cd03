#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/json.h"

#include <vector>

namespace chayan::ledger {

/// What an entry says before it has a hash (formats.md section 2). Times are claims.
struct EntryDraft {
    Digest log;
    qint64 seq = 0;      ///< 0-based position in the log
    QByteArray salt;     ///< 16 random bytes
    ClockReading clock;  ///< `at` and `clock`
    Digest officer;      ///< fingerprint of the certificate of the officer at work
    DossierId dossier;
    std::vector<Digest> after;  ///< heads of the dossier that this entry builds on; sorted when written
    QString kind;
    Json body;
};

/// An entry as it is hashed. `bytes` are its canonical JSON, never written again; `hash` its leaf hash.
struct Entry : EntryDraft {
    QByteArray bytes;
    Digest hash;
};

/// Writes a draft as canonical bytes and hashes it. TooLarge beyond limits::entryBytes, BadValue when the
/// body breaks the rules of canonical JSON.
Result<Entry> makeEntry(EntryDraft draft);

/// Reads exactly what makeEntry could have written; BadInput otherwise, with the reason.
Result<Entry> parseEntry(const QByteArray& bytes);

/// SHA-256("chayan log 1\n" | fingerprint | nonce): nobody can claim another's log (formats.md section 2).
Digest logId(const Digest& firstOfficer, const QByteArray& nonce);

}  // namespace chayan::ledger
