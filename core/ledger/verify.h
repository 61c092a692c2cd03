#pragma once

#include "core/ledger/entry.h"
#include "core/ledger/proof_nodes.h"
#include "core/ledger/proofs.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace chayan::ledger {

/// Why a set of entries is refused. `reason` is a stable key that core/text words in two languages.
struct Problem {
    QString reason;
    QString thing;
    QString detail;
};

/// Where an entry stands, and who says so.
struct Place {
    qint64 seq = 0;
    Digest hash;
    Digest officer;
};

/// What a verified set holds, to be compared with what its signer states.
/// Of a log; whole where there are no problems.
struct ProvenLog {
    Digest log;
    std::vector<RunEnd> checkpoints;  ///< by size, the newest last
    std::vector<Place> places;        ///< of its entries, by seq
    KnownNodes nodes;
};
struct DossierSummary {
    std::vector<Digest> heads;  ///< sorted
    std::map<Digest, qint64> counts;
};
struct Verification {
    std::vector<Problem> problems;       ///< empty: everything holds
    std::map<Digest, qint64> entriesBy;  ///< officer's fingerprint to number of entries
    std::map<Digest, ProvenLog> logs;
    std::map<DossierId, DossierSummary> dossiers;
};

/// Judges entries and their proofs without any store (formats.md sections 2, 4 and 7): every log opened by
/// its first officer, every officer admitted, every entry in a run that its own officer signed, every place
/// in the newest checkpoint's tree, every ancestor there. Trust in the officers is decided elsewhere, by
/// fingerprint.
///
/// Feed the entries in the order in which they stand, then finish(). Memory: about 300 bytes an entry.
class SetVerifier {
  public:
    explicit SetVerifier(const std::vector<crypto::Certificate>& certificates);

    void add(const Entry& entry);
    Verification finish(const std::vector<LogProofs>& proofs);

  private:
    struct Admission {
        qint64 seq;
        Digest officer;
        Digest by;
        bool admitted;  // or retired
    };
    struct Log {
        bool opened = false;
        Digest firstOfficer;
        std::vector<Place> places;
        std::vector<Admission> admissions;
    };

    void problem(const char* reason, const QString& thing, const QString& detail);
    void noteOpening(const Entry& entry, Log& log);
    void noteOfficer(const Entry& entry, Log& log);
    bool isAdmitted(const Log& log, const Digest& officer, qint64 at) const;
    void judgePlaces(const Digest& id, Log& log);
    void judgeProofs(const Digest& id, Log& log, const LogProofs& proofs);
    void judgeRanges(const Log& log, const LogProofs& proofs, const Checkpoint& tip, KnownNodes& nodes);
    void judgeConsistency(const Log& log, const LogProofs& proofs, const std::vector<Checkpoint>& checkpoints,
                          KnownNodes& nodes);
    std::vector<Checkpoint> judgeCheckpoints(const Digest& id, const Log& log, const LogProofs& proofs);
    void judgeRuns(const Log& log, const std::vector<Checkpoint>& checkpoints);

    std::map<Digest, crypto::Certificate> m_certificates;
    std::map<Digest, Log> m_logs;
    std::unordered_map<Digest, DossierId> m_seen;
    std::map<std::pair<Digest, DossierId>, Digest> m_lastOfLog;
    std::map<DossierId, std::unordered_set<Digest>> m_heads;
    Verification m_result;
};

}  // namespace chayan::ledger
