#include "core/store/outgoing.h"
#include "core/store/own_log.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// The newest checkpoint of a log that is not larger than `size`, if there is one.
Result<std::optional<ledger::RunEnd>> checkpointUpTo(Database& database, qint64 log, qint64 size) {
    Query query = database.prepare(
        "SELECT body, signature FROM checkpoint WHERE log=? AND size<=? ORDER BY size DESC LIMIT 1");
    CHAYAN_TRY(const bool row, query.bind(log).bind(size).step());
    if (!row)
        return std::nullopt;
    ledger::SignedObject object{query.blob(0), query.blob(1)};
    CHAYAN_TRY(const ledger::Checkpoint checkpoint, ledger::parseCheckpoint(object.body));
    return ledger::RunEnd{checkpoint, std::move(object)};
}

/// The ends of the runs up to a checkpoint, oldest first: an officer's last before another's begins.
Result<std::vector<ledger::RunEnd>> runEnds(Database& database, qint64 log, ledger::RunEnd tip) {
    std::vector<ledger::RunEnd> ends{std::move(tip)};
    while (ends.back().checkpoint.from > 0) {
        CHAYAN_TRY(auto before, checkpointUpTo(database, log, ends.back().checkpoint.from));
        if (!before)
            break;
        ends.push_back(std::move(*before));
    }
    std::ranges::reverse(ends);
    return ends;
}

/// Shows that the tree goes on from sizes let out before; of another log where its nodes are known so far.
Status addShown(Database& database, const ledger::NodeSource& tree, const OutgoingLog& log, bool isOwn,
                qint64 tip, ledger::LogProofs& proofs) {
    Query query = database.prepare("SELECT size FROM shown_size WHERE log=? AND size<? ORDER BY size");
    query.bind(log.row).bind(tip);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            break;
        const qint64 size = query.integer(0);
        if (size < 1 ||
            std::ranges::any_of(proofs.consistency, [&](const auto& p) { return p.from == size; }))
            continue;
        auto hashes = ledger::consistencyProof(tree, size, tip);
        if (hashes)
            proofs.consistency.push_back({size, tip, std::move(*hashes)});
        else if (isOwn || hashes.error().kind != ErrorKind::Damaged)
            return fail(hashes.error());
    }
    std::ranges::sort(proofs.consistency, {}, &ledger::ConsistencyProof::from);
    return {};
}

}  // namespace

Result<ledger::LogProofs> proveOutgoing(Database& database, const OutgoingLog& log) {
    CHAYAN_TRY(const qint64 own, ownLogRow(database));
    const StoredTree tree(database, log.row);
    qint64 largest = std::numeric_limits<qint64>::max();
    while (true) {
        CHAYAN_TRY(auto tip, checkpointUpTo(database, log.row, largest));
        if (!tip || tip->checkpoint.size <= log.seqs.back())
            return fail(
                ErrorKind::Unsupported, log.thing,
                u"no checkpoint of log %1 is known to hold all its entries here; import a newer bundle of "
                "it, or hand on the bundles as they were received"_s.arg(log.hash.hex()));
        const qint64 size = tip->checkpoint.size;
        CHAYAN_TRY(const std::vector<ledger::RunEnd> ends, runEnds(database, log.row, std::move(*tip)));
        auto proofs = ledger::prove(tree, log.seqs, ends);
        if (proofs) {
            CHAYAN_CHECK(addShown(database, tree, log, log.row == own, size, *proofs));
            return proofs;
        }
        // The own tree is whole; of another's, an older checkpoint may be known further.
        if (log.row == own || proofs.error().kind != ErrorKind::Damaged)
            return fail(proofs.error());
        largest = size - 1;
    }
}

}  // namespace chayan::store
