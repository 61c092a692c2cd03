#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/json.h"
#include "core/crypto/certificate.h"

namespace chayan::ledger {

/// What an officer signed and how it travels: `{body,sig,v}` (formats.md section 2). `body` is canonical
/// text.
struct SignedObject {
    QByteArray body;
    QByteArray signature;  ///< ECDSA P-256 SHA-256, DER

    bool operator==(const SignedObject&) const = default;
};

Json toJson(const SignedObject& object);
/// BadInput for anything but the three members.
Result<SignedObject> signedObjectFrom(const Json& json);

/// The words before the body in what is signed, so that one kind of object never passes for another.
enum class SignedKind { Checkpoint, Receipt, SecretSum };

Result<SignedObject> signObject(SignedKind kind, const Json& body, const crypto::OfficerKey& key);
bool verifies(SignedKind kind, const SignedObject& object, const crypto::Certificate& certificate);

/// A log's state at one moment, in the words of the officer who owns the entries [from, size).
struct Checkpoint {
    UtcMs at = 0;
    qint64 from = 0;
    Digest log;
    Digest officer;
    Digest root;
    qint64 size = 0;

    bool operator==(const Checkpoint&) const = default;
};

Result<SignedObject> signCheckpoint(const Checkpoint& checkpoint, const crypto::OfficerKey& key);
/// Reads the body; says nothing about the signature. Demands 0 <= from < size.
Result<Checkpoint> parseCheckpoint(const QByteArray& body);

/// A log's tip as somebody saw it.
struct SeenTip {
    Digest log;
    qint64 size = 0;
    Digest root;

    auto operator<=>(const SeenTip&) const = default;
};

/// The receiver's words that a bundle arrived and verified (formats.md section 7). Brought home it is an
/// anchor: what `seen` covers existed at the receiver's time `at`.
struct Receipt {
    UtcMs at = 0;
    Digest officer;             ///< the receiver
    SeenTip own;                ///< the receiver's own log when it wrote this
    std::vector<SeenTip> seen;  ///< the tips that the bundle brought, by log
    std::vector<std::pair<DossierId, std::vector<Digest>>> heads;  ///< of the dossiers that it brought
    Digest tagmanifest;  ///< SHA-256 of the bundle's tagmanifest-sha256.txt

    bool operator==(const Receipt&) const = default;
};

Result<SignedObject> signReceipt(const Receipt& receipt, const crypto::OfficerKey& key);
Result<Receipt> parseReceipt(const QByteArray& body);

}  // namespace chayan::ledger
