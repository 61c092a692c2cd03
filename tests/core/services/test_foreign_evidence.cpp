#include "core/crypto/digest.h"
#include "core/domain/fold.h"
#include "core/services/foreign_evidence.h"
#include "core/services/upkeep.h"
#include "core/services/visits.h"
#include "core/store/listing.h"
#include "tests/support/programs.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace chayan;
using namespace chayan::services;
using namespace Qt::StringLiterals;

namespace {

const QString worker = QStringLiteral(CHAYAN_BIN_DIR "/chayan-eye");
const QString pictures = QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo/");

/// A store with one officer, and beside it a bag that coreutils made.
struct Office {
    QTemporaryDir folder;
    std::shared_ptr<const store::Signer> signer;
    std::unique_ptr<store::Store> store;
    eye::EyePool eyes{2, worker};

    Office() {
        const auto key = crypto::OfficerKey::generate().value();
        auto certificate =
            crypto::Certificate::selfSigned(key, {u"张三"_s, u"1"_s, u"局"_s, u"510100"_s}, 0).value();
        const store::Signer made{key, std::move(certificate), crypto::SealKey::random().value(), {}};
        store = store::Store::create(path(), made, key.toEncryptedPem("pass").value(),
                                     std::make_shared<SystemClock>(), u"test"_s)
                    .value();
        signer = std::make_shared<const store::Signer>(made);
        shell(
            u"mkdir -p bag/data/sub && printf 'BagIt-Version: 0.97\\n"
            "Tag-File-Character-Encoding: UTF-8\\n' > bag/bagit.txt && cp '%1'carton.jpg "
            "bag/data/sub/照片.jpg && "
            "printf seen > bag/data/a.txt && printf seen > bag/data/b.txt"_s.arg(pictures));
        sum();
    }
    QString path() const { return folder.filePath(u"store"_s); }
    void shell(const QString& command) const {
        QCOMPARE(test::run(u"sh"_s, {u"-c"_s, command}, folder.path()), 0);
    }
    void sum() const { shell(u"cd bag && find data -type f -print0 | xargs -0 md5sum > manifest-md5.txt"_s); }
    Result<ForeignEvidence> take(const QString& name = u"bag"_s, const Progress& progress = {}) {
        return importForeign(*store, signer, eyes, folder.filePath(name), progress);
    }
    qint64 count(const char* sql) const { return store->reader().value().integer(sql).value(); }
    bool isWhole() const { return checkStore(*store, {}, signer.get()).value().ok(); }
    qint64 files() const {
        qint64 count = 0;
        QDirIterator all(path() + u"/originals"_s, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        for (; all.hasNext(); all.next())
            ++count;
        return count;
    }
};

}  // namespace

class TestForeignEvidence : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void takesIn();
    void saysWhatItSays();
    void refusesAndLeavesNothing();
    void stops();
    void failsWithoutAWorker();
    void sweepsWhatWasUnpacked();
};

void TestForeignEvidence::takesIn() {
    Office office;
    const ForeignEvidence taken = office.take().value();
    QCOMPARE(taken.algorithms, QStringList(u"md5"_s));
    QCOMPARE(taken.payload.files, 3);
    QVERIFY(taken.codes > 0);
    QCOMPARE(taken.imported.originals, 5);
    QCOMPARE(taken.imported.entries, office.count("SELECT entries FROM dossier WHERE type='evidence'"));
    QCOMPARE(office.files(), 4);  // two are equal
    const domain::Dossier dossier = readDossier(*office.store, taken.dossier, office.signer.get()).value();
    QCOMPARE(dossier.type, u"evidence"_s);
    QCOMPARE(dossier.value(u"title"), u"BagIt"_s);
    QCOMPARE(dossier.value(u"bag_version"), u"0.97"_s);
    QCOMPARE(dossier.value(u"bag_name"), u"bag"_s);
    // The bag can be put together again, by the names and the originals alone.
    office.shell(u"mkdir again"_s);
    QStringList names;
    for (const domain::Item* item : dossier.list(domain::originalsList)) {
        const domain::OriginalAdded& original = *dossier.original(*item);
        const QString name = dossier.value(*item, u"original_name");
        names += name;
        QCOMPARE(original.origin, u"received"_s);
        QCOMPARE(original.type, name.endsWith(u".jpg")      ? u"image/jpeg"_s
                                : name.startsWith(u"data/") ? u"application/octet-stream"_s
                                                            : u"text/plain"_s);
        QCOMPARE(dossier.value(*item, u"bag_part"), name.startsWith(u"data/") ? QString() : u"tag"_s);
        QCOMPARE(item->scans.size(), name.endsWith(u".jpg") ? 1U : 0U);
        office.shell(u"install -D 'store/originals/%1/%2' 'again/%3'"_s.arg(
            original.sha256.hex().left(2), original.sha256.hex().mid(2), name));
    }
    QCOMPARE(names, (QStringList{u"data/a.txt"_s, u"data/b.txt"_s, u"data/sub/照片.jpg"_s, u"bagit.txt"_s,
                                 u"manifest-md5.txt"_s}));
    office.shell(u"diff -r bag again && cd again && md5sum -c manifest-md5.txt > /dev/null"_s);
    // Once more: it is there already.
    const ForeignEvidence again = office.take().value();
    QCOMPARE(again.dossier, taken.dossier);
    QCOMPARE(again.imported.dossiers, 0);
    QCOMPARE(again.alreadyThere.originals, 5);
    QCOMPARE(office.count("SELECT count(*) FROM dossier WHERE type='evidence'"), 1);
    // With another file, one of the same bytes too, it is another bag.
    office.shell(
        u"mkdir other && cp -r bag/. other && cp other/data/a.txt other/data/c.txt && cd other && "
        "md5sum data/c.txt >> manifest-md5.txt"_s);
    QVERIFY(office.take(u"other"_s).value().dossier != taken.dossier);
    store::Database database = office.store->reader().value();
    QCOMPARE(store::Listing::of(database, u"visit"_s).value().total(database).value(), 0);
    QVERIFY(office.isWhole());
}

void TestForeignEvidence::saysWhatItSays() {
    Office office;
    // A line far too long, a folded one with a control character; contacts stay out.
    QVERIFY(writeFileDurably(office.folder.filePath(u"bag/bag-info.txt"_s),
                             view("Source-Organization: " + QByteArray(3000, 'x') +
                                  "\nContact-Name: 王五\nExternal-Description: a\033b\n  c\n")));
    const ForeignEvidence taken = office.take().value();
    const domain::Dossier dossier = readDossier(*office.store, taken.dossier).value();
    QCOMPARE(dossier.value(u"bag_sender"), u"x"_s.repeated(1024));
    QCOMPARE(dossier.value(u"bag_description"), u"a b c"_s);
    QCOMPARE(dossier.value(u"title"), u"a b c"_s);
    office.store.reset();
    QFile database(office.path() + u"/store.sqlite"_s);
    QVERIFY(database.open(QIODevice::ReadOnly));
    const QByteArray bytes = database.readAll();
    for (const char* hidden : {"王五", "照片", "manifest-md5"})
        QVERIFY2(!bytes.contains(hidden), hidden);
}

void TestForeignEvidence::refusesAndLeavesNothing() {
    Office office;
    office.shell(u"printf x >> bag/data/a.txt && tar -cf bag.tar bag"_s);
    const qint64 entries = office.count("SELECT count(*) FROM entry");
    for (const QString& name : {u"bag"_s, u"bag.tar"_s}) {
        const auto refused = office.take(name);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidBundle);
        QVERIFY2(refused.error().detail.contains(u"data/a.txt"), qPrintable(refused.error().detail));
    }
    QCOMPARE(office.take(u"none"_s).error().kind, ErrorKind::NotFound);
    QCOMPARE(office.count("SELECT count(*) FROM entry"), entries);
    QCOMPARE(office.files(), 0);
    QVERIFY(!QFileInfo::exists(office.path() + u"/.scratch"_s));
}

void TestForeignEvidence::stops() {
    Office office;
    office.shell(
        u"for i in $(seq 6); do cp '%1'lotion.jpg bag/data/$i.jpg; echo $i >> bag/data/$i.jpg; done"_s.arg(
            pictures));
    office.sum();
    // Asked to at every step of the way, from the first report to the last.
    int steps = 0;
    for (int until = 1; until < 1000; until += 4) {
        std::stop_source stop;
        int told = 0;
        const auto report = [&](qint64, qint64, const QString&) {
            if (++told == until)
                stop.request_stop();
        };
        const auto taken = office.take(u"bag"_s, {report, stop.get_token()});
        if (taken)
            break;
        QCOMPARE(taken.error().kind, ErrorKind::Cancelled);
        QCOMPARE(office.count("SELECT count(*) FROM entry WHERE kind='dossier.opened'"), 0);
        QCOMPARE(office.files(), 0);
        ++steps;
    }
    QVERIFY(steps > 2);
    QCOMPARE(office.count("SELECT count(*) FROM entry WHERE kind='dossier.opened'"), 1);
    QVERIFY(office.isWhole());
}

void TestForeignEvidence::failsWithoutAWorker() {
    Office office;
    eye::EyePool none(1, u"/no/such/program"_s);
    const auto taken =
        importForeign(*office.store, office.signer, none, office.folder.filePath(u"bag"_s), {});
    QCOMPARE(taken.error().kind, ErrorKind::WorkerFailed);
    QCOMPARE(office.files(), 0);
}

void TestForeignEvidence::sweepsWhatWasUnpacked() {
    Office office;
    // As a killed import leaves it.
    const QString scratch = office.store->scratch().value();
    office.shell(u"cp -r bag '%1' && cp -r store killed"_s.arg(scratch));
    const auto store =
        store::Store::open(office.folder.filePath(u"killed"_s), std::make_shared<SystemClock>()).value();
    QVERIFY(store->recovery().unclean);
    QCOMPARE(store->recovery().strayFiles, 1);
    QVERIFY(!QFileInfo::exists(store->folder() + u"/.scratch"_s));
}

QTEST_APPLESS_MAIN(TestForeignEvidence)
#include "test_foreign_evidence.moc"
