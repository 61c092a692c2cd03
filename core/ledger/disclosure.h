#pragma once

#include "core/base/bytes.h"
#include "core/base/json.h"

namespace chayan::ledger {

/// A sealed value as it lies beside its entry (formats.md section 3): an SD-JWT disclosure, RFC 9901 section
/// 4.2.1, written without white space. Pure values, on any thread.
struct Disclosure {
    /// base64url of the canonical JSON array `[salt, name, value]`.
    QString text;
    /// What the entry holds as `d`: base64url of the SHA-256 of the text.
    QString digest;
    QString name;
    Json value;
};

/// Seals a value under 16 bytes of salt; BadValue when it is not canonical JSON, TooLarge beyond
/// limits::disclosureCharacters.
Result<Disclosure> makeDisclosure(const QByteArray& salt, const QString& name, const Json& value);
/// The same under a random salt.
Result<Disclosure> makeDisclosure(const QString& name, const Json& value);

/// Reads exactly what makeDisclosure could have written; BadInput otherwise.
Result<Disclosure> parseDisclosure(const QString& text);

}  // namespace chayan::ledger
