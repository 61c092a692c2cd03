#include "core/services/derived.h"
#include "core/services/dossiers.h"
#include "core/services/visits.h"
#include "core/services/watched_folder.h"
#include "core/store/check.h"

#include <QDir>
#include <QtTest>

using namespace chayan;
using namespace chayan::services;
using namespace Qt::StringLiterals;

/// What arrives in a folder is taken in once, whole; and what is drawn over a picture lies beside it.
class TestWatchedFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<const store::Signer> m_signer;
    std::unique_ptr<store::Store> m_store;
    const QByteArray m_begin = QByteArray("\xff\xd8", 2) + QByteArray(1000, 'x');
    const QByteArray m_end = QByteArray("\xff\xd9", 2);

    QString write(const QString& name, const QByteArray& bytes) {
        QDir(m_folder.path()).mkpath(u"in"_s);
        QFile file(m_folder.filePath(u"in/"_s + name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    QStringList look(WatchedFolder& folder, UtcMs now) {
        const auto found = folder.look(*m_store, now);
        if (!found)
            qFatal("%s", qPrintable(found.error().detail));
        return *found;
    }
    static UtcMs present() { return QDateTime::currentMSecsSinceEpoch(); }
    ItemId addOriginal(const DossierId& visit, const QByteArray& bytes) {
        const QString path = m_folder.filePath(u"original"_s);
        if (!writeFileDurably(path, view(bytes)))
            qFatal("no file");
        const UniqueFd fd = openForReading(path).value();
        const store::StoredOriginal stored = m_store->vault().add(fd.get(), path).value();
        const ItemId item = ItemId::random();
        const domain::OriginalAdded added{item,          stored.sha256, stored.size, u"image/jpeg"_s,
                                          u"imported"_s, u"x"_s};
        const Status done =
            m_store
                ->write(m_signer,
                        [&](store::Draft& draft) -> Status {
                            CHAYAN_CHECK(draft.learnt().addOriginal(stored.sha256, stored.size));
                            return append(draft, visit, added);
                        })
                .get();
        if (!done)
            qFatal("not stored");
        return item;
    }

  private Q_SLOTS:
    void initTestCase() {
        const auto key = crypto::OfficerKey::generate().value();
        m_signer = std::make_shared<store::Signer>(
            store::Signer{key,
                          crypto::Certificate::selfSigned(key, {u"甲"_s, u"1"_s, u"局"_s, {}}, 0).value(),
                          crypto::SealKey::random().value(),
                          {}});
        m_store =
            store::Store::create(m_folder.filePath(u"store"_s), *m_signer, key.toEncryptedPem("p").value(),
                                 std::make_shared<SystemClock>(), u"test"_s)
                .value();
    }
    void init() { QDir(m_folder.filePath(u"in"_s)).removeRecursively(); }

    void aFileIsGivenOnceWhenItStandsStill() {
        WatchedFolder folder(m_folder.filePath(u"in"_s), present() - 1000);
        const auto gone = folder.look(*m_store, present());
        QVERIFY(!gone && gone.error().kind == ErrorKind::NotFound);
        const QString file = write(u"a.jpg"_s, m_begin + m_end);
        const UtcMs now = present();
        QCOMPARE(look(folder, now), QStringList());
        QCOMPARE(look(folder, now + 1999), QStringList());
        QCOMPARE(look(folder, now + 2000), QStringList{file});
        QCOMPARE(look(folder, now + 9000), QStringList());
        folder.forget({file});  // it could not be taken in
        QCOMPARE(look(folder, now + 10'000), QStringList());
        QCOMPARE(look(folder, now + 12'000), QStringList{file});
    }

    void oneThatStillComesIsWaitedFor() {
        WatchedFolder folder(m_folder.filePath(u"in"_s), present() - 1000);
        const QString half = write(u"a.jpg"_s, m_begin);
        const UtcMs now = present();
        look(folder, now);
        QCOMPARE(look(folder, now + 5000), QStringList());  // it has not ended
        write(u"a.jpg"_s, m_begin + m_begin + m_end);
        QCOMPARE(look(folder, now + 6000), QStringList());
        QCOMPARE(look(folder, now + 8000), QStringList{half});
        // One that is cut off for good is evidence too, after a while.
        const QString cut = write(u"b.jpg"_s, m_begin + "b");
        look(folder, now + 9000);
        QCOMPARE(look(folder, now + 38'000), QStringList());
        QCOMPARE(look(folder, now + 39'000), QStringList{cut});
    }

    void whatIsOldHiddenOrHalfNamedIsLeftAlone() {
        write(u"old.jpg"_s, m_begin + m_end);
        QTest::qWait(20);
        WatchedFolder folder(m_folder.filePath(u"in"_s), present());
        QTest::qWait(20);
        for (const QString& name : {u".hidden.jpg"_s, u"a.jpg.part"_s, u"b.TMP"_s})
            write(name, m_begin + m_end);
        write(u"empty.jpg"_s, {});
        const QString other = write(u"note.txt"_s, "any file is evidence");
        const UtcMs now = present();
        look(folder, now);
        QCOMPARE(look(folder, now + 3000), QStringList{other});
    }

    void whatIsInTheStoreIsNotTakenAgain() {
        const DossierId visit = openVisit(*m_store, m_signer, {}).value();
        addOriginal(visit, m_begin + "known" + m_end);
        write(u"again.jpg"_s, m_begin + "known" + m_end);
        const QString fresh = write(u"fresh.jpg"_s, m_begin + "fresh" + m_end);
        WatchedFolder folder(m_folder.filePath(u"in"_s), 0);
        const UtcMs now = present();
        look(folder, now);
        QCOMPARE(look(folder, now + 2000), QStringList{fresh});
    }

    void aDerivedPictureNamesItsParentAndLeavesItAlone() {
        const DossierId visit = openVisit(*m_store, m_signer, {}).value();
        const ItemId parent = addOriginal(visit, m_begin + "parent" + m_end);
        const Digest digest =
            readDossier(*m_store, visit)->original(*readDossier(*m_store, visit)->item(parent))->sha256;
        const DerivedPicture drawn{
            m_begin + "drawn" + m_end, u"image/jpeg"_s, {digest}, u"{}"_s, u"drawn.jpg"_s};
        const ItemId item = addDerived(*m_store, m_signer, visit, drawn).value();
        const domain::Dossier dossier = readDossier(*m_store, visit).value();
        QCOMPARE(dossier.list(u"originals").size(), 2u);
        const domain::OriginalAdded* original = dossier.original(*dossier.item(item));
        QVERIFY(original != nullptr);
        QCOMPARE(original->origin, u"derived"_s);
        QCOMPARE(original->parents->front(), digest);
        QCOMPARE(readFile(m_store->vault().pathOf(original->sha256), 1 << 20).value(), drawn.bytes);
        QCOMPARE(readFile(m_store->vault().pathOf(digest), 1 << 20).value(), m_begin + "parent" + m_end);
        store::Database database = m_store->reader().value();
        QVERIFY(store::check(database, m_store->vault(), store::Beside::Nobody).value().ok());

        for (DerivedPicture wrong : {drawn, drawn, drawn, drawn}) {
            static int which = 0;
            switch (which++) {
                case 0:
                    wrong.parents.clear();
                    break;
                case 1:
                    wrong.recipe.clear();
                    break;
                case 2:
                    wrong.bytes.clear();
                    break;
                default:
                    wrong.parents = {Digest{}};
            }
            QVERIFY(!addDerived(*m_store, m_signer, visit, wrong));
        }
        QCOMPARE(readDossier(*m_store, visit)->list(u"originals").size(), 2u);
    }
};

QTEST_GUILESS_MAIN(TestWatchedFolder)
#include "test_watched_folder.moc"
