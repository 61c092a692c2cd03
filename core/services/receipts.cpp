#include "core/services/receipts.h"

#include "core/store/officers.h"
#include "core/store/trust.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

constexpr std::size_t dossiersWithHeads = 200;

/// Whether a log here is as the receipt saw it; nothing for a log, or a size of another's, that is not known
/// here.
Result<std::optional<bool>> agrees(store::Database& database, const ledger::SeenTip& tip) {
    store::Query query = database.prepare(
        "SELECT c.root=?3 FROM log l JOIN checkpoint c ON c.log=l.id WHERE l.hash=?1 AND c.size=?2 "
        "ORDER BY 1 DESC");
    CHAYAN_TRY(const bool known, query.bind(tip.log).bind(tip.size).bind(tip.root).step());
    if (known)
        return query.integer(0) == 1;
    CHAYAN_TRY(const qint64 own, store::ownLogRow(database));
    store::Query ours = database.prepare("SELECT 1 FROM log WHERE id=? AND hash=?");
    CHAYAN_TRY(const bool isOurs, ours.bind(own).bind(tip.log).step());
    // Of the own log every checkpoint is here: one that is not was lost with what it covers.
    return isOurs ? std::optional(false) : std::nullopt;
}

Result<crypto::Certificate> receiverOf(store::Database& database, const ledger::Receipt& receipt,
                                       const QString& thing,
                                       const std::optional<crypto::Certificate>& given) {
    if (given && given->fingerprint() == receipt.officer)
        return *given;
    const QString fingerprint = receipt.officer.hex();
    if (given)
        return fail(ErrorKind::BadInput, thing, u"another key signed it: %1"_s.arg(fingerprint));
    CHAYAN_TRY(const store::TrustBook book, store::TrustBook::load(database));
    auto certificate = store::certificateOf(database, receipt.officer);
    if (!certificate && certificate.error().kind != ErrorKind::NotFound)
        return fail(certificate.error());
    if (!certificate || !book.trusts(*certificate))
        return fail(ErrorKind::Untrusted, thing,
                    u"signed by %1; give the receiver's certificate or trust it"_s.arg(fingerprint));
    return certificate;
}

}  // namespace

std::vector<ledger::SeenTip> tipsOf(const bundle::VerifiedBundle& bundle) {
    std::vector<ledger::SeenTip> tips;
    for (const auto& [id, log] : bundle.logs) {
        const ledger::Checkpoint& tip = log.checkpoints.back().checkpoint;
        tips.push_back({id, tip.size, tip.root});
    }
    return tips;
}

Result<ledger::SignedObject> receiptFor(store::Database& database, const store::Signer& signer,
                                        const bundle::BundleReport& report,
                                        const std::vector<ledger::SeenTip>& tips) {
    CHAYAN_TRY(const qint64 own, store::ownLogRow(database));
    store::Query query = database.prepare(
        "SELECT l.hash, c.size, c.root FROM log l JOIN checkpoint c ON c.log=l.id WHERE l.id=? "
        "ORDER BY c.size DESC LIMIT 1");
    CHAYAN_TRY(const bool here, query.bind(own).step());
    if (!here)
        return fail(ErrorKind::Damaged, database.path(), u"its own log has no checkpoint"_s);
    ledger::Receipt receipt;
    receipt.at = SystemClock().read().utc;
    receipt.officer = signer.certificate.fingerprint();
    CHAYAN_TRY(receipt.own.log, query.digest(0));
    receipt.own.size = query.integer(1);
    CHAYAN_TRY(receipt.own.root, query.digest(2));
    receipt.seen = tips;
    receipt.tagmanifest = report.tagManifest;
    if (report.statement->dossiers.size() <= dossiersWithHeads) {
        for (const bundle::Statement::Dossier& dossier : report.statement->dossiers)
            receipt.heads.emplace_back(dossier.id, dossier.heads);
    }
    return ledger::signReceipt(receipt, signer.key);
}

Result<ReceivedReceipt> takeReceipt(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                                    const QByteArray& bytes, const QString& thing,
                                    const std::optional<crypto::Certificate>& certificate) {
    const auto malformed = [&](const Error& error) {
        return fail(ErrorKind::BadInput, thing, u"not a receipt: %1"_s.arg(error.detail));
    };
    const auto json = parseCanonical(view(bytes));
    if (!json)
        return malformed(json.error());
    const auto object = ledger::signedObjectFrom(*json);
    if (!object)
        return malformed(object.error());
    const auto receipt = ledger::parseReceipt(object->body);
    if (!receipt)
        return malformed(receipt.error());
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(crypto::Certificate receiver, receiverOf(database, *receipt, thing, certificate));
    if (!ledger::verifies(ledger::SignedKind::Receipt, *object, receiver))
        return fail(ErrorKind::BadInput, thing, u"its signature does not fit"_s);

    bool speaksOfOurs = false;
    for (const ledger::SeenTip& tip : receipt->seen) {
        CHAYAN_TRY(const std::optional<bool> same, agrees(database, tip));
        if (same == false)
            return fail(ErrorKind::Forked, thing,
                        u"it saw %1 entries of log %2, of which this store knows nothing or other ones"_s
                            .arg(tip.size)
                            .arg(tip.log.hex()));
        speaksOfOurs = speaksOfOurs || same.has_value();
    }
    if (!speaksOfOurs)
        return fail(ErrorKind::NotFound, thing, u"it speaks of no log that is here"_s);

    ReceivedReceipt answer{*receipt, std::move(receiver)};
    const auto job = [&](store::Draft& draft) -> Status {
        store::Query sent =
            draft.database().prepare("SELECT 1 FROM traffic WHERE tagmanifest=? AND direction='sent'");
        CHAYAN_TRY(answer.isForOurBundle, sent.bind(receipt->tagmanifest).step());
        store::Query known =
            draft.database().prepare("SELECT 1 FROM anchor WHERE tagmanifest=? AND officer=? AND at=?");
        CHAYAN_TRY(answer.alreadyThere,
                   known.bind(receipt->tagmanifest).bind(receipt->officer).bind(receipt->at).step());
        if (answer.alreadyThere)
            return {};
        store::Query keep =
            draft.database().prepare("INSERT OR IGNORE INTO certificate(fingerprint, der) VALUES(?, ?)");
        CHAYAN_CHECK(keep.bind(answer.receiver.fingerprint()).bind(answer.receiver.der()).run());
        CHAYAN_TRY(
            const ledger::Entry entry,
            draft.appendToLog(u"anchor.received"_s,
                              Json(Json::Object{{"certificate", Json(answer.receiver.fingerprint().hex())},
                                                {"receipt", *json}})));
        return {};
    };
    CHAYAN_CHECK(store.write(signer, job).get());
    return answer;
}

}  // namespace chayan::services
