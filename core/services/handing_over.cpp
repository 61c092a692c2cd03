#include "core/services/handing_over.h"

#include "core/base/unnamed_file.h"
#include "core/bundle/bag_layout.h"
#include "core/bundle/measure_ahead.h"
#include "core/bundle/spool.h"
#include "core/bundle/tally.h"
#include "core/crypto/cms.h"
#include "core/services/reading_page.h"
#include "core/store/officers.h"
#include "core/store/outgoing.h"
#include "core/store/sealed_values.h"
#include "core/store/traffic.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

namespace layout = bundle::layout;
using bundle::BagFile;

/// Photographs are hashed while the readable page is written, which leaves a core idle; larger files would be
/// read from the disk twice.
constexpr qint64 measuredAhead = 16 * 1024 * 1024;

/// One hand-over, step by step; all steps read one state of the database.
class Packing {
  public:
    Packing(store::Store& store, store::Database& database, const store::Signer& signer, const HandOver& what,
            UtcMs now, const Progress& progress)
        : m_store(store),
          m_database(database),
          m_signer(signer),
          m_what(what),
          m_progress(progress),
          m_page(
              database, m_outgoing, [this](const DossierId& id) { return openedFor(id); }, folder(),
              progress) {
        m_plan.at = m_statement.at = now;
        m_plan.info = {{u"External-Description"_s, u"Chayan evidence bundle, version 1"_s}};
    }

    Status collect() {
        CHAYAN_TRY(m_outgoing, store::chooseOutgoing(m_database, m_what.dossiers, m_progress));
        CHAYAN_CHECK(spoolEntries());
        CHAYAN_CHECK(spoolDisclosures());
        CHAYAN_CHECK(addProofs());
        CHAYAN_CHECK(addCertificates());
        const std::size_t first = m_plan.files.size();
        CHAYAN_CHECK(addOriginals());
        bundle::MeasureAhead measuring(m_plan.files, first, measuredAhead);
        CHAYAN_CHECK(addStatement());
        CHAYAN_CHECK(addReadingPage());
        measuring.finish(m_plan.files);
        return {};
    }

    /// Writes the file and, once it is whole and synced, the record that it was let out; only then it gets
    /// its name.
    Result<HandedOver> write(const std::shared_ptr<const store::Signer>& signer);

  private:
    Status spoolEntries();
    Status spoolDisclosures();
    /// What the recipient may see.
    Result<domain::OpenedValues> openedFor(const DossierId& id);
    Status addProofs();
    Status addCertificate(const QByteArray& path, const Digest& officer);
    Status addCertificates();
    Status addOriginals();
    Status addStatement();
    Status addReadingPage();
    Status record(store::Draft& draft, const Digest& tagManifest) const;
    bool isComplete() const { return m_what.dossiers.empty() && m_outgoing.leftOut.empty(); }
    QString folder() const { return QFileInfo(m_what.out).absolutePath(); }

    store::Store& m_store;
    store::Database& m_database;
    const store::Signer& m_signer;
    const HandOver& m_what;
    const Progress& m_progress;
    store::Outgoing m_outgoing;
    bundle::Tally m_tally;
    ReadingPage m_page;
    page::BundleSummary m_summary;
    std::set<Digest> m_runOfficers;  // who signed the checkpoints shown
    ledger::Checkpoint m_ownTip;
    QByteArray m_ownCheckpoint;
    bundle::Statement m_statement;
    bundle::BagPlan m_plan;
    qint64 m_originals = 0;
    qint64 m_disclosed = 0;
};

Status Packing::spoolEntries() {
    CHAYAN_TRY(bundle::Spool lines, bundle::Spool::create(folder()));
    store::EntryReader reader(m_database);
    for (std::size_t i = 0; i < m_outgoing.dossiers.size(); ++i) {
        for (const qint64 row : m_outgoing.dossiers[i].rows) {
            if (m_progress.cancelled())
                return fail(ErrorKind::Cancelled, m_what.out);
            CHAYAN_TRY(const QByteArray bytes, reader.bytes(row));
            CHAYAN_TRY(const ledger::Entry entry, ledger::parseEntry(bytes));
            m_tally.add(entry);
            CHAYAN_CHECK(m_page.note(i, entry));
            CHAYAN_CHECK(lines.add(view(bytes + '\n')));
        }
    }
    CHAYAN_TRY(BagFile file, lines.finish(layout::entries.toByteArray()));
    m_plan.files.push_back(std::move(file));
    return {};
}

Result<domain::OpenedValues> Packing::openedFor(const DossierId& id) {
    if (m_what.redact)
        return domain::OpenedValues();
    return store::openedValues(m_database, m_signer, id);
}

Status Packing::spoolDisclosures() {
    CHAYAN_TRY(bundle::Spool lines, bundle::Spool::create(folder()));
    const auto take = [&](const store::TravellingValue& value) -> Status {
        CHAYAN_TRY(
            const QByteArray line,
            canonical(Json(Json::Object{{"entry", Json(value.entry.hex())}, {"text", Json(value.text)}})));
        ++m_disclosed;
        return lines.add(view(line + '\n'));
    };
    for (const store::OutgoingDossier& dossier : m_outgoing.dossiers) {
        if (m_progress.cancelled())
            return fail(ErrorKind::Cancelled, m_what.out);
        CHAYAN_TRY(const qint64 here, store::sealedCount(m_database, dossier.id));
        m_statement.withheldValues += here;
        if (here > 0 && !m_what.redact)
            CHAYAN_CHECK(store::forEachDisclosure(m_database, m_signer, dossier.id, take));
    }
    m_statement.withheldValues -= m_disclosed;
    // Without values there is no file, so that a redacted bundle looks like one that never had any.
    if (m_disclosed == 0)
        return {};
    CHAYAN_TRY(BagFile file, lines.finish(layout::disclosures.toByteArray()));
    m_plan.files.push_back(std::move(file));
    return {};
}

Status Packing::addProofs() {
    CHAYAN_TRY(const qint64 own, store::ownLogRow(m_database));
    std::vector<ledger::LogProofs> all;
    for (const store::OutgoingLog& log : m_outgoing.logs) {
        CHAYAN_TRY(ledger::LogProofs proofs, store::proveOutgoing(m_database, log));
        for (const ledger::SignedObject& object : proofs.checkpoints) {
            CHAYAN_TRY(const ledger::Checkpoint checkpoint, ledger::parseCheckpoint(object.body));
            m_runOfficers.insert(checkpoint.officer);
            if (object == proofs.checkpoints.back()) {
                m_statement.logs.push_back({log.hash, checkpoint.size, static_cast<qint64>(log.seqs.size())});
                if (log.row == own) {
                    m_ownTip = checkpoint;
                    m_ownCheckpoint = object.body;
                }
            }
        }
        all.push_back(std::move(proofs));
    }
    m_plan.name = u"chayan-"_s + m_ownTip.root.hex().left(16);
    CHAYAN_TRY(QByteArray bytes, canonical(ledger::toJson(all)));
    m_plan.files.push_back(BagFile::ofBytes(layout::proofs.toByteArray(), std::move(bytes)));
    return {};
}

Status Packing::addCertificate(const QByteArray& path, const Digest& officer) {
    CHAYAN_TRY(const crypto::Certificate certificate, store::certificateOf(m_database, officer));
    m_plan.files.push_back(BagFile::ofBytes(path, certificate.pem()));
    const crypto::OfficerName& name = certificate.officer();
    m_summary.officers[officer] = {name.name, name.badge, name.agency};
    return {};
}

Status Packing::addCertificates() {
    CHAYAN_CHECK(addCertificate(layout::officer.toByteArray(), m_signer.certificate.fingerprint()));
    std::set<Digest> officers = m_tally.officers();
    officers.insert(m_runOfficers.begin(), m_runOfficers.end());
    officers.insert(m_tally.named().begin(), m_tally.named().end());
    for (const Digest& officer : officers)
        CHAYAN_CHECK(
            addCertificate(layout::certificates.toByteArray() + officer.hex().toLatin1() + ".pem", officer));
    return {};
}

Status Packing::addOriginals() {
    store::Query here = m_database.prepare("SELECT size FROM original WHERE sha256=?");
    for (const auto& [sha256, original] : m_tally.originals()) {
        CHAYAN_TRY(const bool isHere, here.bind(sha256).step());
        const qint64 size = isHere ? here.integer(0) : 0;
        here.reset();
        if (!isHere) {
            ++m_statement.withheldOriginals;
            continue;
        }
        const QString name = bundle::originalName(sha256, original.type);
        m_plan.files.push_back(BagFile::ofFile(layout::originals.toByteArray() + name.toLatin1(), size,
                                               sha256, [&store = m_store, sha256]() -> Result<UniqueFd> {
                                                   auto fd = store.vault().open(sha256);
                                                   // It was here once: that it is gone is no wrong question.
                                                   if (!fd && fd.error().kind == ErrorKind::NotFound)
                                                       return fail(ErrorKind::Damaged, sha256.hex(),
                                                                   u"it is missing"_s);
                                                   return fd;
                                               }));
        m_summary.originals.emplace(sha256, name);
        ++m_originals;
    }
    return {};
}

Status Packing::addStatement() {
    m_statement.exporter = m_signer.certificate.fingerprint();
    m_statement.recipient = m_what.recipient;
    m_statement.purpose = m_what.purpose;
    m_statement.scope = isComplete() ? u"complete"_s : u"selected"_s;
    m_statement.dossiers = m_tally.dossiers();
    CHAYAN_TRY(QByteArray bytes, canonical(bundle::toJson(m_statement)));
    m_plan.files.push_back(BagFile::ofBytes(layout::statement.toByteArray(), std::move(bytes)));
    return {};
}

Status Packing::addReadingPage() {
    m_summary.name = m_plan.name;
    m_summary.program = m_what.program;
    m_summary.at = m_statement.at;
    m_summary.exporter = m_statement.exporter;
    m_summary.recipient = m_statement.recipient;
    m_summary.purpose = m_statement.purpose;
    m_summary.complete = isComplete();
    m_summary.withheldValues = m_statement.withheldValues;
    m_summary.withheldOriginals = m_statement.withheldOriginals;
    m_summary.entries = m_tally.entries();
    CHAYAN_TRY(BagFile file, m_page.write(m_summary));
    m_summary = {};
    m_plan.files.push_back(std::move(file));
    return {};
}

Status Packing::record(store::Draft& draft, const Digest& tagManifest) const {
    if (draft.log().id() != m_ownTip.log)
        return fail(ErrorKind::Busy, m_what.out, u"the store went on in a new log meanwhile"_s);
    // For the next one to go on from.
    for (std::size_t i = 0; i < m_outgoing.logs.size(); ++i)
        CHAYAN_CHECK(draft.learnt().addShownSize(m_outgoing.logs[i].row, m_statement.logs[i].size));
    const auto append = [&](Json::Object body, Json::Array dossiers) -> Status {
        body.insert_or_assign("tagmanifest", Json(tagManifest.hex()));
        body.insert_or_assign("dossiers", Json(std::move(dossiers)));
        CHAYAN_TRY(const ledger::Entry entry, draft.appendToLog(u"bundle.exported"_s, Json(std::move(body))));
        return {};
    };
    Json::Object body{{"size", Json(m_ownTip.size)}};
    if (!m_what.recipient.isEmpty())
        body.emplace("recipient", Json(m_what.recipient));
    Json::Array dossiers;
    for (const bundle::Statement::Dossier& dossier : m_statement.dossiers) {
        if (dossier.kind == u"log")
            continue;
        if (dossiers.size() == store::dossiersAnEntry) {
            CHAYAN_CHECK(append(std::move(body), std::exchange(dossiers, {})));
            body.clear();
        }
        dossiers.emplace_back(dossier.id.text());
    }
    return append(std::move(body), std::move(dossiers));
}

Result<HandedOver> Packing::write(const std::shared_ptr<const store::Signer>& signer) {
    m_plan.sign = [this](ByteView tagManifest) -> Result<bundle::BagSignature> {
        CHAYAN_TRY(QByteArray p7s, crypto::signDetached(tagManifest, m_signer.key, m_signer.certificate));
        return bundle::BagSignature{std::move(p7s), {}};
    };
    CHAYAN_TRY(UnnamedFile file, UnnamedFile::createFor(m_what.out));
    CHAYAN_TRY(bundle::BagWritten written,
               bundle::writeBag(file.fd(), m_what.out, std::move(m_plan), m_progress));
    CHAYAN_CHECK(syncFile(file.fd(), m_what.out));
    // In this order nothing is ever let out unrecorded.
    CHAYAN_CHECK(
        m_store.write(signer, [&](store::Draft& draft) { return record(draft, written.tagManifest); }).get());
    CHAYAN_CHECK(file.commit());
    const auto dossiers = std::ranges::count_if(m_statement.dossiers,
                                                [](const auto& dossier) { return dossier.kind != u"log"; });
    return HandedOver{written,
                      std::move(m_statement),
                      static_cast<qint64>(dossiers),
                      m_tally.entries(),
                      m_originals,
                      m_disclosed,
                      std::move(m_outgoing.leftOut),
                      std::move(m_ownCheckpoint)};
}

}  // namespace

Result<HandedOver> handOver(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                            const HandOver& what, UtcMs now, const Progress& progress) {
    if (QFileInfo::exists(what.out) || QFileInfo(what.out).isSymLink())
        return fail(ErrorKind::AlreadyExists, what.out, u"a file of this name is already there"_s);
    // A copy goes on in a new log, which must be there before anything is said of it.
    if (store.recovery().fromCopy || store.recovery().lostRecords)
        CHAYAN_CHECK(store.write(signer, [](store::Draft&) { return Status(); }).get());
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_CHECK(database.execute("BEGIN"));
    Packing packing(store, database, *signer, what, now, progress);
    CHAYAN_CHECK(packing.collect());
    return packing.write(signer);
}

}  // namespace chayan::services
