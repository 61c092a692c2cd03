#include "core/services/visits.h"
#include "tests/ui/desk_fixture.h"
#include "ui/visits/visits_page.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;
using test::buttonIn;
using test::must;
using test::says;

/// Photographs that come by themselves, and what is drawn on copies of them.
class TestPhotos : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static void upload(const QString& from, const QString& to) {
        // As a phone's program does it: under another name until it is whole.
        QVERIFY(QFile::copy(from, to + u".part"_s));
        QVERIFY(QFile::rename(to + u".part"_s, to));
    }
    static int photosIn(const test::OpenWindow& window, const DossierId& id) {
        const auto dossier = services::readDossier(window->desk().session.office()->store(), id);
        return dossier ? static_cast<int>(dossier->list(u"originals").size()) : -1;
    }

  private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder.path()); }

    void aWatchedFolderIsTakenInOnce() {
        const QString store = m_folder.filePath(u"watched"_s);
        test::fillAgain(store);
        const QString phone = m_folder.filePath(u"phone"_s);
        QVERIFY(QDir().mkpath(phone));
        const QStringList pictures = test::demoPictures();
        upload(pictures[0], phone + u"/before.jpg"_s);  // not new
        QTest::qWait(50);
        std::optional<DossierId> visit;
        {
            const test::OpenWindow window(store);
            auto* visits = window.page<VisitsPage>();
            QTRY_COMPARE_WITH_TIMEOUT(visits->list()->rowCount(), 4, 20'000);
            visits->createVisit();
            QTRY_COMPARE_WITH_TIMEOUT(visits->list()->rowCount(), 5, 20'000);
            QTRY_VERIFY(visits->visit()->isRead() && visits->photos()->model()->photoCount() == 0);
            visit = DossierId::fromText(visits->opened());
            PhotosView* photos = visits->photos();
            visits->showTab(VisitView::PhotosTab);
            photos->watch()->begin(phone, *visit);
            QVERIFY(says(photos, u"goes into this visit"_s));
            // Different bytes than those that lie in the store already.
            QFile copy(m_folder.filePath(u"fresh.jpg"_s));
            QVERIFY(QFile::copy(pictures[1], copy.fileName()));
            QVERIFY(copy.open(QIODevice::Append) && copy.write("1") == 1);
            copy.close();
            upload(copy.fileName(), phone + u"/fresh.jpg"_s);
            upload(pictures[2], phone + u"/known.jpg"_s);  // its bytes are an original of another visit
            QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photoCount(), 1, 60'000);
            QCOMPARE(photosIn(window, *visit), 1);

            // Another visit stands open, and what comes goes where it belongs.
            window->go(u"visits"_s, visits->list()->line(4).id.text());
            QTRY_VERIFY_WITH_TIMEOUT(says(photos, u"goes into another visit"_s), 20'000);
        }
        // While the program was closed one more came; nothing is taken twice.
        QFile later(m_folder.filePath(u"later.jpg"_s));
        QVERIFY(QFile::copy(pictures[3], later.fileName()));
        QVERIFY(later.open(QIODevice::Append) && later.write("2") == 1);
        later.close();
        upload(later.fileName(), phone + u"/later.jpg"_s);
        const test::OpenWindow window(store);
        QTRY_COMPARE_WITH_TIMEOUT(photosIn(window, *visit), 2, 60'000);
        QTest::qWait(4000);  // two more looks and what makes a file whole
        QCOMPARE(photosIn(window, *visit), 2);
        window.page<VisitsPage>()->photos()->watch()->end();
    }

    void whatIsDrawnIsAPictureOfItsOwn() {
        const QString store = m_folder.filePath(u"drawn"_s);
        const DossierId id = test::fillAgain(store);
        const test::OpenWindow window(store);
        auto* visits = window.page<VisitsPage>();
        window->go(u"visits"_s, id.text());
        PhotosView* photos = visits->photos();
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photoCount(), 7, 20'000);
        visits->showTab(VisitView::PhotosTab);
        photos->openLarge(1);
        const Digest parent = photos->model()->photo(1)->sha256;
        photos->annotate();
        AnnotateView* view = photos->annotator();
        AnnotateCanvas* canvas = view->canvas();
        QTRY_VERIFY_WITH_TIMEOUT(!canvas->picture().isNull(), 30'000);
        QVERIFY(!buttonIn(view, u"Save as a new picture"_s)->isEnabled());

        // By the mouse, as a person does.
        const QPoint middle = canvas->rect().center();
        const auto pull = [&](QPoint from, QPoint to) {
            QTest::mousePress(canvas, Qt::LeftButton, {}, from);
            QTest::mouseMove(canvas, (from + to) / 2);
            QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
        };
        pull(middle, middle + QPoint(60, 40));
        QCOMPARE(canvas->annotations().size(), 1u);
        test::press(view, u"Frame"_s);
        pull(middle - QPoint(50, 50), middle + QPoint(50, 50));
        test::press(view, u"Make unrecognisable"_s);
        pull(middle - QPoint(80, 20), middle - QPoint(20, -20));
        auto* text = view->findChild<QLineEdit*>();
        QTest::keyClicks(text, u"lot differs"_s);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, middle + QPoint(-40, 60));
        QCOMPARE(canvas->annotations().size(), 4u);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, middle + QPoint(0, 60));
        test::press(view, u"Take the last one back"_s);
        QCOMPARE(canvas->annotations().size(), 4u);
        test::press(view, u"Save as a new picture"_s);
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photoCount(), 8, 30'000);

        const Photo drawn = *photos->model()->photo(7);
        QCOMPARE(drawn.parents, std::vector<Digest>{parent});
        QCOMPARE(drawn.origin, u"derived"_s);
        QVERIFY(drawn.recipe.contains(u"blur"_s) && drawn.recipe.contains(u"arrow"_s));
        QVERIFY(!drawn.recipe.contains(u"lot differs"_s));  // words stand in the picture alone
        const store::Vault& vault = window->desk().session.office()->store().vault();
        QCOMPARE(vault.measure(parent)->sha256, parent);  // as it was
        QImage picture;
        QVERIFY(picture.load(vault.pathOf(drawn.sha256), "JPEG"));
        QCOMPARE(picture.size(), canvas->picture().size());
        photos->findChild<QListView*>()->setCurrentIndex(photos->model()->index(7));
        Inspector* inspector = visits->visit()->inspector();
        QTRY_VERIFY(says(inspector, u"photograph 2"_s));
        QVERIFY(says(inspector, u"1 arrow"_s) && says(inspector, u"1 area made unrecognisable"_s));
    }

    void whatIsHiddenCannotBeMadeOutAgain() {
        QImage noise(200, 120, QImage::Format_RGB32);
        for (int y = 0; y < noise.height(); ++y)
            for (int x = 0; x < noise.width(); ++x)
                noise.setPixelColor(x, y, QColor((x * 37) % 256, (y * 91) % 256, (x * y) % 256));
        const QImage made = annotated(noise, {{Annotation::Kind::Blur, {20, 20}, {100, 60}, {}}});
        std::set<QRgb> colours;
        for (int y = 21; y < 59; ++y)
            for (int x = 21; x < 99; ++x)
                colours.insert(made.pixel(x, y));
        QVERIFY(colours.size() <= 32);
        QCOMPARE(made.pixel(150, 100), noise.pixel(150, 100));
        QCOMPARE(made.size(), noise.size());
    }
};

QTEST_MAIN(TestPhotos)
#include "test_photos.moc"
