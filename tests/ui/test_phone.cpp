#include "core/crypto/digest.h"
#include "core/domain/fold.h"
#include "core/services/visits.h"
#include "tests/support/http_talk.h"
#include "tests/ui/desk_fixture.h"
#include "ui/visits/visits_page.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;
using test::HttpTalk;
using test::says;

/// The panel by which phones send photographs into a visit, and what becomes of what they send.
class TestPhone : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Desk {
        test::OpenWindow window;
        VisitsPage* visits;
        PhotosView* photos;
        PhonePanel* panel;

        explicit Desk(const QString& store)
            : window(store),
              visits(window.page<VisitsPage>()),
              photos(visits->photos()),
              panel(photos->phone()) {
            panel->setAddresses([] {
                return std::vector<phone::Address>{{u"127.0.0.1"_s, u"lo"_s},
                                                   {u"127.0.0.2"_s, u"lo2"_s, true}};
            });
            makeVisit();
        }
        void makeVisit() const {
            const int before = waitForList();
            visits->createVisit();
            (void)QTest::qWaitFor(
                [&] { return visits->list()->rowCount() == before + 1 && visits->visit()->isRead(); },
                20'000);
            visits->showTab(VisitView::PhotosTab);
        }
        int waitForList() const {
            (void)QTest::qWaitFor([&] { return visits->list()->rowCount() >= 4; }, 20'000);
            return visits->list()->rowCount();
        }
        domain::Dossier read() const {
            return services::readDossier(window->desk().session.office()->store(),
                                         *DossierId::fromText(visits->opened()))
                .value();
        }
        QStringList strays() const {
            QStringList found;
            QDirIterator all(window->desk().session.office()->store().folder() + u"/originals"_s,
                             QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext())
                if (all.next().endsWith(u".part"_s))
                    found += all.filePath();
            return found;
        }
    };

    /// The id of a file that was offered to the address.
    static QJsonObject offer(HttpTalk& talk, const QUrl& url, const QString& name, qint64 size) {
        const QJsonObject said{
            {u"phone"_s, u"p"_s}, {u"name"_s, name}, {u"size"_s, size}, {u"modified"_s, 1764300000000.0}};
        return talk.ask("POST", url.path().toLatin1() + "/files", QJsonDocument(said).toJson()).json();
    }
    static QJsonObject send(HttpTalk& talk, const QUrl& url, const QJsonObject& file,
                            const QByteArray& bytes) {
        return talk
            .ask("PUT",
                 url.path().toLatin1() + "/files/" + file[u"id"_s].toString().toLatin1() +
                     "?at=" + QByteArray::number(file[u"received"_s].toInteger()),
                 bytes)
            .json();
    }
    static std::vector<domain::OriginalAdded> originalsOf(const domain::Dossier& dossier) {
        std::vector<domain::OriginalAdded> originals;
        for (const domain::Item& item : dossier.items)
            if (const domain::OriginalAdded* original = dossier.original(item))
                originals.push_back(*original);
        return originals;
    }
    static QByteArray picture(int number) {
        QFile file(test::demoPictures()[number]);
        return file.open(QIODevice::ReadOnly) ? file.readAll() + "phone" : QByteArray();
    }

  private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder.path()); }
    void arrivesAsItIs();
    void isOffUnlessItIsOpen();
    void whatIsNotWholeIsGone();
    void refusals();
    void networks();
    void anotherVisit();
};

void TestPhone::arrivesAsItIs() {
    const QString store = m_folder.filePath(u"arrives"_s);
    test::fillAgain(store);
    const Desk desk(store);
    test::press(desk.photos, u"Photograph with a phone"_s);
    QVERIFY(desk.panel->isOn() && desk.panel->isVisibleTo(desk.window.window.get()));
    QVERIFY(says(desk.panel, desk.panel->url()));
    const QUrl url(desk.panel->url());
    HttpTalk talk(url);
    const QByteArray bytes = picture(0);
    const QJsonObject file = offer(talk, url, u"../../IMG 1\n.jpg"_s, bytes.size());
    QCOMPARE(send(talk, url, file, bytes)[u"state"_s].toString(), u"keeping"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.photos->model()->photoCount(), 1, 60'000);
    const Digest digest = crypto::sha256(view(bytes));
    QTRY_VERIFY(desk.panel->arrivals()->index(0).data().toString().contains(digest.hex().left(8)));
    const domain::Dossier dossier = desk.read();
    const std::vector<domain::OriginalAdded> originals = originalsOf(dossier);
    QCOMPARE(originals.size(), 1u);
    const domain::OriginalAdded& original = originals[0];
    QCOMPARE(original.sha256, digest);
    QCOMPARE(original.origin, u"imported"_s);
    QCOMPARE(original.method, u"phone"_s);
    QVERIFY(original.device->contains(u"Android 10"_s));
    QCOMPARE(original.sourceMtime, 1764300000000);
    QFile kept(desk.window->desk().session.office()->store().vault().pathOf(digest));
    QVERIFY(kept.open(QIODevice::ReadOnly) && kept.readAll() == bytes);
    QVERIFY(desk.strays().isEmpty());
}

void TestPhone::isOffUnlessItIsOpen() {
    const QString store = m_folder.filePath(u"off"_s);
    test::fillAgain(store);
    const Desk desk(store);
    QVERIFY(!desk.panel->isOn());
    const auto isServed = [](const QUrl& url) {
        HttpTalk talk(url);
        return talk.socket().state() == QAbstractSocket::ConnectedState &&
               talk.ask("GET", url.path().toLatin1()).status == 200;
    };
    desk.photos->takeFromPhone();
    const QUrl first(desk.panel->url());
    QVERIFY(isServed(first));
    QTest::keyClick(desk.panel, Qt::Key_Escape);
    QVERIFY(!desk.panel->isOn() && desk.panel->isHidden());
    QVERIFY(!isServed(first));
    desk.photos->takeFromPhone();
    const QUrl second(desk.panel->url());
    QVERIFY(second != first);
    QVERIFY(isServed(second));
    desk.window->desk().session.lock();
    QVERIFY(!desk.panel->isOn());
    QVERIFY(!isServed(second));
}

void TestPhone::whatIsNotWholeIsGone() {
    const QString store = m_folder.filePath(u"half"_s);
    test::fillAgain(store);
    const Desk desk(store);
    desk.photos->takeFromPhone();
    const QUrl url(desk.panel->url());
    HttpTalk talk(url);
    const QByteArray bytes = picture(1);
    const QJsonObject file = offer(talk, url, u"1.jpg"_s, bytes.size());
    QCOMPARE(send(talk, url, file, bytes.first(1000))[u"received"_s].toInteger(), 1000);
    QCOMPARE(desk.strays().size(), 1);
    desk.panel->close();
    QVERIFY(desk.strays().isEmpty());
    QVERIFY(originalsOf(desk.read()).empty());
}

void TestPhone::refusals() {
    const QString store = m_folder.filePath(u"refusals"_s);
    test::fillAgain(store);
    const Desk desk(store);
    desk.photos->takeFromPhone();
    const QUrl url(desk.panel->url());
    HttpTalk talk(url);
    QCOMPARE(offer(talk, url, u"huge.mp4"_s, 65LL << 30)[u"why"_s].toString(), u"too_large"_s);
    const QJsonObject note = offer(talk, url, u"note.jpg"_s, 200);
    // In two pieces that say nothing each.
    QCOMPARE(send(talk, url, note, QByteArray(10, 'a'))[u"state"_s].toString(), u"sending"_s);
    QJsonObject further = note;
    further[u"received"_s] = 10;
    QCOMPARE(send(talk, url, further, QByteArray(190, 'a'))[u"why"_s].toString(), u"unsupported"_s);
    QTRY_VERIFY(desk.panel->arrivals()->index(0).data().toString().contains(u"neither a photograph"_s));
    QVERIFY(desk.strays().isEmpty());
    QVERIFY(originalsOf(desk.read()).empty());
}

void TestPhone::networks() {
    const QString store = m_folder.filePath(u"networks"_s);
    test::fillAgain(store);
    const Desk desk(store);
    desk.panel->setAddresses([] { return std::vector<phone::Address>(); });
    desk.photos->takeFromPhone();
    QVERIFY(!desk.panel->isOn());
    QVERIFY(says(desk.panel, u"in no network"_s));
    desk.panel->setAddresses([] {
        return std::vector<phone::Address>{{u"127.0.0.1"_s, u"lo"_s}, {u"127.0.0.2"_s, u"lo2"_s, true}};
    });
    QTRY_VERIFY_WITH_TIMEOUT(desk.panel->isOn(), 20'000);  // by itself
    QVERIFY(!says(desk.panel, u"in no network"_s));
    QCOMPARE(QUrl(desk.panel->url()).host(), u"127.0.0.1"_s);
    auto* network = desk.panel->findChild<QComboBox*>();
    QCOMPARE(network->count(), 2);
    network->setCurrentIndex(1);
    Q_EMIT network->activated(1);
    QCOMPARE(QUrl(desk.panel->url()).host(), u"127.0.0.2"_s);
    QCOMPARE(HttpTalk(QUrl(desk.panel->url())).ask("GET", QUrl(desk.panel->url()).path().toLatin1()).status,
             200);
}

void TestPhone::anotherVisit() {
    const QString store = m_folder.filePath(u"another"_s);
    test::fillAgain(store);
    const Desk desk(store);
    desk.photos->takeFromPhone();
    const QUrl first(desk.panel->url());
    desk.makeVisit();
    QTRY_VERIFY(!desk.panel->isOn());
    desk.photos->takeFromPhone();
    const QUrl second(desk.panel->url());
    HttpTalk talk(second);
    QCOMPARE(talk.ask("GET", first.path().toLatin1()).status, 404);
    QCOMPARE(talk.ask("GET", second.path().toLatin1()).status, 200);
}

QTEST_MAIN(TestPhone)
#include "test_phone.moc"
