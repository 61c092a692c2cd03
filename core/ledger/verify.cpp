#include "core/ledger/verify.h"

#include "core/ledger/own_kinds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ledger {

namespace {

QString named(const Digest& log, qint64 seq) {
    return u"entry %1 of log %2"_s.arg(seq).arg(log.hex().left(16));
}

std::optional<Digest> certificateIn(const Entry& entry) {
    const QString* text = entry.body.stringAt("certificate");
    return text != nullptr ? Digest::fromHex(*text) : std::nullopt;
}

}  // namespace

SetVerifier::SetVerifier(const std::vector<crypto::Certificate>& certificates) {
    for (const crypto::Certificate& certificate : certificates)
        m_certificates.emplace(certificate.fingerprint(), certificate);
}

void SetVerifier::problem(const char* reason, const QString& thing, const QString& detail) {
    constexpr std::size_t enough = 100;  // a reader wants the first ones; a hostile set has no end of them
    if (m_result.problems.size() < enough)
        m_result.problems.push_back({QString::fromLatin1(reason), thing, detail});
}

void SetVerifier::add(const Entry& entry) {
    const QString thing = named(entry.log, entry.seq);
    if (!m_seen.emplace(entry.hash, entry.dossier).second) {
        problem("entry_twice", thing, u"the same entry stands twice"_s);
        return;
    }
    Log& log = m_logs[entry.log];
    log.places.push_back({entry.seq, entry.hash, entry.officer});
    if (entry.kind == u"log.opened")
        noteOpening(entry, log);
    else if (entry.kind == u"officer.admitted" || entry.kind == u"officer.retired")
        noteOfficer(entry, log);

    auto& heads = m_heads[entry.dossier];
    const bool isChained = entry.dossier.text() != entry.log.hex() || belongsToEveryBundle(entry.kind);
    for (const Digest& ancestor : entry.after) {
        const auto found = m_seen.find(ancestor);
        if (isChained && (found == m_seen.end() || ancestor == entry.hash))
            problem("ancestor_missing", thing, u"builds on %1, which is not before it"_s.arg(ancestor.hex()));
        else if (found != m_seen.end() && found->second != entry.dossier)
            problem("ancestor_foreign", thing, u"builds on an entry of another dossier"_s);
        heads.erase(ancestor);
    }
    heads.insert(entry.hash);
    if (isChained) {
        auto& last = m_lastOfLog[{entry.log, entry.dossier}];
        if (last != Digest{} && std::find(entry.after.begin(), entry.after.end(), last) == entry.after.end())
            problem("own_ancestor_missing", thing, u"does not name its log's last entry of the dossier"_s);
        last = entry.hash;
    }
    ++m_result.entriesBy[entry.officer];
    ++m_result.dossiers[entry.dossier].counts[entry.log];
}

void SetVerifier::noteOpening(const Entry& entry, Log& log) {
    const QString* text = entry.body.stringAt("nonce");
    const auto nonce = text != nullptr ? fromBase64url(*text) : std::nullopt;
    const auto first = certificateIn(entry);
    if (entry.seq != 0 || entry.dossier.text() != entry.log.hex())
        problem("log_opening_misplaced", named(entry.log, entry.seq),
                u"log.opened is not the log's first entry"_s);
    else if (!nonce || nonce->size() != 16 || !first || *first != entry.officer ||
             logId(*first, *nonce) != entry.log)
        problem("log_claimed", named(entry.log, 0),
                u"the log's id is not made from this officer and nonce"_s);
    else {
        log.opened = true;
        log.firstOfficer = *first;
    }
}

void SetVerifier::noteOfficer(const Entry& entry, Log& log) {
    const auto officer = certificateIn(entry);
    if (!officer || entry.dossier.text() != entry.log.hex())
        problem("entry_malformed", named(entry.log, entry.seq), u"names no certificate"_s);
    else
        log.admissions.push_back({entry.seq, *officer, entry.officer, entry.kind == u"officer.admitted"});
}

bool SetVerifier::isAdmitted(const Log& log, const Digest& officer, qint64 at) const {
    bool admitted = officer == log.firstOfficer;
    for (const Admission& admission :
         log.admissions) {  // sorted by seq; each judged on its own in judgePlaces
        if (admission.seq < at && admission.officer == officer)
            admitted = admission.admitted;
    }
    return admitted;
}

void SetVerifier::judgePlaces(const Digest& id, Log& log) {
    if (!log.opened)
        problem("log_opening_missing", u"log %1"_s.arg(id.hex().left(16)), u"its log.opened is not here"_s);
    std::sort(log.places.begin(), log.places.end(),
              [](const Place& a, const Place& b) { return a.seq < b.seq; });
    std::sort(log.admissions.begin(), log.admissions.end(),
              [](const Admission& a, const Admission& b) { return a.seq < b.seq; });
    for (std::size_t i = 0; i < log.places.size(); ++i) {
        const Place& place = log.places[i];
        if (i > 0 && log.places[i - 1].seq == place.seq)
            problem("fork", named(id, place.seq), u"two different entries have this number"_s);
        if (!isAdmitted(log, place.officer, place.seq))
            problem("officer_not_admitted", named(id, place.seq),
                    u"officer %1 was not admitted to this log then"_s.arg(place.officer.hex()));
        else if (!m_certificates.contains(place.officer))
            problem("certificate_missing", named(id, place.seq),
                    u"the certificate %1 is not enclosed"_s.arg(place.officer.hex()));
    }
}

std::vector<Checkpoint> SetVerifier::judgeCheckpoints(const Digest& id, const Log& log,
                                                      const LogProofs& proofs) {
    std::vector<Checkpoint> checkpoints;
    for (const SignedObject& object : proofs.checkpoints) {
        const auto checkpoint = parseCheckpoint(object.body);
        const QString thing = checkpoint
                                  ? u"checkpoint %1 of log %2"_s.arg(checkpoint->size).arg(id.hex().left(16))
                                  : u"a checkpoint of log %1"_s.arg(id.hex().left(16));
        if (!checkpoint || checkpoint->log != id) {
            problem("checkpoint_malformed", thing, u"not a checkpoint of this log"_s);
            return {};
        }
        const auto certificate = m_certificates.find(checkpoint->officer);
        if (certificate == m_certificates.end())
            problem("certificate_missing", thing, u"its officer's certificate is not enclosed"_s);
        else if (!verifies(SignedKind::Checkpoint, object, certificate->second))
            problem("checkpoint_signature", thing, u"the signature does not fit"_s);
        if (!isAdmitted(log, checkpoint->officer, checkpoint->from))
            problem("officer_not_admitted", thing, u"its officer was not admitted to this log"_s);
        if (!checkpoints.empty() && checkpoints.back().size >= checkpoint->size)
            problem("checkpoint_order", thing, u"checkpoints are not in the order of their sizes"_s);
        checkpoints.push_back(*checkpoint);
    }
    return checkpoints;
}

void SetVerifier::judgeRuns(const Log& log, const std::vector<Checkpoint>& checkpoints) {
    for (std::size_t i = 1; i < checkpoints.size(); ++i) {
        const Checkpoint& older = checkpoints[i - 1];
        const Checkpoint& newer = checkpoints[i];
        if (older.officer != newer.officer && newer.from < older.size)
            problem("runs_overlap", named(newer.log, newer.from),
                    u"two officers claim the entries from %1 to %2"_s.arg(newer.from).arg(older.size));
    }
    for (const Place& place : log.places) {
        // The first checkpoint that reaches beyond the entry decides whose run it lies in.
        const auto over = std::upper_bound(checkpoints.begin(), checkpoints.end(), place.seq,
                                           [](qint64 seq, const Checkpoint& c) { return seq < c.size; });
        if (over == checkpoints.end() || over->from > place.seq)
            problem("run_missing", named(checkpoints.front().log, place.seq),
                    u"no checkpoint covers the run it lies in"_s);
        else if (over->officer != place.officer)
            problem(
                "wrong_officer", named(over->log, place.seq),
                u"names officer %1, but %2 signed for it"_s.arg(place.officer.hex(), over->officer.hex()));
    }
}

void SetVerifier::judgeRanges(const Log& log, const LogProofs& proofs, const Checkpoint& tip,
                              KnownNodes& nodes) {
    std::size_t at = 0;
    for (const RangeProof& range : proofs.ranges) {
        const QString thing = named(tip.log, range.first);
        std::vector<Digest> leaves;
        for (; at < log.places.size() && log.places[at].seq < range.first + range.count; ++at) {
            if (log.places[at].seq != range.first + static_cast<qint64>(leaves.size())) {
                problem("proof_wrong", named(tip.log, log.places[at].seq), u"no range proves its place"_s);
                return;
            }
            leaves.push_back(log.places[at].hash);
        }
        if (static_cast<qint64>(leaves.size()) != range.count) {
            problem("entry_missing", thing, u"the range of %1 entries is not all here"_s.arg(range.count));
            return;
        }
        if (!addNodesOfRange(tip.size, tip.root, range.first, leaves, range.hashes, nodes))
            problem("proof_wrong", thing, u"these entries do not lead to the newest checkpoint's root"_s);
    }
    if (at != log.places.size())
        problem("proof_wrong", named(tip.log, log.places[at].seq), u"no range proves its place"_s);
}

void SetVerifier::judgeProofs(const Digest& id, Log& log, const LogProofs& proofs) {
    const std::vector<Checkpoint> checkpoints = judgeCheckpoints(id, log, proofs);
    const QString thing = u"log %1"_s.arg(id.hex().left(16));
    if (checkpoints.empty()) {
        problem("checkpoint_missing", thing, u"no checkpoint of this log"_s);
        return;
    }
    ProvenLog& proven = m_result.logs[id];
    proven.log = id;
    judgeRuns(log, checkpoints);
    judgeRanges(log, proofs, checkpoints.back(), proven.nodes);
    judgeConsistency(log, proofs, checkpoints, proven.nodes);
    for (std::size_t i = 0; i < checkpoints.size(); ++i)
        proven.checkpoints.push_back({checkpoints[i], proofs.checkpoints[i]});
    proven.places = std::move(log.places);
}

void SetVerifier::judgeConsistency(const Log& log, const LogProofs& proofs,
                                   const std::vector<Checkpoint>& checkpoints, KnownNodes& nodes) {
    const Checkpoint& tip = checkpoints.back();
    const QString thing = u"log %1"_s.arg(tip.log.hex().left(16));
    std::map<qint64, Digest> shown;  // sizes that are proven to be part of the newest tree
    for (const ConsistencyProof& proof : proofs.consistency) {
        const auto checkpoint = std::ranges::find(checkpoints, proof.from, &Checkpoint::size);
        std::optional<Digest> claimed;
        if (checkpoint != checkpoints.end())
            claimed = checkpoint->root;
        else if (proof.from == 1 && !log.places.empty() && log.places.front().seq == 0)
            claimed = log.places.front().hash;
        const auto root = proof.to == tip.size ? addNodesOfConsistency(proof.from, claimed, tip.size,
                                                                       tip.root, proof.hashes, nodes)
                                               : std::nullopt;
        if (root)
            shown.emplace(proof.from, *root);
        else
            problem("checkpoints_disagree", thing,
                    u"the proof from size %1 does not lead to checkpoint %2"_s.arg(proof.from).arg(tip.size));
    }
    for (const Checkpoint& checkpoint : checkpoints) {
        if (checkpoint.size != tip.size && !shown.contains(checkpoint.size))
            problem("checkpoints_disagree", thing,
                    u"checkpoint %1 is not shown to be part of checkpoint %2"_s.arg(checkpoint.size)
                        .arg(tip.size));
    }
}

Verification SetVerifier::finish(const std::vector<LogProofs>& proofs) {
    for (auto& [id, log] : m_logs) {
        judgePlaces(id, log);
        const auto found =
            std::find_if(proofs.begin(), proofs.end(), [&](const LogProofs& p) { return p.log == id; });
        if (found == proofs.end())
            problem("proof_missing", u"log %1"_s.arg(id.hex().left(16)), u"no proofs for this log"_s);
        else
            judgeProofs(id, log, *found);
    }
    for (const LogProofs& log : proofs) {
        if (!m_logs.contains(log.log))
            problem("proof_spare", u"log %1"_s.arg(log.log.hex().left(16)),
                    u"proofs for a log without entries"_s);
    }
    for (const auto& [dossier, heads] : m_heads) {
        auto& sorted = m_result.dossiers[dossier].heads;
        sorted.assign(heads.begin(), heads.end());
        std::sort(sorted.begin(), sorted.end());
    }
    return std::move(m_result);
}

}  // namespace chayan::ledger
