#include "core/crypto/digest.h"
#include "core/domain/fold.h"
#include "core/services/visits.h"
#include "tests/support/http_talk.h"
#include "tests/ui/desk_fixture.h"
#include "ui/visits/visits_page.h"

#include <QDirIterator>
#include <QFile>
#include <QStorageInfo>
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
    void isOffWhereItIsNotSeen();
    void fitsASmallWindow();
    void whatCannotBeShownIsNamed();
    void roomIsNotKeptForWhatStands();
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

void TestPhone::isOffWhereItIsNotSeen() {
    const QString store = m_folder.filePath(u"unseen"_s);
    test::fillAgain(store);
    const Desk desk(store);
    const auto isServed = [](const QUrl& url) {
        HttpTalk talk(url);
        return talk.socket().state() == QAbstractSocket::ConnectedState &&
               talk.ask("GET", url.path().toLatin1()).status == 200;
    };
    desk.photos->takeFromPhone();
    const QUrl first(desk.panel->url());
    QVERIFY(isServed(first));
    desk.visits->showTab(VisitView::RecordTab);
    QVERIFY(!desk.panel->isOn());
    QVERIFY(!isServed(first));
    desk.visits->showTab(VisitView::PhotosTab);
    QVERIFY(!desk.panel->isVisible());

    desk.photos->takeFromPhone();
    const QUrl second(desk.panel->url());
    QVERIFY(isServed(second));
    desk.window->go(u"bundles"_s);
    QVERIFY(!desk.panel->isOn());
    QVERIFY(!isServed(second));
}

void TestPhone::fitsASmallWindow() {
    const QString store = m_folder.filePath(u"small"_s);
    test::fillAgain(store);
    const Desk desk(store);
    desk.window->resize(1024, 600);
    desk.photos->takeFromPhone();
    const QUrl url(desk.panel->url());
    HttpTalk talk(url);
    for (int i = 0; i < 3; ++i) {
        const QByteArray bytes = picture(i);
        send(talk, url, offer(talk, url, u"%1.jpg"_s.arg(i), bytes.size()), bytes);
    }
    QTRY_COMPARE_WITH_TIMEOUT(desk.photos->model()->photoCount(), 3, 60'000);
    QTest::qWait(100);
    QCOMPARE(desk.panel->visibleRegion().boundingRect(), desk.panel->rect());
    auto* code = desk.panel->findChild<QrView*>();
    QCOMPARE(code->visibleRegion().boundingRect(), code->rect());
    // Beside it nothing lies over it.
    const QRect taken(desk.panel->mapTo(desk.photos, QPoint()), desk.panel->size());
    QVERIFY(desk.photos->rect().contains(taken));
    // And the room is given back.
    QTest::keyClick(desk.panel, Qt::Key_Escape);
    QVERIFY(desk.visits->visit()->inspector()->isVisible());
}

void TestPhone::whatCannotBeShownIsNamed() {
    const QString store = m_folder.filePath(u"damaged"_s);
    test::fillAgain(store);
    const Desk desk(store);
    desk.photos->takeFromPhone();
    const QUrl url(desk.panel->url());
    HttpTalk talk(url);
    const QByteArray bytes = picture(0).first(2000);
    send(talk, url, offer(talk, url, u"cut.jpg"_s, bytes.size()), bytes);
    QTRY_COMPARE_WITH_TIMEOUT(desk.photos->model()->photoCount(), 1, 60'000);
    QTRY_VERIFY(says(desk.panel->notice(), u"cut.jpg"_s));
}

void TestPhone::roomIsNotKeptForWhatStands() {
    const QString folder = m_folder.filePath(u"room"_s);
    test::fillAgain(folder);
    const Desk desk(folder);
    const auto office = desk.window->desk().session.office();
    const qint64 size = std::min<qint64>(64LL << 30, QStorageInfo(folder).bytesAvailable() / 4 * 3);
    services::PhoneSettings settings{*DossierId::fromText(desk.visits->opened()), u"127.0.0.1"_s};
    settings.stallMs = 300;
    const auto session = services::PhoneSession::begin(office, *office->signer(), std::move(settings));
    QVERIFY(session);
    const QUrl url((*session)->url());
    HttpTalk talk(url);
    QCOMPARE(offer(talk, url, u"one.mp4"_s, size)[u"state"_s].toString(), u"sending"_s);
    // Begun by a page that then forgot it: the same film must fit all the same.
    QTest::qWait(400);
    QCOMPARE(offer(talk, url, u"two.mp4"_s, size)[u"state"_s].toString(), u"sending"_s);
    if (2 * size <= QStorageInfo(folder).bytesAvailable())
        QSKIP("the disk holds both, so that there is nothing to refuse");
    QCOMPARE(offer(talk, url, u"three.mp4"_s, size)[u"why"_s].toString(), u"disk_full"_s);
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
