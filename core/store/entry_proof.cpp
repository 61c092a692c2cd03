#include "core/store/entry_proof.h"

#include "core/ledger/signed_object.h"
#include "core/store/officers.h"
#include "core/store/own_log.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

/// Nothing when the hashes that would join the entry to this checkpoint are not here.
Result<std::optional<EntryProof>> proveUnder(Database& database, qint64 log, qint64 seq, const Digest& entry,
                                             const ledger::SignedObject& object) {
    CHAYAN_TRY(const ledger::Checkpoint checkpoint, ledger::parseCheckpoint(object.body));
    const StoredTree tree(database, log);
    const auto path = ledger::rangeProof(tree, checkpoint.size, seq, 1);
    if (!path)
        return std::nullopt;
    const auto root = ledger::rootFromRange(checkpoint.size, seq, std::array{entry}, *path);
    if (root != checkpoint.root)
        return fail(ErrorKind::Damaged, entry.hex(), u"the hashes do not lead to the checkpoint's root"_s);
    CHAYAN_TRY(const crypto::Certificate certificate, certificateOf(database, checkpoint.officer));
    if (!ledger::verifies(ledger::SignedKind::Checkpoint, object, certificate))
        return fail(ErrorKind::Damaged, entry.hex(), u"the checkpoint's signature does not fit"_s);
    return EntryProof{checkpoint.log, seq, checkpoint.size, certificate.officer(), checkpoint.at};
}

}  // namespace

Result<EntryProof> proveEntry(Database& database, const Digest& entry) {
    Query place = database.prepare("SELECT log, seq FROM entry WHERE hash=?");
    CHAYAN_TRY(const bool here, place.bind(entry).step());
    if (!here)
        return fail(ErrorKind::NotFound, entry.hex(), u"no such entry is here"_s);
    const qint64 log = place.integer(0);
    const qint64 seq = place.integer(1);
    for (const char* sql :
         {"SELECT body, signature FROM checkpoint WHERE log=? AND size>? ORDER BY size LIMIT 1",
          "SELECT body, signature FROM checkpoint WHERE log=? AND size>? ORDER BY size DESC LIMIT 1"}) {
        Query query = database.prepare(sql);
        CHAYAN_TRY(const bool found, query.bind(log).bind(seq).step());
        if (!found)
            break;
        CHAYAN_TRY(auto proof, proveUnder(database, log, seq, entry, {query.blob(0), query.blob(1)}));
        if (proof)
            return *proof;
    }
    return fail(ErrorKind::NotFound, entry.hex(), u"no checkpoint here joins it"_s);
}

}  // namespace chayan::store
