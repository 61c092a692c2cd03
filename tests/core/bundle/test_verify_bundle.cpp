#include "core/base/safe_file.h"
#include "core/bundle/bag_layout.h"
#include "core/bundle/bag_writer.h"
#include "core/bundle/verify_bundle.h"
#include "core/crypto/cms.h"
#include "core/crypto/digest.h"
#include "core/ledger/proofs.h"
#include "tests/support/programs.h"

#include <QRandomGenerator>
#include <QtTest>

#include <map>

using namespace chayan;
using namespace chayan::bundle;
using namespace Qt::StringLiterals;

namespace {

struct Officer {
    crypto::OfficerKey key = crypto::OfficerKey::generate().value();
    crypto::Certificate certificate =
        crypto::Certificate::selfSigned(key, {u"张某甲"_s, u"1"_s, u"局"_s, {}}, 0).value();
};

/// A log in memory, written by whom the test says, honestly or not.
class Log : public ledger::NodeSource {
  public:
    explicit Log(const Officer& officer) {
        const QByteArray nonce(16, 'n');
        m_id = ledger::logId(officer.certificate.fingerprint(), nonce);
        append(officer, DossierId::fromText(m_id.hex()).value(), u"log.opened"_s,
               Json(Json::Object{{"app", Json(u"test"_s)},
                                 {"certificate", Json(officer.certificate.fingerprint().hex())},
                                 {"nonce", Json(base64url(view(nonce)))}}));
    }
    Result<Digest> node(int level, qint64 index) const override { return m_nodes.at({level, index}); }

    const ledger::Entry& append(const Officer& officer, const DossierId& dossier, const QString& kind,
                                Json body) {
        const auto head = m_heads.find(dossier);
        std::vector<Digest> after;
        if (head != m_heads.end())
            after.push_back(head->second);
        entries.push_back(ledger::makeEntry({m_id,
                                             m_frontier.size(),
                                             QByteArray(16, char(m_frontier.size())),
                                             {1795485600000, u"boot"_s, m_frontier.size(), u"none"_s},
                                             officer.certificate.fingerprint(),
                                             dossier,
                                             after,
                                             kind,
                                             std::move(body)})
                              .value());
        for (const ledger::TreeNode& made : m_frontier.append(entries.back().hash))
            m_nodes[{made.level, made.index}] = made.hash;
        m_heads.insert_or_assign(dossier, entries.back().hash);
        return entries.back();
    }
    ledger::LogProofs proofs(const Officer& officer, const std::vector<qint64>& seqs) const {
        const ledger::Checkpoint checkpoint{
            1795485600000, 0, m_id, officer.certificate.fingerprint(), m_frontier.root(), m_frontier.size()};
        const std::vector<ledger::RunEnd> runs{
            {checkpoint, ledger::signCheckpoint(checkpoint, officer.key).value()}};
        return ledger::prove(*this, seqs, runs).value();
    }
    const Digest& id() const { return m_id; }
    qint64 size() const { return m_frontier.size(); }

    std::vector<ledger::Entry> entries;

  private:
    Digest m_id;
    ledger::Frontier m_frontier;
    std::map<std::pair<int, qint64>, Digest> m_nodes;
    std::map<DossierId, Digest> m_heads;
};

/// The files of a bundle, which a test bends before they are packed and signed anew: an insider's bundle is a
/// good bag with a good signature.
struct Draft {
    Officer officer;
    std::map<QByteArray, QByteArray> files;
    Statement statement;
    std::vector<ledger::Entry> entries;
    std::vector<ledger::LogProofs> proofs;

    Draft() {
        Log log(officer);
        const DossierId visit = DossierId::random();
        const QByteArray disclosure =
            "WyJaaXd5VDBWME9vbXhBazZkQ0pIakVnIiwiY29tcGxhaW5hbnRfbmFtZSIsIue6v-S6uuafkCJd";
        const Json sealed(Json::Object{{"d", Json(base64url(view(crypto::sha256(view(disclosure)))))},
                                       {"slot", Json(base64url(view(QByteArray(16, 's'))))}});
        const ledger::Entry opened =
            log.append(officer, visit, u"dossier.opened"_s,
                       Json(Json::Object{{"type", Json(u"visit"_s)}, {"sealed", Json(Json::Array{sealed})}}));
        const QByteArray photo = "not really a photo";
        const Digest photoHash = crypto::sha256(view(photo));
        log.append(officer, visit, u"field.set"_s,
                   Json(Json::Object{{"field", Json(u"title"_s)}, {"value", Json(u"仓库"_s)}}));
        log.append(officer, DossierId::random(), u"dossier.opened"_s,
                   Json(Json::Object{{"type", Json(u"visit"_s)}, {"sealed", Json(Json::Array{})}}));
        log.append(
            officer, visit, u"original.added"_s,
            Json(Json::Object{{"item", Json(ItemId::random().text())}, {"sha256", Json(photoHash.hex())}}));
        for (const std::size_t i : {0U, 1U, 2U, 4U})
            entries.push_back(log.entries[i]);
        proofs = {log.proofs(officer, {0, 1, 2, 4})};
        statement = {
            1795485600000,
            0,
            officer.certificate.fingerprint(),
            {},
            {},
            u"selected"_s,
            {{log.id(), log.size(), 4}},
            {{visit, u"visit"_s, {log.entries[4].hash}, {{log.id(), 3}}},
             {DossierId::fromText(log.id().hex()).value(), u"log"_s, {log.entries[0].hash}, {{log.id(), 1}}}},
            0,
            0};
        files["data/certificates/" + officer.certificate.fingerprint().hex().toLatin1() + ".pem"] =
            officer.certificate.pem();
        files["data/originals/" + photoHash.hex().toLatin1() + ".bin"] = photo;
        files["data/disclosures.jsonl"] =
            "{\"entry\":\"" + opened.hash.hex().toLatin1() + "\",\"text\":\"" + disclosure + "\"}\n";
        files["signature/officer.pem"] = officer.certificate.pem();
    }

    QString pack(const QTemporaryDir& folder) const {
        auto all = files;
        QByteArray lines;
        for (const ledger::Entry& entry : entries)
            lines += entry.bytes + '\n';
        if (!all.contains("data/entries.jsonl"))
            all["data/entries.jsonl"] = lines;
        if (!all.contains("data/proofs.json"))
            all["data/proofs.json"] = canonical(ledger::toJson(proofs)).value();
        if (!all.contains("data/statement.json"))
            all["data/statement.json"] = canonical(toJson(statement)).value();
        BagPlan plan;
        plan.name = u"test"_s;
        plan.at = 1795485600000;
        for (const auto& [path, content] : all)
            plan.files.push_back(BagFile::ofBytes(path, content));
        plan.sign = [this](ByteView tagManifest) -> Result<BagSignature> {
            CHAYAN_TRY(QByteArray p7s, crypto::signDetached(tagManifest, officer.key, officer.certificate));
            return BagSignature{std::move(p7s), {}};
        };
        const QString path = folder.filePath(u"test.bundle.zip"_s);
        AtomicFile file = AtomicFile::create(path).value();
        const auto written = writeBag(file.fd(), path, std::move(plan), {});
        if (!written || !file.commit())
            qFatal("the bundle could not be written");
        return path;
    }
};

bool says(const BundleReport& report, CheckName check, const QString& reason) {
    const auto& problems = report.checks.at(static_cast<std::size_t>(check)).problems;
    return std::any_of(problems.begin(), problems.end(),
                       [&](const Problem& p) { return p.reason == reason; });
}

}  // namespace

class TestVerifyBundle : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void acceptsAndStockToolsAgree();
    void insiders_data();
    void insiders();
    void everyByteOfTheFile();
    void anotherSigner();
    void notABundle();

  private:
    QTemporaryDir m_folder;
    BundleReport verify(const Draft& draft) { return verifyBundle(draft.pack(m_folder), {}).value(); }
};

void TestVerifyBundle::acceptsAndStockToolsAgree() {
    const Draft draft;
    const QString path = draft.pack(m_folder);
    const BundleReport report = verifyBundle(path, {}).value();
    for (const Check& check : report.checks)
        for (const Problem& problem : check.problems)
            qWarning() << name(check.name) << problem.reason << problem.thing << problem.detail;
    QVERIFY(report.ok());
    QCOMPARE(report.packing, Packing::Original);
    QCOMPARE(report.entries, 4);
    QCOMPARE(report.originals, 1);
    QCOMPARE(report.officers.size(), 1U);
    QCOMPARE(report.signer->fingerprint(), draft.officer.certificate.fingerprint());

    QVERIFY(writeFileDurably(m_folder.filePath(u"officer.pem"_s), view(draft.officer.certificate.pem())));
    // The lines of the README, word for word but for the names.
    QByteArray said;
    const int code = test::run(u"sh"_s,
                               {u"-ec"_s,
                                uR"(
        unzip -tq test.bundle.zip
        unzip -q test.bundle.zip
        cd test
        sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt
        openssl cms -verify -binary -inform DER -in signature/tagmanifest-sha256.txt.p7s \
            -content tagmanifest-sha256.txt -CAfile ../officer.pem -partial_chain -no_check_time -out /dev/null
    )"_s},
                               m_folder.path(), &said);
    QVERIFY2(code == 0, said.constData());
}

void TestVerifyBundle::insiders_data() {
    using Bend = std::function<void(Draft&)>;
    QTest::addColumn<Bend>("bend");
    QTest::addColumn<int>("check");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* what, CheckName check, const QString& reason, Bend bend) {
        QTest::newRow(what) << std::move(bend) << static_cast<int>(check) << reason;
    };
    const auto original = [](Draft& d) {
        return std::find_if(d.files.begin(), d.files.end(), [](const auto& f) {
            return f.first.startsWith(layout::originals.toByteArray());
        });
    };
    row("changed record", CheckName::Proofs, u"proof_wrong"_s, [](Draft& d) {
        auto draft = d.entries[2];
        draft.body = Json(Json::Object{{"field", Json(u"title"_s)}, {"value", Json(u"other"_s)}});
        d.entries[2] = ledger::makeEntry(draft).value();
        d.entries[3].after = {d.entries[2].hash};
        d.entries[3] = ledger::makeEntry(d.entries[3]).value();
        d.statement.dossiers[0].heads = {d.entries[3].hash};
    });
    row("dropped middle", CheckName::Ledger, u"ancestor_missing"_s,
        [](Draft& d) { d.entries.erase(d.entries.begin() + 2); });
    row("dropped tip", CheckName::Ledger, u"statement_mismatch"_s, [](Draft& d) { d.entries.pop_back(); });
    row("order", CheckName::Ledger, u"ancestor_missing"_s,
        [](Draft& d) { std::swap(d.entries[2], d.entries[3]); });
    row("no proofs", CheckName::Proofs, u"proof_missing"_s, [](Draft& d) { d.proofs.clear(); });
    row("another's checkpoint", CheckName::Proofs, u"checkpoint_signature"_s, [](Draft& d) {
        d.proofs[0].checkpoints[0].signature[30] = char(d.proofs[0].checkpoints[0].signature[30] ^ 1);
    });
    row("statement of another", CheckName::Ledger, u"statement_mismatch"_s,
        [](Draft& d) { d.statement.exporter = crypto::sha256({}); });
    row("statement counts less", CheckName::Ledger, u"statement_mismatch"_s,
        [](Draft& d) { d.statement.logs[0].entries = 3; });
    row("statement names a dossier twice", CheckName::Ledger, u"statement_mismatch"_s,
        [](Draft& d) { d.statement.dossiers.push_back(d.statement.dossiers[0]); });
    row("statement leaves a dossier out", CheckName::Ledger, u"statement_mismatch"_s,
        [](Draft& d) { d.statement.dossiers.pop_back(); });
    row("statement names another kind", CheckName::Ledger, u"statement_mismatch"_s,
        [](Draft& d) { d.statement.dossiers[0].kind = u"case"_s; });
    row("statement of another version", CheckName::Ledger, u"malformed"_s,
        [](Draft& d) { d.files["data/statement.json"] = "{\"v\":2}"; });
    row("no certificate", CheckName::Ledger, u"certificate_missing"_s, [](Draft& d) {
        std::erase_if(d.files, [](const auto& f) { return f.first.startsWith("data/certificates/"); });
    });
    row("altered original", CheckName::Originals, u"original_altered"_s,
        [original](Draft& d) { original(d)->second += 'x'; });
    row("missing original", CheckName::Originals, u"original_missing"_s,
        [original](Draft& d) { d.files.erase(original(d)); });
    row("original of no record", CheckName::Originals, u"original_unnamed"_s, [](Draft& d) {
        d.files["data/originals/" + crypto::sha256(view(QByteArray("x"))).hex().toLatin1() + ".jpg"] = "x";
    });
    row("another sealed value", CheckName::Ledger, u"disclosure_wrong"_s, [](Draft& d) {
        QByteArray& lines = d.files["data/disclosures.jsonl"];
        lines.replace("WyJaaXd5", "WyJaaXd6");
    });
    row("entry not canonical", CheckName::Ledger, u"entry_malformed"_s, [](Draft& d) {
        QByteArray lines;
        for (const ledger::Entry& entry : d.entries)
            lines += QByteArray(entry.bytes).replace("\"v\":1", "\"v\": 1") + '\n';
        d.files["data/entries.jsonl"] = lines;
    });
    row("two hundred levels", CheckName::Ledger, u"entry_malformed"_s,
        [](Draft& d) { d.files["data/entries.jsonl"] = QByteArray(200, '[') + QByteArray(200, ']') + '\n'; });
}

void TestVerifyBundle::insiders() {
    QFETCH(const std::function<void(Draft&)>, bend);
    QFETCH(const int, check);
    QFETCH(const QString, reason);
    Draft draft;
    bend(draft);
    const BundleReport report = verify(draft);
    QVERIFY(!report.ok());
    if (!says(report, static_cast<CheckName>(check), reason)) {
        for (const Check& c : report.checks)
            for (const Problem& problem : c.problems)
                qWarning() << name(c.name) << problem.reason << problem.thing << problem.detail;
        QFAIL("not refused for the expected reason");
    }
}

void TestVerifyBundle::everyByteOfTheFile() {
    const QString path = Draft().pack(m_folder);
    const QByteArray good = readFile(path, 1 << 20).value();
    const QString bent = m_folder.filePath(u"bent.bundle.zip"_s);
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    qInfo("seed %u", seed);
    constexpr int step = 7;
    for (qsizetype at = random.bounded(step); at < good.size(); at += step) {
        QByteArray bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        QFile file(bent);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto report = verifyBundle(bent, {});
        // A changed header may still be a sound ZIP of the same files: then it is said to be packed anew.
        QVERIFY2(report && (!report->ok() || report->packing == Packing::Repacked),
                 qPrintable(u"byte %1"_s.arg(at)));
    }
}

void TestVerifyBundle::anotherSigner() {
    Draft draft;
    draft.officer = Officer();  // signs what another wrote, and encloses his own certificate as the signer's
    draft.files["signature/officer.pem"] = draft.officer.certificate.pem();
    QVERIFY(says(verify(draft), CheckName::Ledger, u"statement_mismatch"_s));
    Draft twin;
    twin.files["signature/officer.pem"] =
        crypto::Certificate::selfSigned(twin.officer.key, twin.officer.certificate.officer(), 0)
            .value()
            .pem();
    QVERIFY(says(verify(twin), CheckName::Signature, u"signature_wrong"_s));
}

void TestVerifyBundle::notABundle() {
    const QString path = m_folder.filePath(u"text"_s);
    QVERIFY(writeFileDurably(path, view(QByteArray("hello"))));
    const BundleReport report = verifyBundle(path, {}).value();
    QVERIFY(says(report, CheckName::Container, u"not_a_zip"_s));
    QVERIFY(says(report, CheckName::Originals, u"not_reached"_s));
    QCOMPARE(verifyBundle(m_folder.filePath(u"none"_s), {}).error().kind, ErrorKind::NotFound);
}

QTEST_APPLESS_MAIN(TestVerifyBundle)
#include "test_verify_bundle.moc"
