#include "core/services/visits.h"
#include "tests/ui/desk_fixture.h"
#include "ui/capture/device_panel.h"
#include "ui/visits/visits_page.h"

#include <QDir>
#include <QLabel>
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
    /// The photographs of the filled visit, in the window.
    static VisitsPage* openPhotographs(const test::OpenWindow& window, const DossierId& id) {
        auto* visits = window.page<VisitsPage>();
        window->go(u"visits"_s, id.text());
        (void)QTest::qWaitFor(
            [&] { return visits->visit()->isRead() && visits->photos()->model()->photoCount() == 7; },
            20'000);
        visits->showTab(VisitView::PhotosTab);
        return visits;
    }

    /// A fifth one beside those of the filled store, open and empty.
    static void makeVisit(VisitsPage* visits) {
        QTRY_COMPARE_WITH_TIMEOUT(visits->list()->rowCount(), 4, 20'000);
        visits->createVisit();
        QTRY_COMPARE_WITH_TIMEOUT(visits->list()->rowCount(), 5, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(visits->visit()->isRead(), 20'000);
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

    void aDevicesFilesComeWithItsClock() {
        const QString store = m_folder.filePath(u"device"_s);
        test::fillAgain(store);
        const QString card = m_folder.filePath(u"card"_s);
        QVERIFY(QDir().mkpath(card + u"/DCIM/100"_s));
        const QStringList pictures = test::demoPictures();
        QVERIFY(QFile::copy(pictures[0], card + u"/DCIM/100/IMG_1.jpg"_s));
        QVERIFY(QFile::copy(pictures[1], card + u"/DCIM/100/IMG_2.jpg"_s));
        QVERIFY(QFile::copy(pictures[2], card + u"/.hidden.jpg"_s));
        const test::OpenWindow window(store);
        auto* visits = window.page<VisitsPage>();
        makeVisit(visits);
        const auto visit = DossierId::fromText(visits->opened());
        visits->showTab(VisitView::PhotosTab);
        PhotosView* photos = visits->photos();
        photos->takeFromDevice();
        DevicePanel* panel = photos->device();
        QVERIFY(panel->isVisible() && panel->visit() == visit);
        panel->setFolder(m_folder.filePath(u"no card"_s));
        QTRY_VERIFY_WITH_TIMEOUT(panel->notice()->isVisible(), 20'000);
        panel->setFolder(card);
        QTRY_COMPARE_WITH_TIMEOUT(panel->fileCount(), 2, 20'000);
        QVERIFY(!panel->notice()->isVisible());
        panel->device()->setText(u"记录仪 04"_s);
        panel->shown()->setDateTime(QDateTime::currentDateTime().addSecs(192));
        QVERIFY(says(panel, u"Not measured"_s));
        panel->measure();
        QVERIFY(says(panel, u"0:03:1"_s));
        const auto offset = panel->offset();
        QVERIFY(offset && *offset >= 188'000 && *offset <= 192'000);
        QTest::mouseClick(buttonIn(panel, u"Take 2 files in"_s), Qt::LeftButton);
        QVERIFY(!panel->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photoCount(), 2, 60'000);
        const auto dossier = must(services::readDossier(window->desk().session.office()->store(), *visit));
        for (const domain::Item* item : dossier.list(u"originals")) {
            const domain::OriginalAdded* original = dossier.original(*item);
            QVERIFY(original->device == u"记录仪 04"_s && original->clockOffset == offset);
            QCOMPARE(original->origin, u"imported"_s);
        }
        visits->photos()->openLarge(0);
        QTRY_VERIFY(says(visits->inspector(), offsetText(*offset)));
        // A reading of another moment is no measure, and another visit begins anew.
        photos->takeFromDevice();
        QVERIFY(!panel->offset() && panel->fileCount() == 0);
        window->go(u"visits"_s, visits->list()->line(4).id.text());
        QTRY_VERIFY_WITH_TIMEOUT(!panel->isVisible(), 20'000);
    }

    void whatIsDrawnIsAPictureOfItsOwn() {
        const QString store = m_folder.filePath(u"drawn"_s);
        const DossierId id = test::fillAgain(store);
        const test::OpenWindow window(store);
        VisitsPage* visits = openPhotographs(window, id);
        PhotosView* photos = visits->photos();
        QVERIFY(visits->visit()->isRead() && photos->model()->photoCount() == 7);
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
        photos->gallery()->setCurrentIndex(photos->model()->index(7));
        Inspector* inspector = visits->visit()->inspector();
        QTRY_VERIFY(says(inspector, u"photograph 2"_s));
        QVERIFY(says(inspector, u"1 arrow"_s) && says(inspector, u"1 area made unrecognisable"_s));
    }

    void picturesStandSideBySideAndAreChosen() {
        const QString store = m_folder.filePath(u"beside"_s);
        const DossierId id = test::fillAgain(store);
        const test::OpenWindow window(store);
        VisitsPage* visits = openPhotographs(window, id);
        PhotosView* photos = visits->photos();
        QVERIFY(visits->visit()->isRead() && photos->model()->photoCount() == 7);
        photos->openLarge(1);
        LargeView* large = photos->large();
        QTRY_VERIFY(large->picture(0)->hasFocus());
        QVERIFY(!large->isComparing());

        // The next one beside it; what zooms or moves one does so to the other.
        QTest::keyClick(large->picture(0), Qt::Key_C);
        QVERIFY(large->isComparing() && large->picture(1)->isVisible());
        QCOMPARE(large->shown(0), 1);
        QCOMPARE(large->shown(1), 2);
        QTest::qWait(50);  // laid out
        QTest::keyClick(large->picture(1), Qt::Key_Plus);
        QTest::keyClick(large->picture(1), Qt::Key_Plus);
        QTest::mousePress(large->picture(0), Qt::LeftButton, {}, QPoint(50, 50));
        QTest::mouseMove(large->picture(0), QPoint(80, 70));
        QTest::mouseRelease(large->picture(0), Qt::LeftButton, {}, QPoint(80, 70));
        const PictureView::Place left = large->picture(0)->place();
        const PictureView::Place right = large->picture(1)->place();
        QVERIFY(std::abs(left.zoom - 1.25 * 1.25) < 0.01 && left.middle.x() < 0.499);
        QVERIFY(std::abs(left.zoom - right.zoom) < 0.01);
        QVERIFY((left.middle - right.middle).manhattanLength() < 0.01);
        // Arrows exchange the one that is looked at.
        large->picture(1)->setFocus();
        QTest::keyClick(large->picture(1), Qt::Key_Right);
        QCOMPARE(large->shown(0), 1);
        QCOMPARE(large->shown(1), 3);
        QVERIFY((large->picture(1)->place().middle - left.middle).manhattanLength() < 0.01);

        // Chosen by a key, in the gallery too; the words below are an entry.
        QTest::keyClick(large->picture(1), Qt::Key_P);
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photo(3)->use, u"record"_s, 20'000);
        QVERIFY(
            photos->model()->index(3).data(Qt::AccessibleTextRole).toString().contains(u"For the record"_s));
        FieldRow* caption = large->row(u"caption");
        caption->editor()->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(caption->editor(), u"front label"_s);
        QTRY_COMPARE_WITH_TIMEOUT(caption->state(), FieldRow::State::Kept, 20'000);
        large->picture(0)->setFocus();
        const ItemId item = photos->model()->photo(3)->item;
        const auto recorded = [&](QStringView key) {
            const auto dossier = must(services::readDossier(window->desk().session.office()->store(), id));
            return dossier.value(*dossier.item(item), key);
        };
        QTRY_COMPARE_WITH_TIMEOUT(recorded(u"caption"), u"front label"_s, 20'000);
        QCOMPARE(recorded(u"use"), u"record"_s);
        QTest::keyClick(large->picture(0), Qt::Key_Escape);
        auto* gallery = photos->gallery();
        QTRY_VERIFY(gallery->isVisible());
        gallery->setCurrentIndex(photos->model()->index(0));
        QTest::keyClick(gallery, Qt::Key_X);
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photo(0)->use, u"aside"_s, 20'000);
        QTest::keyClick(gallery, Qt::Key_U);
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photo(0)->use, QString(), 20'000);
    }

    void whatIsHardToReadIsToldAtOnce() {
        const QString store = m_folder.filePath(u"hard"_s);
        test::fillAgain(store);
        const test::OpenWindow window(store);
        auto* visits = window.page<VisitsPage>();
        makeVisit(visits);
        QImage night(640, 480, QImage::Format_RGB32);
        night.fill(QColor(6, 6, 8));
        const QString dark = m_folder.filePath(u"IMG_7.png"_s);
        QVERIFY(night.save(dark));
        PhotosView* photos = visits->photos();
        visits->showTab(VisitView::PhotosTab);
        photos->add({test::demoPictures()[0], dark});
        PhotoModel* model = photos->model();
        QTRY_COMPARE_WITH_TIMEOUT(model->photoCount(), 2, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(model->index(1).data(PhotoModel::Flawed).toBool(), 60'000);
        QVERIFY(!model->index(0).data(PhotoModel::Flawed).toBool());
        QVERIFY(model->index(1).data(Qt::ToolTipRole).toString().contains(u"too dark"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(photos, u"1 photograph may be of little use"_s), 20'000);
        QVERIFY(says(photos, u"IMG_7.png: It is too dark"_s));
        // With none selected, the inspector tells of the visit as it is now.
        QTRY_VERIFY_WITH_TIMEOUT(says(visits->visit()->inspector(), u"Photographs"_s), 20'000);
        const auto counts = [&] {
            QStringList texts;
            for (const QLabel* label : visits->visit()->inspector()->findChildren<QLabel*>())
                texts << label->text();
            const qsizetype at = texts.indexOf(u"Photographs"_s);
            return at >= 0 ? texts.value(at + 1) : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(counts(), u"2"_s, 20'000);
    }

    void aLabelIsLaidOverTheGenuineOne() {
        const QString store = m_folder.filePath(u"labels"_s);
        const DossierId filled = test::fillAgain(store);
        const test::OpenWindow window(store);
        auto* visits = window.page<VisitsPage>();
        makeVisit(visits);
        // The genuine one, the same photographed again, and another.
        const QStringList pictures = test::demoPictures();
        QFile again(m_folder.filePath(u"again.jpg"_s));
        QVERIFY(QFile::copy(pictures[0], again.fileName()));
        QVERIFY(again.open(QIODevice::Append) && again.write("3") == 1);
        again.close();
        PhotosView* photos = visits->photos();
        visits->showTab(VisitView::PhotosTab);
        photos->add({pictures[0], again.fileName(), pictures[1]});
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photoCount(), 3, 60'000);
        photos->openLarge(0);
        LargeView* large = photos->large();
        QTest::keyClick(large, Qt::Key_V);  // beside nothing
        QVERIFY(!large->comparison()->isVisible());
        QTest::keyClick(large, Qt::Key_C);
        QTRY_VERIFY(large->isComparing());
        QTest::keyClick(large, Qt::Key_V);
        ComparisonView* comparison = large->comparison();
        QVERIFY(comparison->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(comparison->isDone(), 180'000);
        QCOMPARE(comparison->differences(), 0);
        const QImage map = comparison->picture()->grab().toImage();
        comparison->setWay(LaidOver::Overlay);
        QVERIFY(comparison->picture()->grab().toImage() != map);
        comparison->setWay(LaidOver::Blink);
        QTest::keyClick(comparison, Qt::Key_Escape);
        QVERIFY(!comparison->isVisible() && large->isComparing());

        // What is no such label is said, and nothing is shown.
        QTest::keyClick(large->picture(1), Qt::Key_Right);
        QCOMPARE(large->shown(1), 2);
        QTest::keyClick(large, Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(comparison->isDone(), 180'000);
        auto* notice = comparison->findChild<Notice*>();
        QVERIFY(notice->isVisible());

        // Another photograph is seen where the comparison stood.
        photos->openLarge(1);
        QVERIFY(!comparison->isVisible() && large->picture(0)->isVisible());
        large->setComparing(true);
        large->showDifferences();
        QVERIFY(comparison->isVisible());
        window->go(u"visits"_s, filled.text());
        QTRY_VERIFY_WITH_TIMEOUT(photos->model()->photoCount() == 7, 20'000);
        photos->openLarge(0);
        QVERIFY(!comparison->isVisible() && large->picture(0)->isVisible());
    }

    void aCodeIsPointedAtOrTyped() {
        const QString store = m_folder.filePath(u"pointed"_s);
        const DossierId id = test::fillAgain(store);
        const test::OpenWindow window(store);
        VisitsPage* visits = openPhotographs(window, id);
        PhotosView* photos = visits->photos();
        QVERIFY(visits->visit()->isRead() && photos->model()->photoCount() == 7);
        photos->openLarge(0);
        LargeView* large = photos->large();
        PictureView* picture = large->picture(0);
        QTRY_VERIFY(picture->hasFocus());
        const auto codes = [&] { return photos->model()->photo(0)->codes; };
        const std::size_t before = codes().size();
        const auto pull = [&](QPoint from, QPoint to) {
            QTest::keyClick(picture, Qt::Key_B);
            QTest::mousePress(picture, Qt::LeftButton, {}, from);
            QTest::mouseMove(picture, (from + to) / 2);
            QTest::mouseMove(picture, to);
            QTest::mouseRelease(picture, Qt::LeftButton, {}, to);
        };
        const PictureView::Place place = picture->place();
        pull(picture->rect().center() - QPoint(12, 12), picture->rect().center() + QPoint(12, 12));
        QCOMPARE(picture->place().middle, place.middle);  // a box was drawn, the picture stayed
        QTRY_VERIFY_WITH_TIMEOUT(says(large, u"No code can be read there"_s), 60'000);
        auto* typed = large->findChild<BoxedCode*>()->findChild<QLineEdit*>();
        QTRY_VERIFY(typed->hasFocus());
        QTest::keyClicks(typed, u"91510104PDY00001XW"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(codes().size(), before + 1, 20'000);
        QCOMPARE(codes().back().pass, u"typed"_s);
        QTRY_VERIFY(says(visits->visit()->inspector(), u"typed by hand"_s));
        // The whole picture holds what was read before.
        picture->setFocus();
        pull(QPoint(1, 1), picture->rect().bottomRight() - QPoint(1, 1));
        QTRY_VERIFY_WITH_TIMEOUT(says(large, u"read there."_s), 60'000);
        QCOMPARE(codes().size(), before + 1);
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
