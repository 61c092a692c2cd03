#pragma once

#include "core/ledger/merkle.h"
#include "core/ledger/signed_object.h"

namespace chayan::ledger {

/// Joins the entries [first, first + count) to the root of the log's newest checkpoint.
struct RangeProof {
    qint64 first = 0;
    qint64 count = 0;
    std::vector<Digest> hashes;
};

/// Joins two sizes of one log.
struct ConsistencyProof {
    qint64 from = 0;
    qint64 to = 0;
    std::vector<Digest> hashes;
};

/// What a bundle proves of one log (formats.md section 7, proofs.json): every officer-run's last checkpoint
/// touched, by size, the newest last; the places of its entries; how the checkpoints lie in the newest one's
/// tree.
struct LogProofs {
    Digest log;
    std::vector<SignedObject> checkpoints;
    std::vector<RangeProof> ranges;
    std::vector<ConsistencyProof> consistency;
};

/// The last checkpoint of an officer's run.
struct RunEnd {
    Checkpoint checkpoint;
    SignedObject object;
};

/// Proves the entries `seqs` (sorted, none twice) of a log whose runs end in `runEnds` (by size, the newest
/// last).
Result<LogProofs> prove(const NodeSource& nodes, std::span<const qint64> seqs,
                        std::span<const RunEnd> runEnds);

/// `{v,logs:[...]}`.
Json toJson(const std::vector<LogProofs>& proofs);
/// BadInput for anything else; logs in order, none twice.
Result<std::vector<LogProofs>> proofsFrom(const Json& json);

}  // namespace chayan::ledger
