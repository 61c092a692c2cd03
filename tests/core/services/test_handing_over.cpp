#include "core/bundle/verify_bundle.h"
#include "core/domain/kinds.h"
#include "core/services/handing_over.h"
#include "core/services/upkeep.h"
#include "core/store/copy_store.h"
#include "core/store/projections.h"
#include "core/store/sealed_values.h"
#include "tests/support/bag_fixture.h"

#include <QDirIterator>
#include <QtTest>

using namespace chayan;
using namespace chayan::test;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs now = 1795485600000;

class TickingClock : public Clock {
  public:
    ClockReading read() const override { return {now + ++m_ticks, u"boot"_s, m_ticks, u"none"_s}; }

  private:
    mutable std::atomic<qint64> m_ticks = 0;
};

/// One installation: a store and its officer.
struct Office {
    std::unique_ptr<store::Store> books;
    std::shared_ptr<const store::Signer> signer;

    Office(const QString& folder, const QString& name) {
        const auto key = crypto::OfficerKey::generate().value();
        signer = std::make_shared<store::Signer>(
            store::Signer{key, crypto::Certificate::selfSigned(key, {name, u"1"_s, u"局"_s, {}}, 0).value(),
                          crypto::SealKey::random().value()});
        books = store::Store::create(folder, *signer, "key"_ba, std::make_shared<TickingClock>(), u"test"_s)
                    .value();
    }

    Status append(const DossierId& dossier, const QString& kind, const Json& body) {
        return books
            ->write(signer,
                    [&](store::Draft& draft) -> Status {
                        CHAYAN_TRY(const ledger::Entry entry, draft.append(dossier, kind, body));
                        return {};
                    })
            .get();
    }
    Status append(const DossierId& dossier, const domain::Body& body) {
        return append(dossier, domain::kindOf(body), domain::writeBody(body));
    }
    DossierId visit(const QString& title) {
        const DossierId id = DossierId::random();
        if (!append(id, domain::DossierOpened{u"visit"_s, {}}) ||
            !append(id, domain::FieldSet{u"title"_s, title}))
            qFatal("no visit");
        return id;
    }
    /// Adds a file of noise as an original.
    Digest original(const DossierId& dossier, const QString& folder, const QString& type, qint64 size,
                    quint32 seed) {
        const QString path = folder + u"/original"_s;
        put(path, noise(size, seed));
        const UniqueFd fd = openForReading(path).value();
        const store::StoredOriginal stored = books->vault().add(fd.get(), path).value();
        const domain::OriginalAdded body{ItemId::random(), stored.sha256,
                                         stored.size,      type,
                                         u"imported"_s,    signer->certificate.fingerprint().hex()};
        const auto job = [&](store::Draft& draft) -> Status {
            CHAYAN_CHECK(draft.learnt().addOriginal(stored.sha256, stored.size));
            CHAYAN_TRY(const ledger::Entry entry,
                       draft.append(dossier, domain::kindOf(body), domain::writeBody(body)));
            return {};
        };
        if (!books->write(signer, job).get())
            qFatal("no original");
        return stored.sha256;
    }

    Result<services::HandedOver> handOver(const QString& out, const std::vector<DossierId>& dossiers,
                                          const Progress& progress = {}, bool redact = false) {
        services::HandOver what;
        what.dossiers = dossiers;
        what.out = out;
        what.redact = redact;
        return services::handOver(*books, signer, what, now, progress);
    }

    /// Takes another installation's log over as if it had come with bundles.
    void takeOver(Office& other) {
        const auto taken =
            books
                ->write(signer,
                        [&](store::Draft& draft) {
                            return copyLog(draft.database(), other.books->folder() + u"/store.sqlite"_s);
                        })
                .get();
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().detail));
    }

  private:
    /// Row by row over a second connection: a database cannot be attached inside a transaction.
    static Status copyLog(store::Database& here, const QString& from) {
        CHAYAN_TRY(store::Database there, store::Database::open(from, store::Database::Mode::ReadOnly));
        const qint64 row = 2;
        const auto copy = [&](const char* select, const char* insert, int columns) -> Status {
            store::Query source = there.prepare(select);
            while (true) {
                CHAYAN_TRY(const bool more, source.step());
                if (!more)
                    return {};
                store::Query target = here.prepare(insert);
                target.bind(row);
                for (int i = 0; i < columns; ++i)
                    target.bind(source.blob(i));
                CHAYAN_CHECK(target.run());
            }
        };
        CHAYAN_CHECK(copy("SELECT hash FROM log WHERE id=1", "INSERT INTO log(id, hash) VALUES(?, ?)", 1));
        CHAYAN_CHECK(
            copy("SELECT hash, seq, dossier, kind, officer, bytes FROM entry WHERE log=1",
                 "INSERT OR IGNORE INTO entry(log, hash, seq, dossier, kind, officer, bytes) VALUES(?, ?, "
                 "CAST(? AS INTEGER), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?)",
                 6));
        CHAYAN_CHECK(
            copy("SELECT level, place, hash FROM tree_node WHERE log=1",
                 "INSERT OR IGNORE INTO tree_node(log, level, place, hash) VALUES(?, CAST(? AS INTEGER), "
                 "CAST(? AS INTEGER), ?)",
                 3));
        CHAYAN_CHECK(
            copy("SELECT size, first, officer, root, body, signature, seen FROM checkpoint WHERE log=1",
                 "INSERT OR IGNORE INTO checkpoint(log, size, first, officer, root, body, signature, seen) "
                 "VALUES(?, CAST(? AS INTEGER), CAST(? AS INTEGER), ?, ?, ?, ?, CAST(? AS INTEGER))",
                 7));
        CHAYAN_CHECK(copy("SELECT fingerprint, der FROM certificate",
                          "INSERT OR IGNORE INTO certificate(fingerprint, der) SELECT ?2, ?3 WHERE ?1", 2));
        store::Query dossiers = here.prepare("SELECT DISTINCT dossier FROM entry WHERE log=2");
        std::vector<DossierId> all;
        while (true) {
            CHAYAN_TRY(const bool more, dossiers.step());
            if (!more)
                break;
            all.push_back(*DossierId::fromText(dossiers.text(0)));
        }
        for (const DossierId& dossier : all)
            CHAYAN_CHECK(store::reproject(here, dossier));
        return {};
    }
};

/// Our verifier and the stock tools, on one bundle.
void judge(const QString& bundle, const store::Signer& signer, const QString& scratch,
           QString* root = nullptr) {
    const auto report = bundle::verifyBundle(bundle, {});
    QVERIFY(report);
    for (const bundle::Check& check : report->checks)
        QVERIFY2(check.ok(),
                 check.ok() ? "" : qPrintable(check.problems[0].reason + check.problems[0].detail));
    QDir(scratch).removeRecursively();
    QVERIFY(QDir().mkpath(scratch));
    QByteArray said;
    QVERIFY2(run(u"unzip"_s, {u"-q"_s, bundle}, scratch, &said) == 0, said.constData());
    const QString folder =
        scratch + u'/' + QDir(scratch).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    put(folder + u"/../officer.pem"_s, signer.certificate.pem());
    QVERIFY2(
        run(u"sha256sum"_s, {u"--quiet"_s, u"-c"_s, u"manifest-sha256.txt"_s, u"tagmanifest-sha256.txt"_s},
            folder, &said) == 0,
        said.constData());
    QVERIFY2(run(u"openssl"_s,
                 {u"cms"_s, u"-verify"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                  u"signature/tagmanifest-sha256.txt.p7s"_s, u"-content"_s, u"tagmanifest-sha256.txt"_s,
                  u"-CAfile"_s, u"../officer.pem"_s, u"-partial_chain"_s, u"-no_check_time"_s, u"-out"_s,
                  u"/dev/null"_s},
                 folder, &said) == 0,
             said.constData());
    if (root != nullptr)
        *root = folder;
}

}  // namespace

class TestHandingOver : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void oneLog();
    void severalLogs();
    void officersOfTheLog();
    void goesOnFromWhatWasShown();
    void firstActOfACopy();
    void forkedIsRefused();
    void partsThatDoNotJoin();
    void nothingStaysBehind();
    void redacted();

  private:
    QTemporaryDir m_folder;
    QString at(const QString& name) const { return m_folder.filePath(name); }
};

void TestHandingOver::oneLog() {
    Office office(at(u"one"_s), u"张三"_s);
    const DossierId visit = office.visit(u"仓库"_s);
    std::ignore = office.visit(u"别处"_s);
    QMap<QString, QString> names;
    for (const auto& [type, ending] : {std::pair{u"image/jpeg"_s, u"jpg"_s},
                                       {u"image/heic"_s, u"heic"_s},
                                       {u"video/mp4"_s, u"mp4"_s},
                                       {u"application/octet-stream"_s, u"bin"_s}}) {
        const auto seed = static_cast<quint32>(names.size() + 1);
        names[type] =
            office.original(visit, at(u"scratch1"_s), type, 1000 * seed, seed).hex() + u'.' + ending;
    }
    // One that is not here any more.
    const Digest gone = office.original(visit, at(u"scratch1"_s), u"image/png"_s, 10, 99);
    QVERIFY(office.books
                ->write(office.signer,
                        [&](store::Draft& draft) -> Status {
                            store::Query drop =
                                draft.database().prepare("DELETE FROM original WHERE sha256=?");
                            return drop.bind(gone).run();
                        })
                .get());
    const QString out = at(u"one.bundle.zip"_s);
    const auto handed = office.handOver(out, {visit});
    QVERIFY2(handed, handed ? "" : qPrintable(handed.error().detail));
    QCOMPARE(handed->dossiers, 1);
    QCOMPARE(handed->entries, 8);
    QCOMPARE(handed->originals, 4);
    QCOMPARE(handed->statement.withheldOriginals, 1);
    QString folder;
    judge(out, *office.signer, at(u"unpacked"_s), &folder);
    QCOMPARE(QDir(folder + u"/data/originals"_s).entryList(QDir::Files).size(), 4);
    for (const QString& name : std::as_const(names))
        QVERIFY2(QFile::exists(folder + u"/data/originals/"_s + name), qPrintable(name));
    QVERIFY(!get(folder + u"/data/entries.jsonl"_s).contains("\xe5\x88\xab\xe5\xa4\x84"));  // 别处
    QCOMPARE(office.handOver(out, {visit}).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(office.handOver(at(u"x"_s), {DossierId::random()}).error().kind, ErrorKind::NotFound);
}

void TestHandingOver::severalLogs() {
    Office one(at(u"several1"_s), u"张三"_s);
    Office two(at(u"several2"_s), u"李四"_s);
    const DossierId visit = one.visit(u"甲"_s);
    two.takeOver(one);
    // Both go on unaware of each other, then the second hears of the first's.
    QVERIFY(one.append(visit, domain::FieldSet{u"place"_s, u"成都"_s}));
    QVERIFY(two.append(visit, domain::FieldSet{u"place"_s, u"绵阳"_s}));
    QVERIFY(two.append(visit, domain::FieldSet{u"notes"_s, u"乙"_s}));
    std::ignore = two.visit(u"丙"_s);
    // As if nothing of the first's log had been here: it comes again, longer.
    const auto forget = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(
            draft.database().execute("DELETE FROM checkpoint WHERE log=2; DELETE FROM tree_node WHERE log=2; "
                                     "DELETE FROM entry WHERE log=2; DELETE FROM log WHERE id=2;"));
        return store::rebuildProjections(draft.database());
    };
    QVERIFY(two.books->write(two.signer, forget).get());
    two.takeOver(one);
    const QString out = at(u"several.bundle.zip"_s);
    const auto handed = two.handOver(out, {visit});
    QVERIFY2(handed, handed ? "" : qPrintable(handed.error().detail));
    QCOMPARE(handed->statement.logs.size(), 2u);
    QString folder;
    judge(out, *two.signer, at(u"unpacked"_s), &folder);
    // Ancestors stand first, ties in the order of the logs: the same on every replica.
    const QByteArray lines = get(folder + u"/data/entries.jsonl"_s);
    QCOMPARE(lines.count('\n'), 7);  // two openings, and five of the visit
    QCOMPARE(QDir(folder + u"/data/certificates"_s).entryList(QDir::Files).size(), 2);
    // Passed on by one who has no part in it, the same entries in the same order.
    Office three(at(u"several3"_s), u"王五"_s);
    three.takeOver(one);
    const auto whole = three.handOver(at(u"passed.bundle.zip"_s), {});
    QVERIFY2(whole, whole ? "" : qPrintable(whole.error().detail));
    judge(at(u"passed.bundle.zip"_s), *three.signer, at(u"unpacked"_s));
    QCOMPARE(whole->statement.scope, u"complete"_s);
    QCOMPARE(whole->statement.logs.size(), 2u);
}

void TestHandingOver::officersOfTheLog() {
    Office office(at(u"officers"_s), u"张三"_s);
    const DossierId visit = office.visit(u"甲"_s);
    const DossierId log = *DossierId::fromText(
        ledger::parseCheckpoint(office.handOver(at(u"before.zip"_s), {visit})->checkpoint)->log.hex());
    // Between what belongs to every bundle stand entries that stay at home.
    const auto key = crypto::OfficerKey::generate().value();
    const auto second = crypto::Certificate::selfSigned(key, {u"李四"_s, u"2"_s, u"局"_s, {}}, 0).value();
    const auto about = [&](const QString& kind) {
        return office.books
            ->write(
                office.signer,
                [&](store::Draft& draft) -> Status {
                    store::Query insert = draft.database().prepare(
                        "INSERT OR IGNORE INTO certificate(fingerprint, der) VALUES(?, ?)");
                    CHAYAN_CHECK(insert.bind(second.fingerprint()).bind(second.der()).run());
                    CHAYAN_TRY(
                        const ledger::Entry entry,
                        draft.append(log, kind,
                                     Json(Json::Object{{"certificate", Json(second.fingerprint().hex())}})));
                    return {};
                })
            .get();
    };
    QVERIFY(about(u"officer.admitted"_s));
    const auto first =
        std::exchange(office.signer, std::make_shared<const store::Signer>(store::Signer{key, second}));
    QVERIFY(office.append(visit, domain::FieldSet{u"notes"_s, u"乙"_s}));
    QVERIFY(office.handOver(at(u"between.zip"_s), {visit}));
    office.signer = first;
    QVERIFY(about(u"officer.retired"_s));
    const QString out = at(u"officers.bundle.zip"_s);
    const auto handed = office.handOver(out, {visit});
    QVERIFY2(handed, handed ? "" : qPrintable(handed.error().detail));
    QString folder;
    judge(out, *office.signer, at(u"unpacked"_s), &folder);
    const QByteArray lines = get(folder + u"/data/entries.jsonl"_s);
    QVERIFY(lines.contains("officer.admitted") && lines.contains("officer.retired"));
    QVERIFY(!lines.contains("bundle.exported"));
}

void TestHandingOver::goesOnFromWhatWasShown() {
    Office office(at(u"shown"_s), u"张三"_s);
    const DossierId visit = office.visit(u"甲"_s);
    std::vector<qint64> sizes;
    for (int i = 0; i < 3; ++i) {
        const QString out = at(u"shown%1.zip"_s.arg(i));
        const auto handed = office.handOver(out, {visit});
        QVERIFY2(handed, handed ? "" : qPrintable(handed.error().detail));
        QString folder;
        judge(out, *office.signer, at(u"unpacked"_s), &folder);
        const auto proofs = parseCanonical(view(get(folder + u"/data/proofs.json"_s)))
                                .and_then([](const Json& json) { return ledger::proofsFrom(json); })
                                .value();
        std::vector<qint64> from;
        for (const ledger::ConsistencyProof& proof : proofs[0].consistency)
            from.push_back(proof.from);
        QCOMPARE(from, sizes);
        sizes.push_back(handed->statement.logs[0].size);
    }
}

/// It speaks of its new log, and what it let out is recorded there.
void TestHandingOver::firstActOfACopy() {
    Office office(at(u"copied"_s), u"张三"_s);
    const DossierId visit = office.visit(u"甲"_s);
    QVERIFY(store::copyStore(*office.books, at(u"copy"_s), now));
    office.books = store::Store::open(at(u"copy"_s), std::make_shared<TickingClock>()).value();
    QVERIFY(office.books->recovery().fromCopy);
    const QString out = at(u"copy.zip"_s);
    const auto handed = office.handOver(out, {visit});
    QVERIFY2(handed, handed ? "" : qPrintable(handed.error().detail));
    judge(out, *office.signer, at(u"unpacked_copy"_s), nullptr);
    QCOMPARE(handed->statement.logs.size(), 2U);
    const auto report = services::checkStore(*office.books, {});
    QVERIFY(report);
    for (const store::Finding& finding : report->findings)
        qWarning() << finding.what << finding.where << finding.detail;
    QVERIFY(report->findings.empty());
}

void TestHandingOver::forkedIsRefused() {
    Office office(at(u"fork"_s), u"张三"_s);
    const DossierId visit = office.visit(u"甲"_s);
    const DossierId apart = office.visit(u"乙"_s);
    // A second branch of the own log, with an entry of the visit that is not in the first.
    const auto job = [&](store::Draft& draft) -> Status {
        store::Database& database = draft.database();
        CHAYAN_CHECK(
            database.execute("INSERT INTO log(id, hash, branch) SELECT 9, hash, 1 FROM log WHERE id=1"));
        store::Query entry = database.prepare(
            "INSERT INTO entry(hash, log, seq, dossier, kind, officer, bytes) SELECT zeroblob(32), 9, seq, "
            "dossier, "
            "kind, officer, bytes FROM entry WHERE dossier=? ORDER BY seq DESC LIMIT 1");
        return entry.bind(visit.text()).run();
    };
    QVERIFY(office.books->write(office.signer, job).get());
    const auto refused = office.handOver(at(u"fork.zip"_s), {visit});
    QCOMPARE(refused.error().kind, ErrorKind::Forked);
    QCOMPARE(refused.error().thing, visit.text());
    QVERIFY(office.handOver(at(u"apart.zip"_s), {apart}));
    // One that cannot go does not keep the others here, and the statement does not say that all went.
    const QString out = at(u"all.zip"_s);
    const auto all = office.handOver(out, {});
    QVERIFY2(all, all ? "" : qPrintable(all.error().detail));
    QCOMPARE(all->leftOut, std::vector{visit});
    QCOMPARE(all->dossiers, 1);
    QCOMPARE(all->statement.scope, u"selected"_s);
    judge(out, *office.signer, at(u"unpacked_all"_s), nullptr);
}

void TestHandingOver::partsThatDoNotJoin() {
    Office one(at(u"join1"_s), u"张三"_s);
    Office two(at(u"join2"_s), u"李四"_s);
    const DossierId visit = one.visit(u"甲"_s);
    while (one.books->reader()->integer("SELECT count(*) FROM entry").value() < 10)
        QVERIFY(one.append(DossierId::random(), domain::DossierOpened{u"visit"_s, {}}));
    two.takeOver(one);
    const auto drop = [&](const char* sql) {
        return two.books
            ->write(two.signer, [&](store::Draft& draft) { return draft.database().execute(sql); })
            .get();
    };
    // Under the newest checkpoint it cannot be proven, under the seventh it can.
    QVERIFY(
        drop("DELETE FROM tree_node WHERE log=2 AND (level, place) NOT IN (VALUES (1, 2));"
             "DELETE FROM entry WHERE log=2 AND seq IN (4, 5, 7, 8, 9)"));
    const auto joined = two.handOver(at(u"joined.zip"_s), {visit});
    QVERIFY2(joined, joined ? "" : qPrintable(joined.error().detail));
    QVERIFY(std::ranges::any_of(joined->statement.logs, [](const auto& log) { return log.size == 7; }));
    judge(at(u"joined.zip"_s), *two.signer, at(u"unpacked"_s));
    QVERIFY(drop("DELETE FROM checkpoint WHERE log=2 AND size<8"));
    const auto refused = two.handOver(at(u"unjoined.zip"_s), {visit});
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    QCOMPARE(refused.error().thing, visit.text());
}

void TestHandingOver::nothingStaysBehind() {
    Office office(at(u"behind"_s), u"张三"_s);
    const DossierId visit = office.visit(u"甲"_s);
    for (quint32 i = 0; i < 20; ++i)
        std::ignore = office.original(visit, at(u"scratch2"_s), u"image/jpeg"_s, 300'000, i);
    const QString target = at(u"target"_s);
    QVERIFY(QDir().mkpath(target));
    const auto left = [&] {
        return QDir(target).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    std::stop_source stop;
    Progress progress{{}, stop.get_token()};
    qint64 told = 0;
    progress.report = [&](qint64 done, qint64, const QString&) {
        told = std::max(told, done);
        if (done > 0)
            stop.request_stop();
    };
    const auto cancelled = office.handOver(target + u"/a.zip"_s, {visit}, progress);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    QVERIFY(told > 0);
    QCOMPARE(left(), QStringList());
    // Nothing of it is in the record either.
    store::Database database = office.books->reader().value();
    QCOMPARE(database.integer("SELECT count(*) FROM entry WHERE kind='bundle.exported'").value(), 0);
    QCOMPARE(database.integer("SELECT count(*) FROM shown_size").value(), 0);
    // An original that changed in the vault stops it.
    QVERIFY(QDir(at(u"behind/originals"_s)).exists());
    store::Query any = database.prepare("SELECT sha256 FROM original LIMIT 1");
    QVERIFY(any.step().value());
    put(office.books->vault().pathOf(any.digest(0).value()), noise(300'000, 77));
    QCOMPARE(office.handOver(target + u"/a.zip"_s, {visit}).error().kind, ErrorKind::Damaged);
    QCOMPARE(left(), QStringList());
    QCOMPARE(office.handOver(at(u"no/such/folder/a.zip"_s), {visit}).error().kind, ErrorKind::NotFound);
}

void TestHandingOver::redacted() {
    Office office(at(u"redacted"_s), u"张三"_s);
    const DossierId visit = DossierId::random();
    const QStringList secrets{u"赵举报"_s, u"13800138000"_s, u"机密照片.jpg"_s};
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(
            store::openDossier(draft, visit, u"visit"_s,
                               {{u"complainant_name"_s, secrets[0]}, {u"complainant_phone"_s, secrets[1]}}));
        CHAYAN_TRY(
            const ledger::Entry entry,
            draft.append(visit, u"field.set"_s, domain::writeBody(domain::FieldSet{u"title"_s, u"甲"_s})));
        return {};
    };
    QVERIFY(office.books->write(office.signer, job).get());
    std::ignore = office.original(visit, at(u"scratch3"_s), u"image/jpeg"_s, 1000, 5);
    store::Database database = office.books->reader().value();
    store::Query added = database.prepare("SELECT bytes FROM entry WHERE kind='original.added'");
    QVERIFY(added.step().value());
    const QString item = *ledger::parseEntry(added.blob(0))->body.stringAt("item");
    QVERIFY(office.books
                ->write(office.signer,
                        [&](store::Draft& draft) {
                            return store::setSealed(draft, visit, {{u"original_name/"_s + item, secrets[2]}});
                        })
                .get());

    const auto everything = [](const QString& folder) {
        QByteArray all;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            all += get(files.next());
        return all;
    };
    QString folder;
    const auto open = office.handOver(at(u"open.zip"_s), {visit});
    QVERIFY2(open, open ? "" : qPrintable(open.error().detail));
    QCOMPARE(open->disclosed, 3);
    QCOMPARE(open->statement.withheldValues, 0);
    judge(at(u"open.zip"_s), *office.signer, at(u"unpacked"_s), &folder);
    for (const QString& secret : secrets)
        QVERIFY2(get(folder + u"/view/index.html"_s).contains(secret.toUtf8()), qPrintable(secret));

    const auto closed = office.handOver(at(u"closed.zip"_s), {visit}, {}, true);
    QVERIFY2(closed, closed ? "" : qPrintable(closed.error().detail));
    QCOMPARE(closed->disclosed, 0);
    QCOMPARE(closed->statement.withheldValues, 3);
    judge(at(u"closed.zip"_s), *office.signer, at(u"unpacked"_s), &folder);
    const QByteArray all = everything(folder);
    QVERIFY(all.contains("view/index.html"));
    for (const QString& secret : secrets) {
        QVERIFY2(!all.contains(secret.toUtf8()), qPrintable(secret));
        QVERIFY2(!get(at(u"closed.zip"_s)).contains(secret.toUtf8()), qPrintable(secret));
    }
    QVERIFY(!all.contains("complainant"));
}

QTEST_GUILESS_MAIN(TestHandingOver)
#include "test_handing_over.moc"
