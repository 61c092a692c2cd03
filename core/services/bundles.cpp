#include "core/services/bundles.h"

#include "core/bundle/bag_layout.h"
#include "core/bundle/statement.h"
#include "core/crypto/cms.h"
#include "core/ledger/proofs.h"
#include "core/store/officers.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// What is read from the store for one bundle.
struct Selection {
    QByteArray lines;
    std::vector<qint64> seqs;
    std::map<DossierId, bundle::Statement::Dossier> dossiers;
    std::set<Digest> officers;
    std::map<Digest, qint64> originals;
};

bool belongsToEveryBundle(const QString& kind) {
    return kind == u"log.opened" || kind.startsWith(u"officer.");
}

void take(Selection& selection, const ledger::Entry& entry) {
    selection.lines += entry.bytes + '\n';
    selection.seqs.push_back(entry.seq);
    selection.officers.insert(entry.officer);
    auto& dossier =
        selection.dossiers.try_emplace(entry.dossier, bundle::Statement::Dossier{entry.dossier, {}, {}, {}})
            .first->second;
    for (const Digest& ancestor : entry.after)
        std::erase(dossier.heads, ancestor);
    dossier.heads.push_back(entry.hash);
    if (dossier.counts.empty())
        dossier.counts.emplace_back(entry.log, 0);
    ++dossier.counts.front().second;
    const QString* type = entry.body.stringAt("type");
    if (entry.kind == u"dossier.opened" && type != nullptr)
        dossier.kind = *type;
    else if (entry.kind == u"log.opened")
        dossier.kind = u"log"_s;
    const QString* sha256 = entry.body.stringAt("sha256");
    const auto original = sha256 != nullptr ? Digest::fromHex(*sha256) : std::nullopt;
    const qint64* size = entry.body.integerAt("size");
    if (entry.kind == u"original.added" && original && size != nullptr)
        selection.originals[*original] = *size;
}

Result<Selection> select(store::Database& database, qint64 log, const std::vector<DossierId>& dossiers) {
    Selection selection;
    store::Query query = database.prepare("SELECT bytes FROM entry WHERE log=? ORDER BY seq");
    query.bind(log);
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            break;
        CHAYAN_TRY(const ledger::Entry entry, ledger::parseEntry(query.blob(0)));
        const bool ofLog = entry.dossier.text() == entry.log.hex();
        const bool wanted =
            ofLog ? belongsToEveryBundle(entry.kind)
                  : dossiers.empty() || std::ranges::find(dossiers, entry.dossier) != dossiers.end();
        if (wanted)
            take(selection, entry);
    }
    for (const DossierId& dossier : dossiers) {
        if (!selection.dossiers.contains(dossier))
            return fail(ErrorKind::NotFound, dossier.text(), u"no such dossier in this store"_s);
    }
    return selection;
}

Result<std::vector<ledger::RunEnd>> runEnds(store::Database& database, qint64 log) {
    store::Query query = database.prepare(
        "SELECT body, signature, max(size) FROM checkpoint WHERE log=? GROUP BY first ORDER BY first");
    query.bind(log);
    std::vector<ledger::RunEnd> ends;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            return ends;
        ledger::SignedObject object{query.blob(0), query.blob(1)};
        CHAYAN_TRY(const ledger::Checkpoint checkpoint, ledger::parseCheckpoint(object.body));
        ends.push_back({checkpoint, std::move(object)});
    }
}

}  // namespace

Result<Exported> exportBundle(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                              const std::vector<DossierId>& dossiers, const QString& out, UtcMs now,
                              const Progress& progress) {
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_CHECK(database.execute("BEGIN"));  // one view of the log for entries, tree and checkpoints
    CHAYAN_TRY(const qint64 ownLog, store::ownLogRow(database));
    CHAYAN_TRY(Selection selection, select(database, ownLog, dossiers));
    CHAYAN_TRY(const std::vector<ledger::RunEnd> ends, runEnds(database, ownLog));
    const store::StoredTree tree(database, ownLog);
    CHAYAN_TRY(ledger::LogProofs proofs, ledger::prove(tree, selection.seqs, ends));
    const ledger::Checkpoint& tip = ends.back().checkpoint;

    bundle::Statement statement;
    statement.at = now;
    statement.exporter = signer->certificate.fingerprint();
    statement.scope = dossiers.empty() ? u"complete"_s : u"selected"_s;
    statement.logs = {{tip.log, tip.size, static_cast<qint64>(selection.seqs.size())}};
    for (const auto& [id, dossier] : selection.dossiers)
        statement.dossiers.push_back(dossier);
    CHAYAN_TRY(QByteArray statementBytes, canonical(toJson(statement)));
    CHAYAN_TRY(QByteArray proofBytes, canonical(ledger::toJson(std::vector{std::move(proofs)})));

    using bundle::BagFile;
    namespace layout = bundle::layout;
    bundle::BagPlan plan;
    plan.name = u"chayan-"_s + tip.root.hex().left(16);
    plan.at = now;
    plan.info = {{u"External-Description"_s, u"Chayan evidence bundle, version 1"_s}};
    plan.files.push_back(BagFile::ofBytes(layout::statement.toByteArray(), std::move(statementBytes)));
    plan.files.push_back(BagFile::ofBytes(layout::proofs.toByteArray(), std::move(proofBytes)));
    plan.files.push_back(BagFile::ofBytes(layout::entries.toByteArray(), std::move(selection.lines)));
    plan.files.push_back(BagFile::ofBytes(layout::officer.toByteArray(), signer->certificate.pem()));
    for (const Digest& officer : selection.officers) {
        CHAYAN_TRY(const crypto::Certificate certificate, store::certificateOf(database, officer));
        plan.files.push_back(BagFile::ofBytes(
            layout::certificates.toByteArray() + officer.hex().toLatin1() + ".pem", certificate.pem()));
    }
    for (const auto& [sha256, size] : selection.originals)
        plan.files.push_back(
            BagFile::ofFile(layout::originals.toByteArray() + sha256.hex().toLatin1() + ".bin", size, sha256,
                            [&store, sha256] { return store.vault().open(sha256); }));
    plan.sign = [&](ByteView tagManifest) -> Result<bundle::BagSignature> {
        CHAYAN_TRY(QByteArray p7s, crypto::signDetached(tagManifest, signer->key, signer->certificate));
        return bundle::BagSignature{std::move(p7s), {}};
    };

    CHAYAN_TRY(AtomicFile file, AtomicFile::create(out));
    CHAYAN_TRY(bundle::BagWritten written, bundle::writeBag(file.fd(), out, std::move(plan), progress));
    CHAYAN_CHECK(file.commit(AtomicFile::Replace::No));
    const auto logDossier = DossierId::fromText(tip.log.hex());
    const auto record = [&](store::Draft& draft) -> Status {
        CHAYAN_TRY(const ledger::Entry entry,
                   draft.append(*logDossier, u"bundle.exported"_s,
                                Json(Json::Object{{"tagmanifest", Json(written.tagManifest.hex())},
                                                  {"size", Json(tip.size)}})));
        return {};
    };
    CHAYAN_CHECK(store.write(signer, record).get());
    return Exported{written,
                    static_cast<qint64>(selection.dossiers.size()) - 1,  // less the log's own
                    static_cast<qint64>(selection.seqs.size()),
                    static_cast<qint64>(selection.originals.size()), ends.back().object.body};
}

}  // namespace chayan::services
