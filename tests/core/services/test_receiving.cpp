#include "core/services/handing_over.h"
#include "core/services/receipts.h"
#include "core/services/receiving.h"
#include "core/services/visits.h"
#include "core/store/check.h"
#include "core/store/traffic.h"
#include "tests/support/programs.h"
#include "tests/support/sending_office.h"

#include <QDir>
#include <QDirIterator>
#include <QtTest>

using namespace chayan;
using namespace chayan::services;
using namespace Qt::StringLiterals;

class TestReceiving : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void takesInAndShowsTheSame();
    void theSameTwiceChangesNothing();
    void asksForTrust();
    void refusesAndLeavesNothing();
    void provesWhatCameUnderSeveralTips();
    void receiptsComeHome();
    void keepsBothBranchesOfAFork();
    void saysFromWhereAForkDiffers();
    void goesOnInANewLogAfterARollback();
    void compromisedKeys();

  private:
    QTemporaryDir m_folder;
    int m_offices = 0;
    Office office(const QString& name) {
        return Office(m_folder.filePath(u"office%1"_s.arg(++m_offices)), name);
    }
    static void copy(const QString& from, const QString& to) { QVERIFY(test::copyFolder(from, to)); }
    static std::vector<store::Finding> findings(const Office& at) {
        store::Database database = at.store->reader().value();
        return store::check(database, at.store->vault(), store::Beside::Nobody).value().findings;
    }
    static void checkIsClean(const Office& at) {
        for (const store::Finding& finding : findings(at))
            QFAIL(qPrintable(finding.what + u' ' + finding.where + u' ' + finding.detail));
    }
};

void TestReceiving::takesInAndShowsTheSame() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    const DossierId visit = a.visit(u"仓库检查"_s);
    a.set(visit, u"place"_s, u"成都"_s);
    const Digest photo = a.addOriginal(visit, QByteArray(300'000, 'p'));
    const Imported imported = b.receive(a.send({visit}));
    QVERIFY(!imported.refusal);
    QCOMPARE(imported.imported.dossiers, 1);
    QCOMPARE(imported.imported.entries, 4);
    QCOMPARE(imported.imported.originals, 1);
    QCOMPARE(imported.alreadyThere.entries, 0);
    QVERIFY(readDossier(*a.store, visit).value() == readDossier(*b.store, visit).value());
    QCOMPARE(b.store->vault().measure(photo).value().sha256, photo);
    QCOMPARE(b.count("SELECT count(*) FROM entry WHERE kind='bundle.imported'"), 1);
    QCOMPARE(b.count("SELECT count(*) FROM traffic WHERE direction='received'"), 1);
    checkIsClean(b);
    // What B adds builds on A's newest entry.
    b.set(visit, u"notes"_s, u"已核"_s);
    const domain::Dossier dossier = readDossier(*b.store, visit).value();
    QCOMPARE(dossier.heads.size(), 1U);
    QVERIFY(dossier.missing.empty());
    QCOMPARE(dossier.value(u"notes"), u"已核"_s);
    // Traffic can be made again from the entries.
    const QByteArray before = b.dump();
    QVERIFY(
        b.store->write(b.signer, [](store::Draft& d) { return store::rebuildTraffic(d.database()); }).get());
    QCOMPARE(b.dump(), before);
}

void TestReceiving::theSameTwiceChangesNothing() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    const DossierId visit = a.visit(u"一"_s);
    a.addOriginal(visit, "photo"_ba);
    const QString bundle = a.send({visit});
    b.receive(bundle);
    const QByteArray before = b.dump();
    const Imported again = b.receive(bundle);
    QCOMPARE(again.imported.entries + again.imported.dossiers + again.imported.originals, 0);
    QCOMPARE(again.alreadyThere.dossiers, 1);
    QCOMPARE(again.alreadyThere.entries, 3);
    QCOMPARE(again.alreadyThere.originals, 1);
    QCOMPARE(b.dump(), before);
    // Home again, nothing is new either.
    const QByteArray home = a.dump();
    QCOMPARE(a.receive(bundle).imported.entries, 0);
    QCOMPARE(a.dump(), home);
}

void TestReceiving::asksForTrust() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    const QString bundle = a.send({a.visit(u"一"_s)});
    const QByteArray before = b.dump();
    const Imported refused = b.receive(bundle, false);
    QVERIFY(refused.refusal && refused.refusal->kind == ErrorKind::Untrusted);
    QCOMPARE(refused.judgement.verdict, u"untrusted"_s);
    QVERIFY(!refused.receipt);
    QCOMPARE(b.dump(), before);
    b.trust(a);
    b.trust(a);
    QCOMPARE(b.count("SELECT count(*) FROM entry WHERE kind='trust.added'"), 1);
    const Imported taken = b.receive(bundle, false);
    QVERIFY(!taken.refusal);
    QCOMPARE(taken.judgement.verdict, u"valid"_s);
    checkIsClean(b);
}

void TestReceiving::refusesAndLeavesNothing() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    const DossierId visit = a.visit(u"一"_s);
    for (int i = 0; i < 20; ++i)
        a.addOriginal(visit, QByteArray(100'000, static_cast<char>(i)));
    const QString bundle = a.send({visit});
    const QByteArray before = b.dump();
    const QByteArray good = readFile(bundle, 1 << 24).value();
    for (const qsizetype at : {qsizetype{100}, good.size() / 2, good.size() - 30}) {
        QByteArray bent = good;
        bent[at] = static_cast<char>(bent[at] ^ 1);
        const QString path = bundle + u".bent"_s;
        QVERIFY(writeFileDurably(path, view(bent)));
        const Imported refused = b.receive(path);
        QVERIFY(refused.refusal && refused.refusal->kind == ErrorKind::InvalidBundle);
        QCOMPARE(b.dump(), before);
        QCOMPARE(b.files(), 0);
    }
    // Stopped after any number of reports.
    for (int reports = 0; reports < 4; ++reports) {
        std::stop_source stop;
        int seen = 0;
        const Progress progress{[&](qint64, qint64, const QString&) {
                                    if (seen++ == reports)
                                        stop.request_stop();
                                },
                                stop.get_token()};
        const auto stopped = importBundle(*b.store, b.signer, {bundle, true}, progress);
        if (stopped)
            break;  // it was quicker than its reports
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(b.dump(), before);
        QCOMPARE(b.files(), 0);
    }
    b.receive(bundle);
    QCOMPARE(b.files(), 20);
    checkIsClean(b);
}

void TestReceiving::provesWhatCameUnderSeveralTips() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    std::vector<DossierId> visits;
    for (int i = 0; i < 6; ++i) {
        visits.push_back(a.visit(QString::number(i)));
        for (int k = 0; k < 5 + i * 3; ++k)
            a.set(visits.back(), u"notes"_s, QString::number(k));
        b.receive(a.send({visits.back()}));
    }
    // The last tip joins what came under it, and what came under the one before its own part.
    store::Database database = b.store->reader().value();
    store::Query query =
        database.prepare("SELECT id FROM log WHERE hash=(SELECT log FROM (SELECT ? AS log))");
    store::Database home = a.store->reader().value();
    const qint64 own = store::ownLogRow(home).value();
    store::Query hash = home.prepare("SELECT hash FROM log WHERE id=?");
    QVERIFY(hash.bind(own).step().value());
    QVERIFY(query.bind(hash.blob(0)).step().value());
    const qint64 row = query.integer(0);
    const store::StoredTree here(database, row);
    const store::StoredTree there(home, own);
    store::Query tips = database.prepare("SELECT size, root FROM checkpoint WHERE log=?");
    tips.bind(row);
    int proven = 0;
    while (tips.step().value()) {
        const qint64 size = tips.integer(0);
        QCOMPARE(ledger::rootAt(there, size).value(), tips.digest(1).value());
        store::Query entries = database.prepare("SELECT seq, hash FROM entry WHERE log=? AND seq<?");
        entries.bind(row).bind(size);
        while (entries.step().value()) {
            const auto proof = ledger::rangeProof(here, size, entries.integer(0), 1);
            if (!proof)
                continue;  // its tip and this one are not joined
            ++proven;
            const Digest leaf = entries.digest(1).value();
            QCOMPARE(ledger::rootFromRange(size, entries.integer(0), {&leaf, 1}, *proof),
                     std::optional(tips.digest(1).value()));
        }
    }
    QVERIFY(proven > 60);
}

void TestReceiving::receiptsComeHome() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    const DossierId visit = a.visit(u"一"_s);
    const QString bundle = a.send({visit});
    const Imported imported = b.receive(bundle);
    const QByteArray receipt = canonical(ledger::toJson(*imported.receipt)).value();
    QCOMPARE(takeReceipt(*a.store, a.signer, receipt, u"r"_s, {}).error().kind, ErrorKind::Untrusted);
    QByteArray bent = receipt;
    bent[bent.indexOf("\"sig\":\"") + 40] ^= 1;
    const auto& certificate = b.signer->certificate;
    QCOMPARE(takeReceipt(*a.store, a.signer, bent, u"r"_s, certificate).error().kind, ErrorKind::BadInput);
    QCOMPARE(takeReceipt(*a.store, a.signer, "{}"_ba, u"r"_s, certificate).error().kind, ErrorKind::BadInput);
    const auto home = takeReceipt(*a.store, a.signer, receipt, u"r"_s, certificate);
    QVERIFY(home);
    QVERIFY(!home->alreadyThere);
    QVERIFY(takeReceipt(*a.store, a.signer, receipt, u"r"_s, certificate).value().alreadyThere);
    QCOMPARE(a.count("SELECT count(*) FROM entry WHERE kind='anchor.received'"), 1);
    // Nobody else's log is in it.
    Office c = office(u"丙"_s);
    QCOMPARE(takeReceipt(*c.store, c.signer, receipt, u"r"_s, certificate).error().kind, ErrorKind::NotFound);
    // From now on the bundle is known to have existed by then.
    store::Database database = a.store->reader().value();
    const bundle::VerifiedBundle verified = bundle::openBundle(bundle, {}).value();
    const Judgement judgement = judge(verified, store::TrustBook::load(database).value(), &database).value();
    QCOMPARE(judgement.times.size(), 2U);
    QVERIFY(judgement.times[0].wholeBundle);
    QCOMPARE(judgement.times[0].notLaterThan, home->receipt.at);
    QCOMPARE(judgement.times[1].size, verified.logs.begin()->second.checkpoints.back().checkpoint.size);
    checkIsClean(a);
}

void TestReceiving::keepsBothBranchesOfAFork() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    const DossierId visit = a.visit(u"一"_s);
    a.set(visit, u"place"_s, u"成都"_s);
    a.close();
    copy(a.folder, a.folder + u".copy"_s);
    a.open();
    a.set(visit, u"notes"_s, u"左"_s);
    const QString left = a.send({visit});
    a.close();
    const QString kept = a.folder;
    a.folder += u".copy"_s;
    a.open();
    a.set(visit, u"notes"_s, u"右"_s);
    const QString right = a.send({visit});
    QVERIFY(b.receive(left).forks.empty());
    const Imported forked = b.receive(right);
    QVERIFY(!forked.refusal);
    QCOMPARE(forked.forks.size(), 1U);
    QCOMPARE(forked.forks[0].seq, 4);  // log.opened, opened, title, place, and then the notes
    QVERIFY(forked.forks[0].here != forked.forks[0].there);
    QCOMPARE(forked.imported.entries, 1);
    QCOMPARE(forked.conflicts, 1);
    QCOMPARE(b.count("SELECT count(*) FROM log"), 3);
    QCOMPARE(readDossier(*b.store, visit).value().heads.size(), 2U);
    const QByteArray before = b.dump();
    QCOMPARE(b.receive(right).forks.size(), 1U);
    QCOMPARE(b.receive(left).forks.size(), 1U);
    QCOMPARE(b.dump(), before);
    a.close();
    a.folder = kept;
    a.open();
}

/// Whatever subtrees above it differ too.
void TestReceiving::saysFromWhereAForkDiffers() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    const DossierId visit = a.visit(u"一"_s);
    while (a.count("SELECT count(*) FROM entry") < 9)
        a.set(visit, u"notes"_s, u"同"_s);
    a.close();
    copy(a.folder, a.folder + u".copy"_s);
    const auto goOn = [&](const QString& folder, const QString& notes) {
        a.folder = folder;
        a.open();
        for (int i = 0; i < 30; ++i)
            a.set(visit, u"notes"_s, notes);
        const QString sent = a.send({visit});
        a.close();
        return sent;
    };
    const QString kept = a.folder;
    const QString right = goOn(kept + u".copy"_s, u"右"_s);
    const QString left = goOn(kept, u"左"_s);
    QVERIFY(b.receive(left).forks.empty());
    QCOMPARE(b.receive(right).forks.at(0).seq, 9);
    QCOMPARE(b.receive(left).forks.at(0).seq, 9);
    QCOMPARE(b.receive(right).forks.at(0).seq, 9);
    checkIsClean(b);
    a.open();
}

void TestReceiving::goesOnInANewLogAfterARollback() {
    Office a = office(u"甲"_s);
    const DossierId visit = a.visit(u"一"_s);
    a.close();
    copy(a.folder, a.folder + u".old"_s);
    a.open();
    a.set(visit, u"notes"_s, u"后来"_s);
    const QString later = a.send({visit});
    a.close();
    a.folder += u".old"_s;
    a.open();
    const qint64 logs = a.count("SELECT count(*) FROM log");
    const Imported home = a.receive(later);
    QVERIFY(home.ownLogWasBehind);
    QVERIFY(home.forks.empty());
    QCOMPARE(home.imported.entries, 1);
    QCOMPARE(a.count("SELECT count(*) FROM log"), logs + 1);
    QCOMPARE(readDossier(*a.store, visit).value().value(u"notes"), u"后来"_s);
    a.set(visit, u"notes"_s, u"现在"_s);
    a.close();
    a.open();
    QCOMPARE(readDossier(*a.store, visit).value().value(u"notes"), u"现在"_s);
    QVERIFY(!a.receive(later).ownLogWasBehind);
    // The new log names the last checkpoint of the old one.
    QCOMPARE(a.count("SELECT count(*) FROM entry WHERE kind='log.opened' "
                     "AND instr(CAST(bytes AS TEXT), '\"previous\"') > 0"),
             1);
}

void TestReceiving::compromisedKeys() {
    Office a = office(u"甲"_s);
    Office b = office(u"乙"_s);
    const DossierId visit = a.visit(u"一"_s);
    const QString early = a.send({visit});
    b.trust(a);
    b.receive(early, false);
    const UtcMs date = SystemClock().read().utc + 1;
    QVERIFY(b.store
                ->write(b.signer,
                        [&](store::Draft& draft) {
                            return store::removeTrust(draft, a.signer->certificate.fingerprint(), date);
                        })
                .get());
    const auto judged = [&](const QString& bundle) {
        store::Database database = b.store->reader().value();
        return judge(bundle::openBundle(bundle, {}).value(), store::TrustBook::load(database).value(),
                     &database)
            .value();
    };
    // The entries were seen before; who signs bundles today is another matter.
    QCOMPARE(judged(early).officers, std::vector{Standing::Trusted});
    QCOMPARE(judged(early).signer, Standing::Compromised);
    QCOMPARE(judged(early).verdict, u"untrusted"_s);
    a.set(visit, u"notes"_s, u"后来"_s);
    QCOMPARE(judged(a.send({visit})).officers, std::vector{Standing::Compromised});
    QCOMPARE(
        b.store->write(b.signer, [&](store::Draft& draft) { return store::removeTrust(draft, Digest{}, {}); })
            .get()
            .error()
            .kind,
        ErrorKind::NotFound);
}

QTEST_APPLESS_MAIN(TestReceiving)
#include "test_receiving.moc"
