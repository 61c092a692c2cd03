#pragma once

#include "core/bundle/bag_check.h"
#include "core/bundle/statement.h"
#include "core/bundle/zip_reader.h"
#include "core/crypto/certificate.h"
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

}  // namespace chayan::bundle
