#include "core/services/receiving.h"

#include "core/services/receipts.h"
#include "core/services/staging.h"
#include "core/store/projections.h"
#include "core/store/sealed_values.h"
#include "core/store/traffic.h"

#include <set>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// One import, from the verified bundle to the commit.
class Import {
  public:
    Import(store::Store& store, bundle::VerifiedBundle bundle, Imported& answer)
        : m_store(store), m_bundle(std::move(bundle)), m_answer(answer) {}

    Status run(const std::shared_ptr<const store::Signer>& signer, const Progress& progress) {
        CHAYAN_TRY(m_staged, stageOriginals(m_store, *m_bundle.source, m_bundle.originals(), progress));
        const Status done =
            m_store.write(signer, [&](store::Draft& draft) { return job(draft, progress); }).get();
        if (!done && m_placed)
            m_store.sweepNextTime();
        return done;
    }

  private:
    Status job(store::Draft& draft, const Progress& progress) {
        store::Database& database = draft.database();
        CHAYAN_TRY(const qint64 before, database.integer("SELECT total_changes()"));
        CHAYAN_TRY(store::Intake intake, store::Intake::begin(draft, m_bundle.logs, m_bundle.certificates));
        CHAYAN_CHECK(takeEntries(intake, progress));
        CHAYAN_CHECK(m_bundle.forEachDisclosure([&](const Digest& entry, const QString& text) {
            return store::addDisclosure(draft, {entry, text});
        }));
        CHAYAN_CHECK(takeOriginals(draft));
        for (const DossierId& dossier : m_changed)
            CHAYAN_CHECK(store::reproject(database, dossier));
        CHAYAN_TRY(m_answer.forks, intake.forks());
        m_answer.ownLogWasBehind = intake.ownLogWasBehind();
        CHAYAN_TRY(const qint64 after, database.integer("SELECT total_changes()"));
        return after == before ? Status{} : record(draft, intake);
    }

    Status takeEntries(store::Intake& intake, const Progress& progress) {
        std::set<DossierId> changed;
        std::set<DossierId> unchanged;
        CHAYAN_CHECK(m_bundle.forEachEntry([&](const ledger::Entry& entry) -> Status {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled, entry.hash.hex());
            CHAYAN_TRY(const bool isNew, intake.add(entry));
            if (isNew)
                m_changed.insert(entry.dossier);
            if (entry.dossier.text() == entry.log.hex())
                return {};
            ++(isNew ? m_answer.imported : m_answer.alreadyThere).entries;
            (isNew ? changed : unchanged).insert(entry.dossier);
            return {};
        }));
        m_answer.imported.dossiers = static_cast<qint64>(changed.size());
        std::erase_if(unchanged, [&](const DossierId& dossier) { return changed.contains(dossier); });
        m_answer.alreadyThere.dossiers = static_cast<qint64>(unchanged.size());
        return {};
    }

    Status takeOriginals(store::Draft& draft) {
        for (StagedOriginal& original : m_staged.files) {
            m_placed = true;
            CHAYAN_CHECK(m_store.vault().place(original.file));
            CHAYAN_CHECK(draft.learnt().addOriginal(original.file.sha256, original.size));
        }
        if (m_placed)
            draft.needsSync();
        m_answer.imported.originals = static_cast<qint64>(m_staged.files.size());
        m_answer.alreadyThere.originals = m_staged.alreadyThere;
        return {};
    }

    /// What came, in the log's own dossier: in several entries where the dossiers are many.
    Status record(store::Draft& draft, const store::Intake& intake) {
        Json::Array logs;
        for (const auto& [id, log] : m_bundle.logs) {
            const auto added = intake.added().find(id);
            const ledger::Checkpoint& tip = log.checkpoints.back().checkpoint;
            logs.emplace_back(
                Json::Object{{"log", Json(id.hex())},
                             {"size", Json(tip.size)},
                             {"root", Json(tip.root.hex())},
                             {"added", Json(added != intake.added().end() ? added->second : 0)}});
        }
        Json::Object body{{"tagmanifest", Json(m_bundle.report.tagManifest.hex())},
                          {"signer", Json(m_bundle.report.signer->fingerprint().hex())},
                          {"logs", Json(std::move(logs))},
                          {"originals", Json(m_answer.imported.originals)}};
        Json::Array dossiers;
        const auto flush = [&]() -> Status {
            body["dossiers"] = Json(std::exchange(dossiers, {}));
            CHAYAN_TRY(const ledger::Entry entry,
                       draft.appendToLog(u"bundle.imported"_s, Json(std::exchange(body, {}))));
            body.emplace("tagmanifest", Json(m_bundle.report.tagManifest.hex()));
            return {};
        };
        for (const bundle::Statement::Dossier& dossier : m_bundle.report.statement->dossiers) {
            if (dossier.kind == u"log")
                continue;
            Json::Array heads;
            for (const Digest& head : dossier.heads)
                heads.emplace_back(head.hex());
            dossiers.emplace_back(
                Json::Object{{"id", Json(dossier.id.text())}, {"heads", Json(std::move(heads))}});
            if (dossiers.size() == store::dossiersAnEntry)
                CHAYAN_CHECK(flush());
        }
        return dossiers.empty() && body.size() == 1 ? Status{} : flush();
    }

    store::Store& m_store;
    bundle::VerifiedBundle m_bundle;
    Imported& m_answer;
    StagedOriginals m_staged;
    std::set<DossierId> m_changed;  // the logs' own included
    bool m_placed = false;
};

/// Disagreements in one dossier, as its projection counts them.
Result<qint64> conflictsIn(store::Database& database, const DossierId& dossier) {
    store::Query query = database.prepare("SELECT conflicts FROM dossier WHERE dossier=?");
    CHAYAN_TRY(const bool here, query.bind(dossier.text()).step());
    return here ? query.integer(0) : 0;
}

/// Why a bundle is not taken in.
std::optional<Error> refusalOf(const bundle::BundleReport& report, const Judgement& judgement,
                               const ImportRequest& request) {
    if (!report.ok()) {
        const auto failed = std::ranges::find_if(report.checks, [](const auto& c) { return !c.ok(); });
        const bundle::Problem& problem = failed->problems.front();
        return Error{ErrorKind::InvalidBundle, request.file, problem.thing + u": "_s + problem.detail};
    }
    const bool lost =
        judgement.signer == Standing::Compromised ||
        std::ranges::find(judgement.officers, Standing::Compromised) != judgement.officers.end();
    if (judgement.verdict == u"untrusted" && !request.acceptUntrusted)
        return Error{lost ? ErrorKind::KeyCompromised : ErrorKind::Untrusted, request.file,
                     report.signer->fingerprint().hex()};
    return {};
}

}  // namespace

Result<Imported> importBundle(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                              const ImportRequest& request, const Progress& progress) {
    CHAYAN_TRY(bundle::VerifiedBundle bundle, bundle::openBundle(request.file, progress));
    Imported answer;
    answer.report = bundle.report;
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(const store::TrustBook book, store::TrustBook::load(database));
    CHAYAN_TRY(answer.judgement, judge(bundle, book, &database));
    answer.refusal = refusalOf(answer.report, answer.judgement, request);
    if (answer.refusal)
        return answer;
    const std::vector<ledger::SeenTip> tips = tipsOf(bundle);
    CHAYAN_CHECK(Import(store, std::move(bundle), answer).run(signer, progress));
    for (const bundle::Statement::Dossier& dossier : answer.report.statement->dossiers) {
        CHAYAN_TRY(const qint64 conflicts, conflictsIn(database, dossier.id));
        answer.conflicts += conflicts;
    }
    CHAYAN_TRY(answer.receipt, receiptFor(database, *signer, answer.report, tips));
    return answer;
}

}  // namespace chayan::services
