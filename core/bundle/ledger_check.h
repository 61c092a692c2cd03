#pragma once

#include "core/bundle/verify_bundle.h"

#include <QHash>

#include <unordered_map>
#include <unordered_set>

namespace chayan::bundle {

/// What the entries, proofs, disclosures and originals of a bag say about each other.
struct LedgerFindings {
    std::vector<Problem> ledger;
    std::vector<Problem> proofs;
    std::vector<Problem> originals;
    std::vector<BundleReport::Officer> officers;
    std::optional<Statement> statement;
    qint64 entries = 0;
    qint64 originalsHere = 0;
    // What an import goes on with; whole where there are no problems.
    std::vector<crypto::Certificate> certificates;
    std::map<Digest, ledger::ProvenLog> logs;
};

/// Reads `data/` of a bag whose digests are known. Both arguments outlive it. One run.
class LedgerCheck {
  public:
    LedgerCheck(const BagSource& source, const std::vector<Digest>& digests)
        : m_source(source), m_digests(digests) {}

    Result<LedgerFindings> run(const std::optional<crypto::Certificate>& signer, const Progress& progress);

  private:
    Status readCertificates();
    Status readStatement(const std::optional<crypto::Certificate>& signer);
    Status readEntries(ledger::SetVerifier& verifier, const Progress& progress);
    Status readProofs(ledger::SetVerifier& verifier);
    Status readDisclosures();
    void noteEntry(const ledger::Entry& entry);
    void compareStatement(const ledger::Verification& verified);
    void judgeOriginals();

    const BagSource& m_source;
    const std::vector<Digest>& m_digests;
    LedgerFindings m_findings;
    std::vector<crypto::Certificate> m_certificates;
    std::unordered_map<Digest, std::unordered_set<Digest>> m_sealed;  // entry to its sealed digests
    std::unordered_set<Digest> m_named;                               // originals that entries name
    QHash<QString, QString> m_kinds;                                  // dossier to its type
};

}  // namespace chayan::bundle
