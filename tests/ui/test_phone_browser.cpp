#include "core/crypto/digest.h"
#include "core/domain/fold.h"
#include "core/services/visits.h"
#include "tests/support/browser.h"
#include "tests/support/cutting_proxy.h"
#include "tests/ui/desk_fixture.h"
#include "ui/visits/visits_page.h"

#include <QFile>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;

/// The phone as camera from end to end: the window's own panel on one side, Chromium as a phone on the other.
class TestPhoneBrowser : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Desk {
        test::OpenWindow window;
        VisitsPage* visits;
        PhotosView* photos;

        explicit Desk(const QString& store) : window(store), visits(window.page<VisitsPage>()) {
            (void)QTest::qWaitFor([&] { return visits->list()->rowCount() == 4; }, 20'000);
            visits->createVisit();
            (void)QTest::qWaitFor(
                [&] { return visits->list()->rowCount() == 5 && visits->visit()->isRead(); }, 20'000);
            photos = visits->photos();
            visits->showTab(VisitView::PhotosTab);
            photos->phone()->setAddresses([] {
                return std::vector<phone::Address>{{u"127.0.0.1"_s, u"lo"_s}};
            });
            photos->takeFromPhone();
        }
    };

    QString makeFile(const QString& name, const QByteArray& bytes) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    /// Different files that decode as pictures, with their metadata.
    QStringList pictures(int count, const QString& prefix) const {
        const QStringList demo = test::demoPictures();
        QStringList files;
        for (int i = 0; i < count; ++i) {
            QFile from(demo[i % demo.size()]);
            if (!from.open(QIODevice::ReadOnly))
                qFatal("no picture");
            files += makeFile(u"%1_%2.jpg"_s.arg(prefix).arg(i, 4, 10, QChar(u'0')),
                              from.readAll() + QByteArray::number(i) + prefix.toUtf8());
        }
        return files;
    }
    static int safeOn(test::Browser& phone) {
        return phone.run(u"return document.querySelectorAll('#list .safe').length"_s).toInt();
    }
    /// Every file lies in the vault under its own digest, byte for byte, and the phone was told the same.
    static void compare(const Desk& desk, test::Browser& phone, const QStringList& files) {
        const QString listed = phone.run(u"return document.getElementById('list').innerText"_s).toString();
        const store::Vault& vault = desk.window->desk().session.office()->store().vault();
        for (const QString& name : files) {
            QFile sent(name);
            QVERIFY(sent.open(QIODevice::ReadOnly));
            const QByteArray bytes = sent.readAll();
            const Digest digest = crypto::sha256(view(bytes));
            QFile kept(vault.pathOf(digest));
            QVERIFY2(kept.open(QIODevice::ReadOnly), qPrintable(name));
            QVERIFY(kept.readAll() == bytes);
            QVERIFY2(listed.contains(digest.hex().left(8)), qPrintable(name));
        }
    }

  private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(m_folder.path());
        if (!test::Browser::isInstalled())
            QSKIP("chromium or chromedriver is not installed (packaging/install test)");
    }
    void eightyPhotographs();
    void cutConnectionsGoOn();
    void aReloadedPageGoesOn();
    void nothingAfterTheEnd();
    void oneLargeFile();
};

void TestPhoneBrowser::eightyPhotographs() {
    const QString store = m_folder.filePath(u"eighty"_s);
    test::fillAgain(store);
    const Desk desk(store);
    const QStringList files = pictures(80, u"IMG"_s);
    const QString note = makeFile(u"note.pdf"_s, "%PDF-1.7 not a picture");
    test::Browser phone;
    phone.go(desk.photos->phone()->url());
    QElapsedTimer clock;
    clock.start();
    phone.choose(files + QStringList{note});
    QTRY_COMPARE_WITH_TIMEOUT(safeOn(phone), 80, 240'000);
    qInfo("80 photographs: %lld ms", clock.elapsed());
    compare(desk, phone, files);
    QTRY_COMPARE_WITH_TIMEOUT(desk.photos->model()->photoCount(), 80, 20'000);
    QVERIFY(phone.run(u"return document.querySelector('#list .failed').innerText"_s)
                .toString()
                .contains(u"note.pdf"_s));
    QCOMPARE(desk.photos->phone()->arrivals()->rowCount(), 81);
    const auto id = DossierId::fromText(desk.visits->opened());
    const auto dossier = services::readDossier(desk.window->desk().session.office()->store(), *id).value();
    QCOMPARE(dossier.list(u"originals").size(), 80u);
}

void TestPhoneBrowser::cutConnectionsGoOn() {
    const QString store = m_folder.filePath(u"cut"_s);
    test::fillAgain(store);
    const Desk desk(store);
    const QUrl url(desk.photos->phone()->url());
    test::CuttingProxy proxy(static_cast<quint16>(url.port()), 700'000);
    test::Browser phone(
        {u"--host-resolver-rules=MAP 127.0.0.1:%1 127.0.0.1:%2"_s.arg(url.port()).arg(proxy.serverPort())});
    phone.go(url.toString());
    QByteArray film(
        "\0\0\0\x18"
        "ftypmp42\0\0\0\0mp42isom",
        24);
    for (int i = 0; film.size() < 5'000'000; ++i)
        film += QByteArray::number(i * 7919);
    const QStringList files = pictures(5, u"CUT"_s) + QStringList{makeFile(u"VID_1.mp4"_s, film)};
    phone.choose(files);
    QTRY_COMPARE_WITH_TIMEOUT(safeOn(phone), 6, 120'000);
    QVERIFY(proxy.cuts() > 3);
    compare(desk, phone, files);
}

void TestPhoneBrowser::aReloadedPageGoesOn() {
    const QString store = m_folder.filePath(u"reload"_s);
    test::fillAgain(store);
    const Desk desk(store);
    const QUrl url(desk.photos->phone()->url());
    auto proxy = std::make_unique<test::CuttingProxy>(static_cast<quint16>(url.port()), 3'000'000);
    test::Browser phone(
        {u"--host-resolver-rules=MAP 127.0.0.1:%1 127.0.0.1:%2"_s.arg(url.port()).arg(proxy->serverPort())});
    phone.go(url.toString());
    QByteArray film(
        "\0\0\0\x18"
        "ftypmp42\0\0\0\0mp42isom",
        24);
    while (film.size() < 40'000'000)
        film += QByteArray::number(film.size() * 7919);
    const QStringList files{makeFile(u"VID_2.mp4"_s, film)};
    const auto received = [&] {
        const phone::Snapshot now = desk.photos->phone()->session()->snapshot();
        return now.files.empty() ? 0 : now.files[0].received;
    };
    phone.choose(files);
    QTRY_VERIFY_WITH_TIMEOUT(received() > 1'000'000, 60'000);
    phone.go(u"about:blank"_s);
    const qint64 before = received();
    QVERIFY(before < film.size());
    proxy->heal();
    phone.go(url.toString());
    phone.choose(files);
    QTRY_COMPARE_WITH_TIMEOUT(safeOn(phone), 1, 120'000);
    QCOMPARE(desk.photos->phone()->session()->snapshot().files.size(), 1u);
    compare(desk, phone, files);
}

void TestPhoneBrowser::nothingAfterTheEnd() {
    const QString store = m_folder.filePath(u"end"_s);
    test::fillAgain(store);
    const Desk desk(store);
    test::Browser phone;
    phone.go(desk.photos->phone()->url());
    const QString first = desk.photos->phone()->url();
    const QStringList files = pictures(2, u"END"_s);
    phone.choose({files[0]});
    QTRY_COMPARE_WITH_TIMEOUT(safeOn(phone), 1, 60'000);
    // A new code: the page that is open says so.
    test::press(desk.photos->phone(), u"New code"_s);
    QVERIFY(desk.photos->phone()->url() != first);
    phone.choose({files[1]});
    QTRY_VERIFY_WITH_TIMEOUT(!phone.run(u"return document.getElementById('over').hidden"_s).toBool(), 20'000);
    QTest::keyClick(desk.photos->phone(), Qt::Key_Escape);
    QVERIFY(!desk.photos->phone()->isOn());
    QVERIFY(desk.photos->phone()->isHidden());
    QTcpSocket late;
    late.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(QUrl(first).port()));
    QVERIFY(!late.waitForConnected(2000));
    QCOMPARE(desk.photos->model()->photoCount(), 1);
}

void TestPhoneBrowser::oneLargeFile() {
    // The whole of it by hand: CHAYAN_LARGE=1 QTEST_FUNCTION_TIMEOUT=1800000.
    const qint64 size = qEnvironmentVariableIsSet("CHAYAN_LARGE") ? 4'500'000'000 : 450'000'000;
    const QString store = m_folder.filePath(u"large"_s);
    test::fillAgain(store);
    const Desk desk(store);
    const QString name = makeFile(u"VID_3.mp4"_s, QByteArray("\0\0\0\x18"
                                                             "ftypmp42\0\0\0\0mp42isom",
                                                             24));
    QVERIFY(QFile::resize(name, size));
    test::Browser phone;
    phone.go(desk.photos->phone()->url());
    QElapsedTimer clock;
    clock.start();
    phone.choose({name});
    QTRY_COMPARE_WITH_TIMEOUT(safeOn(phone), 1, 1'700'000);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    qInfo("%lld bytes: %lld ms, at most %ld kB of memory", size, clock.elapsed(), used.ru_maxrss);
    const phone::Snapshot now = desk.photos->phone()->session()->snapshot();
    QCOMPARE(now.files[0].size, size);
    // Another reader of the same bytes.
    QProcess other;
    other.start(u"sha256sum"_s, {name});
    QVERIFY(other.waitForFinished(600'000));
    QVERIFY(other.readAll().startsWith(now.files[0].sha256.hex().toLatin1()));
    const auto kept = desk.window->desk().session.office()->store().vault().measure(now.files[0].sha256);
    QVERIFY(kept && kept->sha256 == now.files[0].sha256 && kept->size == size);
}

QTEST_MAIN(TestPhoneBrowser)
#include "test_phone_browser.moc"
