#include "core/crypto/digest.h"
#include "core/store/check.h"
#include "core/store/copy_store.h"
#include "tests/support/programs.h"

#include <QtTest>

#include <sys/wait.h>

#include <csignal>
#include <unistd.h>

using namespace chayan;
using namespace chayan::store;
using namespace Qt::StringLiterals;

namespace {

/// A clock whose two hands the test moves.
class SetClock : public Clock {
  public:
    ClockReading read() const override { return {utc, boot, mono, u"none"_s}; }
    std::atomic<qint64> utc = 1795485600000;
    std::atomic<qint64> mono = 1000;
    QString boot = u"first"_s;
};

}  // namespace

/// Opening after an unclean end, beside others, in places and states that do not allow writing; copies.
class TestOpening : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void sweepsAfterAKill();
    void sweepsAfterACleanEnd();
    void killedBeforeItsMarker();
    void killedBeforeItsFirstRecord();
    void neverSweepsWhatARecordNames();
    void neverSweepsWhatWasThereBefore();
    void keepsWhatIsLooseWhereRecordsAreLost();
    void replacesWhatWasDamaged();
    void laysOutItsCertificate();
    void besideAWriter();
    void newerVersion();
    void damaged();
    void lostWriteAheadLog();
    void failsToOpenAfterAKill();
    void readOnlyMedium();
    void unfinishedMaking();
    void backupAndRestore();
    void backupThatFails();
    void clockMoves();

  private:
    std::unique_ptr<Store> opened() { return Store::open(m_store, m_clock).value(); }
    Status writeTitle(Store& store) {
        return store
            .write(m_signer,
                   [](Draft& draft) -> Status {
                       CHAYAN_TRY(const ledger::Entry entry,
                                  draft.append(DossierId::random(), u"field.set"_s,
                                               Json(Json::Object{{"field", Json(u"title"_s)},
                                                                 {"value", Json(u"x"_s)}})));
                       return {};
                   })
            .get();
    }
    Digest add(Store& store, const QByteArray& bytes, bool recorded) {
        const QString path = m_folder->filePath(u"photo"_s);
        if (!writeFileDurably(path, view(bytes)))
            return {};
        const UniqueFd file = openForReading(path).value();
        const StoredOriginal original = store.vault().add(file.get(), path).value();
        const auto job = [&](Draft& draft) -> Status {
            CHAYAN_CHECK(draft.learnt().addOriginal(original.sha256, original.size));
            CHAYAN_TRY(const ledger::Entry entry,
                       draft.append(DossierId::random(), u"original.added"_s,
                                    Json(Json::Object{{"item", Json(ItemId::random().text())},
                                                      {"sha256", Json(original.sha256.hex())},
                                                      {"size", Json(original.size)}})));
            return {};
        };
        return !recorded || store.write(m_signer, job).get() ? original.sha256 : Digest{};
    }
    /// Does `work` with the store open in another process, which is then killed.
    template <class Work>
    void killedAfter(Work work) {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto store = opened();
            work(*store);
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
    }
    QString wrongWith(const QString& folder) {
        const auto store = Store::openToRead(folder).value();
        Database database = store->reader().value();
        QString all;
        const CheckReport report = check(database, store->vault(), Beside::Nobody).value();
        for (const Finding& finding : report.findings)
            all += u"%1 %2 (%3)\n"_s.arg(finding.what, finding.where, finding.detail);
        return all;
    }
    qint64 count(const QString& folder, const char* sql) {
        return Store::openToRead(folder).value()->reader().value().integer(sql).value();
    }
    QString database() const { return m_store + u"/store.sqlite"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
    std::shared_ptr<SetClock> m_clock;
    std::shared_ptr<const Signer> m_signer;
    QByteArray m_pem;
};

void TestOpening::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = m_folder->filePath(u"store"_s);
    m_clock = std::make_shared<SetClock>();
    if (!m_signer) {
        const auto key = crypto::OfficerKey::generate().value();
        m_signer = std::make_shared<Signer>(
            Signer{key, crypto::Certificate::selfSigned(key, {u"甲"_s, u"1"_s, u"局"_s, {}}, 0).value(),
                   crypto::SealKey::random().value()});
        m_pem = key.toEncryptedPem("secret").value();
    }
    QVERIFY(Store::create(m_store, *m_signer, m_pem, m_clock, u"test"_s));
}

void TestOpening::sweepsAfterAKill() {
    Digest kept;
    killedAfter([&](Store& store) {
        add(store, "recorded", true);
        add(store, "loose", false);
        static_cast<void>(writeFileDurably(m_store + u"/originals/.1.part"_s, {}));
        static_cast<void>(writeFileDurably(m_store + u"/.2.part"_s, {}));
    });
    const auto store = opened();
    QVERIFY(store->recovery().unclean);
    QCOMPARE(store->recovery().strayFiles, 2);
    QCOMPARE(store->recovery().looseOriginals, 1);
    QVERIFY(!store->recovery().lostRecords);
    QCOMPARE(wrongWith(m_store), QString());
    QCOMPARE(count(m_store, "SELECT count(*) FROM original"), 1);
}

/// Killed at its very start, when even the marker of a writer had no name yet.
void TestOpening::killedBeforeItsMarker() {
    QVERIFY(writeFileDurably(m_store + u"/.2.part"_s, {}));
    {
        const auto store = opened();
        QVERIFY(store->recovery().unclean);
        QVERIFY(!store->recovery().lostRecords);
        QCOMPARE(store->recovery().strayFiles, 1);
    }
    QVERIFY(!QFile::exists(m_store + u"/.2.part"_s));
    QVERIFY(!opened()->recovery().unclean);
}

/// It lost nothing, and goes on in its log.
void TestOpening::killedBeforeItsFirstRecord() {
    killedAfter([](Store&) {});
    QVERIFY(QFileInfo(database() + u"-wal"_s).size() > 0);
    {
        const auto store = opened();
        QVERIFY(store->recovery().unclean);
        QVERIFY(!store->recovery().lostRecords);
        QVERIFY(writeTitle(*store));
    }
    QVERIFY(!opened()->recovery().fromCopy);
    QCOMPARE(count(m_store, "SELECT count(*) FROM log"), 1);
}

void TestOpening::sweepsAfterACleanEnd() {
    {
        const auto store = opened();
        add(*store, "loose", false);
        store->sweepNextTime();
    }
    {
        const auto store = opened();
        QVERIFY(!store->recovery().unclean);
        QCOMPARE(store->recovery().looseOriginals, 1);
    }
    QCOMPARE(opened()->recovery().looseOriginals, 0);
}

void TestOpening::neverSweepsWhatARecordNames() {
    killedAfter([&](Store& store) { add(store, "recorded", true); });
    QVERIFY(Database::open(database(), Database::Mode::ReadWrite).value().execute("DELETE FROM original"));
    // The connection closed the write-ahead log with it; as if it had been left.
    QVERIFY(writeFileDurably(database() + u"-wal"_s, {}));
    const auto store = opened();
    QVERIFY(store->recovery().unclean);
    QCOMPARE(store->recovery().looseOriginals, 0);
    QVERIFY(wrongWith(m_store).contains(u"original_missing"_s));
}

/// A database that was put back to an older state names less than was acknowledged.
void TestOpening::neverSweepsWhatWasThereBefore() {
    opened().reset();
    const QString older = m_folder->filePath(u"older"_s);
    QVERIFY(QFile::copy(database(), older));
    Digest acknowledged;
    {
        const auto store = opened();
        acknowledged = add(*store, "acknowledged", true);
    }
    QVERIFY(QFile::remove(database()) && QFile::copy(older, database()));
    QTest::qSleep(20);  // the clock that dates files ticks in hundredths of a second
    Digest halfDone;
    killedAfter([&](Store& store) { add(store, "half done", false); });
    halfDone = crypto::sha256(view(QByteArray("half done")));
    const auto store = opened();
    QVERIFY(store->recovery().unclean);
    QCOMPARE(store->recovery().looseOriginals, 1);
    QCOMPARE(store->recovery().keptOriginals, 1);
    QVERIFY(QFile::exists(store->vault().pathOf(acknowledged)));
    QVERIFY(!QFile::exists(store->vault().pathOf(halfDone)));
}

void TestOpening::keepsWhatIsLooseWhereRecordsAreLost() {
    opened().reset();
    killedAfter([&](Store& store) {
        add(store, "acknowledged", true);
        add(store, "half done", false);
    });
    QVERIFY(QFile::remove(database() + u"-wal"_s));
    QFile::remove(database() + u"-shm"_s);
    const auto store = opened();
    QVERIFY(store->recovery().lostRecords);
    QCOMPARE(store->recovery().looseOriginals, 0);
    QCOMPARE(store->recovery().keptOriginals, 2);
    QVERIFY(QFile::exists(store->vault().pathOf(crypto::sha256(view(QByteArray("acknowledged"))))));
    QVERIFY(wrongWith(m_store).contains(u"original_unrecorded"_s));
}

void TestOpening::replacesWhatWasDamaged() {
    const auto store = opened();
    const QByteArray bytes(5000, 'x');
    const Digest sha256 = add(*store, bytes, true);
    const QString path = store->vault().pathOf(sha256);
    for (const QByteArray& damage : {QByteArray(5000, 'y'), bytes.first(1000), QByteArray()}) {
        QVERIFY(writeFileDurably(path, view(damage)));
        const QString again = m_folder->filePath(u"again"_s);
        QVERIFY(writeFileDurably(again, view(bytes)));
        const UniqueFd file = openForReading(again).value();
        const auto added = store->vault().add(file.get(), again, Sync::Later);
        QVERIFY(added && !added->wasThere);
        QCOMPARE(readFile(path, 10'000).value(), bytes);
        QVERIFY(store->vault().add(file.get(), again, Sync::Later)->wasThere);
    }
}

void TestOpening::laysOutItsCertificate() {
    opened().reset();
    const QString path = m_store + u"/officer.pem"_s;
    const QByteArray before = readFile(path, 10'000).value();
    const QString copy = m_folder->filePath(u"copy"_s);
    {
        const auto store = Store::openToRead(m_store).value();
        QVERIFY(copyStore(*store, copy, 0, {}));
        QCOMPARE(backUp(*store, m_folder->filePath(u"no/such/medium"_s), 0, {}).error().kind,
                 ErrorKind::NotFound);
    }
    QVERIFY(Store::open(copy, m_clock));
    QCOMPARE(readFile(copy + u"/officer.pem"_s, 10'000).value(), before);
    QCOMPARE(wrongWith(copy), QString());
}

void TestOpening::besideAWriter() {
    const auto writer = opened();
    QVERIFY(writeTitle(*writer));
    const auto busy = Store::open(m_store, m_clock);
    QCOMPARE(busy.error().kind, ErrorKind::Busy);
    QVERIFY2(busy.error().detail.contains(QString::number(::getpid())), qPrintable(busy.error().detail));
    const auto reader = Store::openToRead(m_store).value();
    QCOMPARE(reader->reader().value().integer("SELECT count(*) FROM entry").value(), 2);
    QCOMPARE(writeTitle(*reader).error().kind, ErrorKind::ReadOnly);
    QVERIFY(writeTitle(*writer));
}

void TestOpening::newerVersion() {
    QVERIFY(Database::open(database(), Database::Mode::ReadWrite).value().execute("PRAGMA user_version=99"));
    QCOMPARE(Store::open(m_store, m_clock).error().kind, ErrorKind::NewerVersion);
    QCOMPARE(count(m_store, "SELECT count(*) FROM entry"), 1);
}

void TestOpening::damaged() {
    const QByteArray whole = readFile(database(), 1 << 24).value();
    QVERIFY(writeFileDurably(database(), view(QByteArray(50'000, 'x'))));
    QCOMPARE(Store::open(m_store, m_clock).error().kind, ErrorKind::Damaged);
    QCOMPARE(Store::openToRead(m_store).error().kind, ErrorKind::Damaged);
    for (const qsizetype size : {whole.size() / 2, whole.size() - 1, qsizetype{10}, qsizetype{0}}) {
        QVERIFY(writeFileDurably(database(), view(whole.left(size))));
        QCOMPARE(Store::open(m_store, m_clock).error().kind, ErrorKind::Damaged);
        QCOMPARE(QFileInfo(database()).size(), size);  // left as it was
    }
    // A log that does not lead to its checkpoint is read, not written.
    QVERIFY(writeFileDurably(database(), view(whole)));
    QVERIFY(Database::open(database(), Database::Mode::ReadWrite)
                .value()
                .execute("UPDATE checkpoint SET root=zeroblob(32)"));
    QCOMPARE(Store::open(m_store, m_clock).error().kind, ErrorKind::Damaged);
    QVERIFY(wrongWith(m_store).contains(u"checkpoint: "_s));
}

void TestOpening::lostWriteAheadLog() {
    killedAfter([&](Store& store) { static_cast<void>(writeTitle(store)); });
    QVERIFY(QFile::exists(database() + u"-wal"_s));
    QVERIFY(QFile::remove(database() + u"-wal"_s));
    QCOMPARE(count(m_store, "SELECT count(*) FROM entry"), 1);  // reading makes an empty one
    QVERIFY(opened()->recovery().lostRecords);
    const auto store = opened();
    QVERIFY(store->recovery().fromCopy);  // not forgotten
    // Going on in the old log would give its second place away again.
    QVERIFY(writeTitle(*store));
    QCOMPARE(count(m_store, "SELECT count(*) FROM log"), 2);
    QCOMPARE(
        count(m_store, "SELECT count(*) FROM entry WHERE kind='log.opened' AND instr(bytes, 'previous')"), 1);
    QCOMPARE(wrongWith(m_store), QString());
}

/// Closing the database where opening failed empties its log: that is no loss.
void TestOpening::failsToOpenAfterAKill() {
    killedAfter([&](Store& store) { static_cast<void>(writeTitle(store)); });
    const QString originals = m_store + u"/originals"_s;
    QVERIFY(QDir().rename(originals, originals + u"_away"_s));
    QVERIFY(!Store::open(m_store, m_clock));
    QVERIFY(QDir().rename(originals + u"_away"_s, originals));
    {
        const auto store = opened();
        QVERIFY(!store->recovery().lostRecords);
        QVERIFY(writeTitle(*store));
    }
    QVERIFY(!opened()->recovery().fromCopy);
    QCOMPARE(count(m_store, "SELECT count(*) FROM log"), 1);
}

void TestOpening::readOnlyMedium() {
    killedAfter([&](Store& store) { static_cast<void>(writeTitle(store)); });  // with a write-ahead log
    const QString medium = m_folder->filePath(u"medium"_s);
    QVERIFY(QDir().mkdir(medium));
    const auto mount = [](const QStringList& arguments) { return test::run(u"mount"_s, arguments) == 0; };
    if (!mount({u"--bind"_s, m_store, medium}))
        QSKIP("this user may not mount");
    const auto unmount = qScopeGuard([&] { test::run(u"umount"_s, {medium}); });
    QVERIFY(mount({u"-o"_s, u"remount,bind,ro"_s, medium}));
    QCOMPARE(Store::open(medium, m_clock).error().kind, ErrorKind::ReadOnly);
    QCOMPARE(count(medium, "SELECT count(*) FROM entry"), 2);
    QCOMPARE(wrongWith(medium), QString());
}

void TestOpening::unfinishedMaking() {
    const QString folder = m_folder->filePath(u"killed"_s);
    QVERIFY(QDir().mkpath(folder + u"/originals"_s));
    for (const char* left : {"store.new", "store.new-wal", "lock", "officer.pem", ".7.part"})
        QVERIFY(writeFileDurably(folder + u'/' + QLatin1StringView(left), view(QByteArray("left"))));
    QVERIFY(Store::create(folder, *m_signer, m_pem, m_clock, u"test"_s));
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{u"lock"_s, u"officer.pem"_s, u"originals"_s, u"store.sqlite"_s}));
    QCOMPARE(wrongWith(folder), QString());
    QCOMPARE(Store::create(folder, *m_signer, m_pem, m_clock, u"test"_s).error().kind, ErrorKind::NotEmpty);
}

void TestOpening::backupAndRestore() {
    const auto writer = opened();
    QVERIFY(add(*writer, "first", true) != Digest{});
    const QString backup = m_folder->filePath(u"backup"_s);
    {
        const auto reader = Store::openToRead(m_store).value();  // as another process would
        QVERIFY(!lastBackup(*reader));
        const Copied copied = backUp(*reader, backup, m_clock->utc).value();
        QCOMPARE(copied.originals, 1);
        QCOMPARE(copied.bytes, 5);
        QCOMPARE(lastBackup(*reader), std::optional<UtcMs>(m_clock->utc));
        QCOMPARE(backUp(*reader, backup, m_clock->utc).error().kind, ErrorKind::AlreadyExists);
    }
    QVERIFY(writeTitle(*writer));
    QCOMPARE(wrongWith(backup), QString());
    const QString restored = m_folder->filePath(u"restored"_s);
    QVERIFY(copyStore(*Store::openToRead(backup).value(), restored, m_clock->utc));
    QCOMPARE(count(restored, "SELECT count(*) FROM entry"), 2);
    {
        const auto store = Store::open(restored, m_clock).value();
        QVERIFY(store->recovery().fromCopy);
        QVERIFY(writeTitle(*store));
    }
    {
        const auto store = Store::open(restored, m_clock).value();
        QVERIFY(!store->recovery().fromCopy);
        QVERIFY(writeTitle(*store));
    }
    QCOMPARE(count(restored, "SELECT count(*) FROM log"), 2);
    QCOMPARE(count(restored, "SELECT count(*) FROM entry"), 5);
    QCOMPARE(wrongWith(restored), QString());
    QCOMPARE(count(m_store, "SELECT count(*) FROM log"), 1);
    QCOMPARE(QDir(m_folder->path()).entryList({u".*.part"_s}, QDir::AllEntries | QDir::Hidden),
             QStringList());
}

void TestOpening::backupThatFails() {
    const QString backup = m_folder->filePath(u"backup"_s);
    const auto left = [&] {
        return QFile::exists(backup) ||
               !QDir(m_folder->path()).entryList({u".*.part"_s}, QDir::AllEntries | QDir::Hidden).isEmpty();
    };
    const auto store = opened();
    const Digest original = add(*store, "first", true);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(backUp(*store, backup, 0, {{}, stop.get_token()}).error().kind, ErrorKind::Cancelled);
    QVERIFY(!left());
    QVERIFY(writeFileDurably(store->vault().pathOf(original), view(QByteArray("fIrst"))));
    QCOMPARE(backUp(*store, backup, 0).error().kind, ErrorKind::Damaged);
    QVERIFY(!left());
    QVERIFY(QFile::remove(store->vault().pathOf(original)));
    QCOMPARE(backUp(*store, backup, 0).error().kind, ErrorKind::Damaged);
    QVERIFY(!left());
}

void TestOpening::clockMoves() {
    const char* checks = "SELECT count(*) FROM entry WHERE kind='clock.checked'";
    const auto pass = [&](qint64 utc, qint64 mono) {
        m_clock->utc += utc;
        m_clock->mono += mono;
    };
    pass(3'600'000, 3'599'000);  // drifts
    {
        const auto store = opened();
        QCOMPARE(store->recovery().clockMovedMs, 0);
        QVERIFY(writeTitle(*store));
        QCOMPARE(count(m_store, checks), 0);
        pass(3'600'000, 1'000);  // set forward while at work
        QVERIFY(writeTitle(*store));
        QVERIFY(writeTitle(*store));
        QCOMPARE(count(m_store, checks), 1);
    }
    pass(-7'200'000, 1'000);
    QCOMPARE(opened()->recovery().clockMovedMs, -7'201'000);
    m_clock->boot = u"second"_s;
    m_clock->mono = 5;
    {
        const auto store = opened();
        QCOMPARE(store->recovery().clockMovedMs, -7'200'000);
        QVERIFY(writeTitle(*store));
        QCOMPARE(count(m_store, checks), 2);
    }
    m_clock->boot = u"third"_s;  // days later: nobody can tell
    pass(86'400'000, 0);
    QCOMPARE(opened()->recovery().clockMovedMs, 0);
    QCOMPARE(wrongWith(m_store), QString());
}

QTEST_APPLESS_MAIN(TestOpening)
#include "test_opening.moc"
