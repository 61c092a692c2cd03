#include "core/crypto/digest.h"
#include "core/store/schema.h"
#include "core/store/vault.h"
#include "core/store/writer.h"
#include "tests/support/programs.h"
#include "tests/support/store_fixture.h"

#include <QtTest>

#include <set>

using namespace chayan;
using namespace chayan::store;
using namespace Qt::StringLiterals;

namespace {

Json field(const QString& name, const QString& value) {
    return Json(Json::Object{{"field", Json(name)}, {"value", Json(value)}});
}

}  // namespace

class TestStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void opensWhatItAskedFor();
    void startsAndGoesOn();
    void groupsAndUndoesOneJob();
    void runsBelongToOneOfficer();
    void sqliteAgrees();
    void vault();
    void vaultHoweverNamed();

  private:
    std::unique_ptr<Writer> writerOn(const QString& path, const std::shared_ptr<const Signer>& signer) {
        return chayan::test::writerOn(path, signer, m_clock);
    }
    static std::vector<ledger::Checkpoint> checkpoints(Database& database) {
        std::vector<ledger::Checkpoint> all;
        Query query = database.prepare("SELECT body FROM checkpoint ORDER BY size");
        while (query.step().value())
            all.push_back(ledger::parseCheckpoint(query.blob(0)).value());
        return all;
    }
    QTemporaryDir m_folder;
    std::shared_ptr<const Clock> m_clock = std::make_shared<test::TickingClock>();
};

void TestStore::opensWhatItAskedFor() {
    const QString path = m_folder.filePath(u"open.sqlite"_s);
    QVERIFY(!Database::open(path, Database::Mode::ReadWrite));  // never made by accident
    {
        Database database = Database::open(path, Database::Mode::Create).value();
        QCOMPARE(checkSchema(database).error().kind, ErrorKind::NotAStore);
        QVERIFY(migrate(database));
        QVERIFY(migrate(database));
        QCOMPARE(database.integer("PRAGMA user_version").value(), newestSchema());
        QVERIFY(database.execute("PRAGMA user_version=99"));
    }
    Database newer = Database::open(path, Database::Mode::ReadOnly).value();
    QCOMPARE(checkSchema(newer).error().kind, ErrorKind::NewerVersion);
    QCOMPARE(newer.execute("DELETE FROM meta").error().kind, ErrorKind::ReadOnly);
    QVERIFY(writeFileDurably(m_folder.filePath(u"junk"_s), view(QByteArray(5000, 'x'))));
    QCOMPARE(Database::open(m_folder.filePath(u"junk"_s), Database::Mode::ReadWrite).error().kind,
             ErrorKind::Damaged);
}

void TestStore::startsAndGoesOn() {
    const QString path = m_folder.filePath(u"log.sqlite"_s);
    const auto signer = test::officer(u"甲"_s);
    const DossierId visit = DossierId::random();
    for (int round = 0; round < 3; ++round) {
        const auto writer = writerOn(path, signer);
        for (int i = 0; i < 20; ++i) {
            auto done = writer->submit(signer, [&](Draft& draft) -> Status {
                CHAYAN_TRY(const ledger::Entry entry,
                           draft.append(visit, u"field.set"_s, field(u"title"_s, u"x"_s)));
                return {};
            });
            QVERIFY(done.get());
        }
    }
    Database database = Database::open(path, Database::Mode::ReadOnly).value();
    QCOMPARE(database.integer("SELECT count(*) FROM entry").value(), 61);
    QCOMPARE(database.integer("SELECT count(*) FROM head").value(), 2);
    // Every checkpoint, recomputed from the entries alone.
    ledger::Frontier frontier;
    std::vector<Digest> roots{ledger::emptyRoot()};
    Query entries = database.prepare("SELECT bytes FROM entry ORDER BY seq");
    Digest last;
    while (entries.step().value()) {
        const auto entry = ledger::parseEntry(entries.blob(0)).value();
        QCOMPARE(entry.seq, frontier.size());
        if (entry.seq > 1)
            QCOMPARE(entry.after, std::vector<Digest>{last});
        last = entry.hash;
        frontier.append(entry.hash);
        roots.push_back(frontier.root());
    }
    for (const ledger::Checkpoint& checkpoint : checkpoints(database)) {
        QCOMPARE(checkpoint.root, roots.at(static_cast<std::size_t>(checkpoint.size)));
        QCOMPARE(checkpoint.from, 0);
    }
}

void TestStore::groupsAndUndoesOneJob() {
    const QString path = m_folder.filePath(u"group.sqlite"_s);
    const auto signer = test::officer(u"甲"_s);
    std::vector<std::future<Status>> futures;
    {
        const auto writer = writerOn(path, signer);
        for (int i = 0; i < 200; ++i) {
            futures.push_back(writer->submit(signer, [i](Draft& draft) -> Status {
                CHAYAN_TRY(const ledger::Entry entry,
                           draft.append(DossierId::random(), u"field.set"_s, field(u"title"_s, u"x"_s)));
                if (i % 10 == 3)
                    return fail(ErrorKind::BadValue, u"title"_s);
                return {};
            }));
        }
    }
    int refused = 0;
    for (auto& future : futures)
        refused += future.get() ? 0 : 1;
    QCOMPARE(refused, 20);
    Database database = Database::open(path, Database::Mode::ReadOnly).value();
    QCOMPARE(database.integer("SELECT count(*) FROM entry").value(), 181);
    QCOMPARE(database.integer("SELECT max(seq) FROM entry").value(), 180);
    QVERIFY(checkpoints(database).size() < 181);  // grouped
    QVERIFY(OwnLog::load(database));
}

void TestStore::runsBelongToOneOfficer() {
    const QString path = m_folder.filePath(u"officers.sqlite"_s);
    const auto first = test::officer(u"甲"_s);
    const auto second = test::officer(u"乙"_s);
    {
        const auto writer = writerOn(path, first);
        std::vector<std::future<Status>> futures;
        futures.push_back(writer->submit(first, [&](Draft& draft) -> Status {
            CHAYAN_TRY(
                const ledger::Entry entry,
                draft.append(
                    draft.log().dossier(), u"officer.admitted"_s,
                    Json(Json::Object{{"certificate", Json(second->certificate.fingerprint().hex())}})));
            return {};
        }));
        for (int i = 0; i < 60; ++i) {
            const auto& signer = (i / 7) % 2 == 0 ? first : second;
            futures.push_back(writer->submit(signer, [](Draft& draft) -> Status {
                CHAYAN_TRY(const ledger::Entry entry,
                           draft.append(DossierId::random(), u"field.set"_s, field(u"title"_s, u"x"_s)));
                return {};
            }));
        }
        for (auto& future : futures)
            QVERIFY(future.get());
    }
    Database database = Database::open(path, Database::Mode::ReadOnly).value();
    const auto all = checkpoints(database);
    Query entries = database.prepare("SELECT seq, officer FROM entry ORDER BY seq");
    while (entries.step().value()) {
        const qint64 seq = entries.integer(0);
        const auto over = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.size > seq; });
        QVERIFY(over != all.end() && over->from <= seq);
        QCOMPARE(over->officer, entries.digest(1).value());
    }
    for (std::size_t i = 1; i < all.size(); ++i)
        QVERIFY(all[i].officer == all[i - 1].officer ? all[i].from == all[i - 1].from
                                                     : all[i].from == all[i - 1].size);
}

void TestStore::sqliteAgrees() {
    const QString path = m_folder.filePath(u"judge.sqlite"_s);
    const auto signer = test::officer(u"甲"_s);
    writerOn(path, signer).reset();
    QByteArray said;
    QCOMPARE(test::run(u"sqlite3"_s,
                       {path, u"PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA journal_mode;"_s},
                       {}, &said),
             0);
    QCOMPARE(said, QByteArray("ok\nwal\n"));
}

void TestStore::vaultHoweverNamed() {
    const QTemporaryDir folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    QVERIFY(QDir().mkpath(u"store/originals"_s));
    QVERIFY(writeFileDurably(u"picture"_s, view(QByteArray("picture"))));
    for (const QString& name : {u"store/originals"_s, u"store//originals"_s, u"store/originals/"_s,
                                u"./store/../store/originals"_s, folder.filePath(u"store//originals/"_s)}) {
        const Vault vault(name);
        const UniqueFd source = openForReading(u"picture"_s).value();
        const StoredOriginal original = vault.add(source.get(), u"picture"_s).value();
        // A sweep removes strays: an original must never be one.
        QCOMPARE(vault.strays().value(), std::vector<QString>{});
        QCOMPARE(vault.originalsOf(original.sha256.bytes[0]).value(), std::vector{original.sha256});
    }
    QVERIFY(QDir::setCurrent(before));
}

void TestStore::vault() {
    const QTemporaryDir folder;
    const Vault vault(folder.path());
    const QByteArray bytes(3'000'000, 'p');
    QVERIFY(writeFileDurably(m_folder.filePath(u"photo"_s), view(bytes)));
    const UniqueFd source = openForReading(m_folder.filePath(u"photo"_s)).value();
    const StoredOriginal stored = vault.add(source.get(), u"photo"_s).value();
    QCOMPARE(stored.sha256, crypto::sha256(view(bytes)));
    QCOMPARE(stored.size, bytes.size());
    QVERIFY(!stored.wasThere);
    QVERIFY(vault.add(source.get(), u"photo"_s).value().wasThere);
    QCOMPARE(readFile(vault.pathOf(stored.sha256), 1 << 22).value(), bytes);
    QCOMPARE(vault.originalsOf(stored.sha256.bytes[0]).value(), std::vector<Digest>{stored.sha256});
    QVERIFY(vault.originalsOf(stored.sha256.bytes[0] ^ 1).value().empty());
    QVERIFY(vault.strays().value().empty());
    // An interrupted copy shows as a stray, and a changed original is measured as what it now is.
    QVERIFY(writeFileDurably(folder.filePath(u".x.part"_s), view(bytes)));
    QCOMPARE(vault.strays().value().size(), 1U);
    QFile changed(vault.pathOf(stored.sha256));
    QVERIFY(changed.open(QIODevice::ReadWrite) && changed.seek(1000) && changed.putChar('q'));
    changed.close();
    QVERIFY(vault.measure(stored.sha256).value().sha256 != stored.sha256);
    QCOMPARE(vault.open(crypto::sha256({})).error().kind, ErrorKind::NotFound);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(vault.add(source.get(), u"photo"_s, Sync::Now, {{}, stop.get_token()}).error().kind,
             ErrorKind::Cancelled);
    QCOMPARE(vault.strays().value().size(), 1U);
}

QTEST_APPLESS_MAIN(TestStore)
#include "test_store.moc"
