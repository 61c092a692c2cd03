#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/json.h"

#include <map>
#include <vector>

namespace chayan::domain {

/// What one entry of a ledger says (formats.md section 2), apart from its bytes and their proofs. Whoever
/// makes one has checked the entry's form and hash; the body may still be anything.
struct Fact {
    Digest hash;
    /// The log it stands in, 64 hex digits, and its 0-based position there.
    QString log;
    qint64 seq = 0;
    /// As the writer's clock read: a claim, never used for order.
    UtcMs at = 0;
    /// Fingerprint of the officer at work.
    Digest officer;
    DossierId dossier;
    /// The entries it builds on.
    std::vector<Digest> after;
    QString kind;
    Json body;

    bool operator==(const Fact&) const = default;
};

/// A sealed value that may be seen here, out of its disclosure (formats.md section 3).
struct Opened {
    /// A field's key, or `KEY/ITEM` for a field of a list's item.
    QString name;
    Json value;
};
/// By the `d` of the entry: base64url of the SHA-256 of the disclosure's text.
using OpenedValues = std::map<QString, Opened>;

}  // namespace chayan::domain
