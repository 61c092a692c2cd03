#include "core/crypto/digest.h"
#include "core/domain/fold.h"
#include "core/services/items.h"
#include "core/services/photos.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace chayan;
using namespace chayan::services;
using namespace Qt::StringLiterals;

namespace {

const QString worker = QStringLiteral(CHAYAN_BIN_DIR "/chayan-eye");
const QString pictures = QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo/");

/// A store of its own with one officer and one visit.
struct Office {
    QTemporaryDir folder;
    std::shared_ptr<const store::Signer> signer;
    std::unique_ptr<store::Store> store;
    DossierId visit = DossierId::random();

    Office() {
        const auto key = crypto::OfficerKey::generate().value();
        auto certificate =
            crypto::Certificate::selfSigned(key, {u"张三"_s, u"1"_s, u"局"_s, u"510100"_s}, 0).value();
        const store::Signer made{key, std::move(certificate), crypto::SealKey::random().value(), {}};
        store = store::Store::create(folder.filePath(u"store"_s), made, key.toEncryptedPem("pass").value(),
                                     std::make_shared<SystemClock>(), u"test"_s)
                    .value();
        signer = std::make_shared<const store::Signer>(made);
        visit = openVisit(*store, signer, {{u"title"_s, u"检查"_s}}).value();
    }
    QString file(const QString& name, const QByteArray& bytes) const {
        const QString path = folder.filePath(name);
        return writeFileDurably(path, view(bytes)) ? path : QString();
    }
    qint64 count(const char* sql) const { return store->reader().value().integer(sql).value(); }
};

struct Answered {
    std::size_t index;
    Result<AddedPhoto> photo;
};

}  // namespace

class TestPhotos : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void orderIsAsGiven();
    void durableWhenAnswered();
    void whatDoesNotDecodeStays();
    void storedWithoutAWorker();
    void stops();
    void refusesForNoVisit();
    void howItWasTakenIsRecorded();
    void thumbnailsComeBack();
    void items();
};

void TestPhotos::orderIsAsGiven() {
    Office office;
    eye::EyePool eyes(2, worker);
    const auto thumbnails = store::Thumbnails::open(office.store->folder()).value();
    QStringList files;
    for (int round = 0; round < 3; ++round)
        for (const auto* name : {u"lotion.jpg", u"carton.jpg", u"parcel.jpg"})
            files += pictures + QStringView(name).toString();
    files.insert(4, office.folder.filePath(u"missing.jpg"_s));
    std::vector<Answered> answers;
    const Status done = addPhotos({*office.store, office.signer, eyes, thumbnails.get()}, office.visit, files,
                                  [&](std::size_t index, Result<AddedPhoto> photo) {
                                      answers.push_back({index, std::move(photo)});
                                  },
                                  {});
    QVERIFY(done);
    QCOMPARE(answers.size(), 10U);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        QCOMPARE(answers[i].index, i);
        QCOMPARE(answers[i].photo.has_value(), i != 4);
    }
    QCOMPARE(answers[4].photo.error().kind, ErrorKind::NotFound);
    QCOMPARE(answers[0].photo->reading.codes.size(), 2U);
    QVERIFY(thumbnails->find(answers[0].photo->sha256).value().has_value());
    const domain::Dossier dossier = readDossier(*office.store, office.visit).value();
    std::vector<Digest> told, recorded;
    for (const Answered& answer : answers)
        if (answer.photo)
            told.push_back(answer.photo->sha256);
    for (const domain::Item* item : dossier.list(domain::originalsList))
        recorded.push_back(dossier.original(*item)->sha256);
    QCOMPARE(recorded, told);
    QCOMPARE(office.count("SELECT count(*) FROM original"), 3);  // the same bytes lie there once
}

void TestPhotos::durableWhenAnswered() {
    Office office;
    eye::EyePool eyes(1, worker);
    QStringList files;
    for (int i = 0; i < 40; ++i)
        files += office.file(u"note%1"_s.arg(i), QByteArray(1000 + i, 'n'));
    qint64 before = 0;
    const auto answer = [&](std::size_t, Result<AddedPhoto> photo) {
        QVERIFY(photo);
        // What is answered is committed, and its bytes lie where the entry says.
        const qint64 entries = office.count("SELECT count(*) FROM entry WHERE kind='original.added'");
        QVERIFY(entries > before);
        ++before;
        QCOMPARE(office.store->vault().measure(photo->sha256).value().sha256, photo->sha256);
    };
    QVERIFY(addPhotos({*office.store, office.signer, eyes}, office.visit, files, answer, {}));
    QCOMPARE(before, 40);
    QVERIFY(office.store->vault().strays().value().empty());
}

void TestPhotos::whatDoesNotDecodeStays() {
    Office office;
    eye::EyePool eyes(1, worker);
    const PhotoTarget target{*office.store, office.signer, eyes};
    const QByteArray whole = readFile(pictures + u"lotion.jpg"_s, 1 << 22).value();
    const auto cut = addPhoto(target, office.visit, office.file(u"cut"_s, whole.left(40'000))).value();
    QCOMPARE(cut.reading.notRead, eye::NotRead::CutOff);
    const auto text = addPhoto(target, office.visit, office.file(u"text"_s, "hello")).value();
    QCOMPARE(text.reading.notRead, eye::NotRead::NotAPicture);
    const auto empty = addPhoto(target, office.visit, office.file(u"empty"_s, {})).value();
    QCOMPARE(empty.sha256, crypto::sha256({}));
    QCOMPARE(addPhoto(target, office.visit, office.folder.path()).error().kind, ErrorKind::BadInput);
    QCOMPARE(office.count("SELECT count(*) FROM entry WHERE kind='original.added'"), 3);
}

/// Evidence is kept whether or not its codes can be read here.
void TestPhotos::storedWithoutAWorker() {
    Office office;
    eye::EyePool none(1, u"/no/such/program"_s);
    const auto added =
        addPhoto({*office.store, office.signer, none, nullptr}, office.visit, pictures + u"lotion.jpg"_s);
    QVERIFY(added);
    QVERIFY(added->reading.notRead == eye::NotRead::NoWorker);
    const domain::Dossier dossier = readDossier(*office.store, office.visit).value();
    const domain::Item* item = dossier.item(added->item);
    QCOMPARE(dossier.original(*item)->type, u"image/jpeg"_s);
    QCOMPARE(dossier.body<domain::CodeScanned>(item->scans.front()).error, u"worker_missing"_s);
    QCOMPARE(office.store->vault().measure(added->sha256)->sha256, added->sha256);
}

void TestPhotos::stops() {
    Office office;
    eye::EyePool eyes(1, worker);
    QStringList files;
    for (int i = 0; i < 200; ++i)
        files += office.file(u"note%1"_s.arg(i), QByteArray(1000 + i, 's'));
    std::stop_source stop;
    qint64 stored = 0;
    const auto answer = [&](std::size_t, Result<AddedPhoto> photo) {
        stored += photo ? 1 : 0;
        stop.request_stop();
    };
    const Status done =
        addPhotos({*office.store, office.signer, eyes}, office.visit, files, answer, {{}, stop.get_token()});
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QVERIFY(stored > 0 && stored < files.size());
    QCOMPARE(office.count("SELECT count(*) FROM original"), stored);
    QCOMPARE(office.count("SELECT count(*) FROM entry WHERE kind='code.scanned'"), stored);
    qint64 lying = 0;
    QDirIterator originals(office.store->folder() + u"/originals"_s, QDir::Files,
                           QDirIterator::Subdirectories);
    for (; originals.hasNext(); originals.next())
        ++lying;
    QCOMPARE(lying, stored);
}

void TestPhotos::refusesForNoVisit() {
    Office office;
    eye::EyePool eyes(1, worker);
    const auto added =
        addPhoto({*office.store, office.signer, eyes}, DossierId::random(), office.file(u"a"_s, "a"));
    QCOMPARE(added.error().kind, ErrorKind::NotFound);
    QVERIFY(QDir(office.store->folder() + u"/originals"_s).isEmpty());
}

void TestPhotos::howItWasTakenIsRecorded() {
    Office office;
    eye::EyePool eyes(1, worker);
    const QByteArray path = QFile::encodeName(pictures + u"lotion.jpg"_s);
    PhotoFile taken{path,        u"still 1.jpg"_s, u"captured"_s,
                    u"Webcam"_s, u"chayan 1"_s,    u"frame of a camera"_s};
    QVERIFY(addPhotos({*office.store, office.signer, eyes}, office.visit, std::vector{taken, PhotoFile{path}},
                      [](std::size_t, const Result<AddedPhoto>& photo) { QVERIFY(photo); }, {}));
    const domain::Dossier dossier = readDossier(*office.store, office.visit).value();
    const auto originals = dossier.list(u"originals");
    QCOMPARE(originals.size(), 2U);
    const domain::OriginalAdded* first = dossier.original(*originals[0]);
    QCOMPARE(first->origin, u"captured"_s);
    QCOMPARE(first->device, u"Webcam"_s);
    QCOMPARE(first->app, u"chayan 1"_s);
    QCOMPARE(first->method, u"frame of a camera"_s);
    const domain::OriginalAdded* second = dossier.original(*originals[1]);
    QCOMPARE(second->origin, u"imported"_s);
    QVERIFY(!second->device && !second->app && !second->method);
}

void TestPhotos::thumbnailsComeBack() {
    Office office;
    eye::EyePool eyes(1, worker);
    const QString cache = office.store->folder() + u"/cache_v1.sqlite"_s;
    const auto photo =
        addPhoto({*office.store, office.signer, eyes}, office.visit, pictures + u"carton.jpg"_s).value();
    {
        const auto thumbnails = store::Thumbnails::open(office.store->folder()).value();
        QVERIFY(!thumbnails->find(photo.sha256).value());
        const QByteArray made = thumbnailOf(*office.store, eyes, *thumbnails, photo.sha256).value();
        QVERIFY(made.startsWith("\xff\xd8"));
        QCOMPARE(thumbnails->find(photo.sha256).value(), made);
    }
    // Deleted or damaged, it is made anew.
    QVERIFY(QFile::remove(cache));
    QVERIFY(!store::Thumbnails::open(office.store->folder()).value()->find(photo.sha256).value());
    QVERIFY(writeFileDurably(cache, view(QByteArray(5000, 'x'))));
    const auto thumbnails = store::Thumbnails::open(office.store->folder()).value();
    QVERIFY(thumbnailOf(*office.store, eyes, *thumbnails, photo.sha256));
    const auto text = addPhoto({*office.store, office.signer, eyes}, office.visit, office.file(u"t"_s, "t"));
    QVERIFY(!thumbnailOf(*office.store, eyes, *thumbnails, text->sha256));
}

void TestPhotos::items() {
    Office office;
    const auto add = [&](const QString& list, const std::vector<Typed>& values) {
        return addItem(*office.store, office.signer, office.visit, list, values);
    };
    const ItemId bottle = add(u"goods"_s, {{u"name"_s, u"乳液"_s}, {u"quantity"_s, u"36"_s}}).value();
    const ItemId person = add(u"people"_s, {{u"name"_s, u"周某乙"_s}}).value();
    QCOMPARE(add(u"goods"_s, {{u"no_such"_s, u"1"_s}}).error().kind, ErrorKind::UnknownField);
    QCOMPARE(add(u"nowhere"_s, {}).error().kind, ErrorKind::UnknownField);
    QCOMPARE(add(u"originals"_s, {}).error().kind, ErrorKind::UnknownField);
    QCOMPARE(add(u"goods"_s, {{u"quantity"_s, u"many"_s}}).error().kind, ErrorKind::BadValue);
    QVERIFY(setItem(*office.store, office.signer, office.visit, bottle, {{u"quantity"_s, u"35"_s}}));
    QCOMPARE(setItem(*office.store, office.signer, office.visit, ItemId::random(), {}).error().kind,
             ErrorKind::NotFound);
    QVERIFY(removeItem(*office.store, office.signer, office.visit, person));
    const domain::Dossier dossier = readDossier(*office.store, office.visit).value();
    QCOMPARE(dossier.list(u"people").size(), 0U);
    QCOMPARE(dossier.list(u"goods").size(), 1U);
    QCOMPARE(dossier.value(*dossier.item(bottle), u"quantity"), u"35"_s);
}

QTEST_APPLESS_MAIN(TestPhotos)
#include "test_photos.moc"
