#pragma once

#include "core/bundle/bag_check.h"
#include "core/bundle/statement.h"
#include "core/bundle/zip_source.h"
#include "core/crypto/certificate.h"
#include "core/crypto/time_stamp.h"
#include "core/ledger/verify.h"

namespace chayan::bundle {

/// One of the six questions that the verifier answers, in this order.
enum class CheckName { Container, Bag, Signature, Ledger, Proofs, Originals };
QString name(CheckName check);

struct Check {
    CheckName name;
    /// Empty: it holds. A check that was not reached holds `not_reached`.
    std::vector<Problem> problems;
    bool ok() const { return problems.empty(); }
};

/// What can be said of a bundle from its own bytes (formats.md section 8). Whose keys count is decided by the
/// caller, officer by officer.
struct BundleReport {
    std::vector<Check> checks;
    Packing packing = Packing::Original;
    qint64 bytes = 0;
    Digest tagManifest;
    std::optional<crypto::Certificate> signer;
    /// Over the signature, where one is enclosed.
    std::optional<crypto::TimeStamp> timeStamp;
    struct Officer {
        Digest fingerprint;
        std::optional<crypto::Certificate> certificate;
        qint64 entries = 0;
    };
    std::vector<Officer> officers;
    std::optional<Statement> statement;
    qint64 entries = 0;
    qint64 originals = 0;

    bool ok() const;
};

/// Verifies a bundle in one pass over its members, in constant memory but for about 200 bytes an entry. The
/// Result fails only when the machine does, when the file is missing, or with Cancelled; a bad bundle is a
/// report.
Result<BundleReport> verifyBundle(const QString& path, const Progress& progress);

/// A bundle that was verified and lies open, to be taken in.
struct VerifiedBundle {
    BundleReport report;
    // What follows is whole only where report.ok().
    std::unique_ptr<ZipSource> source;
    std::vector<Digest> digests;  ///< of the members, by their index in the source
    std::vector<crypto::Certificate> certificates;
    std::map<Digest, ledger::ProvenLog> logs;

    /// Gives the entries once more, in their order. The file may have been changed meanwhile:
    /// `digest_mismatch` at the end then, and what was given is void.
    Status forEachEntry(const std::function<Status(const ledger::Entry&)>& take) const;
    /// The same for the disclosures, each as the hash of its entry and its text.
    Status forEachDisclosure(
        const std::function<Status(const Digest& entry, const QString& text)>& take) const;

    /// An original: its SHA-256 and its index in the source.
    struct Original {
        Digest sha256;
        std::size_t member;
    };
    std::vector<Original> originals() const;

  private:
    Status readAgain(QByteArrayView path, const std::function<Status(ByteView)>& take) const;
};

/// As verifyBundle(), and keeps open what an import goes on with. About 300 bytes an entry.
Result<VerifiedBundle> openBundle(const QString& path, const Progress& progress);

}  // namespace chayan::bundle
