#include "core/services/references.h"
#include "tests/support/label_scene.h"
#include "tests/ui/desk_fixture.h"
#include "ui/visits/visits_page.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;
using test::buttonIn;
using test::says;

/// Labels pulled straight, the office's genuine ones, and suspects laid over them.
class TestLabels : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    test::LabelScene m_scene;
    QString m_file, m_grey;

    /// A visit of its own with one photograph, which stands large.
    static VisitsPage* photographed(const test::OpenWindow& window, const QStringList& files) {
        auto* visits = window.page<VisitsPage>();
        (void)QTest::qWaitFor([&] { return visits->list()->rowCount() >= 4; }, 20'000);
        const int before = visits->list()->rowCount();
        visits->createVisit();
        (void)QTest::qWaitFor(
            [&] {
                return visits->list()->rowCount() > before && visits->visit()->isRead() &&
                       visits->photos()->model()->photoCount() == 0;
            },
            20'000);
        visits->showTab(VisitView::PhotosTab);
        visits->photos()->add(files);
        (void)QTest::qWaitFor(
            [&] { return visits->photos()->model()->photoCount() == static_cast<int>(files.size()); },
            60'000);
        visits->photos()->openLarge(0);
        return visits;
    }

  private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(m_folder.path());
        QRandomGenerator dice(11);
        m_scene = test::labelScene({}, dice);
        m_file = m_folder.filePath(u"suspect.png"_s);
        QVERIFY(m_scene.photo.save(m_file));
        QImage grey(800, 600, QImage::Format_RGB32);
        grey.fill(Qt::gray);
        m_grey = m_folder.filePath(u"grey.png"_s);
        QVERIFY(grey.save(m_grey));
    }

    void aLabelIsFoundPulledAndKept() {
        const QString store = m_folder.filePath(u"scan"_s);
        test::fillAgain(store);
        const test::OpenWindow window(store);
        VisitsPage* visits = photographed(window, {m_file});
        PhotosView* photos = visits->photos();
        QTest::keyClick(photos->large(), Qt::Key_L);
        LabelView* view = photos->labelScan();
        QTRY_VERIFY_WITH_TIMEOUT(view->isVisible() && !view->preview().isNull(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(view->canvas()->hasPicture(), 30'000);
        QVERIFY(test::farthest(*view->canvas()->corners(), m_scene.corners) < 2);
        QVERIFY(says(view, u"at 300 dpi it prints"_s));

        // A corner follows the mouse and the keys, and the preview follows the corner.
        LabelCanvas* canvas = view->canvas();
        const eye::LabelCorners found = *canvas->corners();
        const QPoint at = canvas->placeOf(2).toPoint();
        QTest::mousePress(canvas, Qt::LeftButton, {}, at);
        QTest::mouseMove(canvas, at - QPoint(20, 10));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, at - QPoint(20, 10));
        QVERIFY((*canvas->corners())[2].x() < found[2].x() - 10);
        QCOMPARE((*canvas->corners())[0], found[0]);
        QVERIFY(!buttonIn(view, u"Keep the scan"_s)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(view, u"Keep the scan"_s)->isEnabled(), 60'000);
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_1);
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY((*canvas->corners())[0].x() > found[0].x() + 5);
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(view, u"Keep the scan"_s)->isEnabled(), 60'000);
        const QSize before = view->preview().size();
        canvas->turn();
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(view, u"Keep the scan"_s)->isEnabled(), 60'000);
        QVERIFY(view->preview().width() < view->preview().height() && before.width() > before.height());

        view->keep();
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photoCount(), 2, 60'000);
        const Photo kept = *photos->model()->photo(1);
        QCOMPARE(kept.parents, std::vector<Digest>{photos->model()->photo(0)->sha256});
        QCOMPARE(kept.type, u"image/png"_s);
        QVERIFY(photos->model()->index(1).data(PhotoModel::Derived).toBool());
        QVERIFY(wordsOfRecipe(kept.recipe).contains(u"its light evened"));
        QTRY_VERIFY(!view->isVisible());
    }

    void whereNoneIsFoundAPersonSaysWhereItIs() {
        const QString store = m_folder.filePath(u"hand"_s);
        test::fillAgain(store);
        const test::OpenWindow window(store);
        VisitsPage* visits = photographed(window, {m_grey});
        visits->photos()->scanLabel();
        LabelView* view = visits->photos()->labelScan();
        QTRY_VERIFY_WITH_TIMEOUT(says(view, u"No label with straight sides was found"_s), 60'000);
        QVERIFY(view->canvas()->corners());
        QVERIFY(!buttonIn(view, u"Keep the scan"_s)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(view->canvas()->hasPicture(), 30'000);
        view->canvas()->setFocus();
        QTest::keyClick(view->canvas(), Qt::Key_Up);
        QTRY_VERIFY_WITH_TIMEOUT(buttonIn(view, u"Keep the scan"_s)->isEnabled(), 60'000);
        QVERIFY(!says(view, u"No label with straight sides was found"_s));
        QTest::keyClick(view->canvas(), Qt::Key_Escape);
        QVERIFY(!view->isVisible());
    }

    /// Where the genuine label is not found there is nothing to slide, to see in turn or to keep.
    void withoutAFitNoToolsAreOffered() {
        const QString store = m_folder.filePath(u"nofit"_s);
        test::fillAgain(store);
        const test::OpenWindow window(store);
        VisitsPage* visits = photographed(window, {m_file, m_grey});
        LargeView* large = visits->photos()->large();
        ComparisonView* comparison = large->comparison();
        const QStringList tools{u"What differs"_s, u"In turn"_s, u"One over the other"_s,
                                u"Keep the comparison"_s};
        const auto offered = [&] {
            QStringList names;
            for (const QString& tool : tools)
                if (buttonIn(comparison, tool) != nullptr)
                    names += tool;
            return names;
        };
        comparison->setWay(LaidOver::Overlay);
        large->setComparing(true);
        large->showDifferences();
        QCOMPARE(offered(), QStringList());  // nothing yet
        QTRY_VERIFY_WITH_TIMEOUT(comparison->isDone(), 60'000);
        QCOMPARE(offered(), QStringList());
        QVERIFY(!comparison->findChild<QSlider*>()->isVisibleTo(comparison));
        QVERIFY(!comparison->picture()->isVisibleTo(comparison));
        QVERIFY(!says(comparison, u"How much of the genuine label"_s));
        QVERIFY(!says(comparison, visits->photos()->model()->photo(1)->sha256.hex().left(8)));
        QVERIFY(buttonIn(comparison, u"Back to the photographs"_s) != nullptr);

        const Digest genuine = visits->photos()->model()->photo(0)->sha256;
        comparison->compare({*DossierId::fromText(visits->opened()), genuine, genuine, {}});
        QTRY_VERIFY_WITH_TIMEOUT(comparison->isDone(), 60'000);
        QCOMPARE(offered(), tools);
        QVERIFY(comparison->findChild<QSlider*>()->isVisibleTo(comparison));
        QVERIFY(comparison->picture()->isVisibleTo(comparison));
    }

    void aReferenceIsKeptChosenComparedAndRetired() {
        const QString store = m_folder.filePath(u"references"_s);
        test::fillAgain(store);
        const test::OpenWindow window(store);
        VisitsPage* visits = photographed(window, {m_file, m_grey});
        PhotosView* photos = visits->photos();

        // A photograph becomes a reference.
        QTest::keyClick(photos->large(), Qt::Key_K);
        ReferenceForm* form = photos->referenceForm();
        QTRY_VERIFY(form->isVisible());
        QVERIFY(form->field(u"article_numbers")->text().size() >= 14);
        form->keep();
        QTRY_VERIFY_WITH_TIMEOUT(says(form, u"This value does not fit here"_s), 20'000);
        form->field(u"brand")->setText(u"云岭鹤"_s);
        form->keep();
        QTRY_VERIFY_WITH_TIMEOUT(!form->isVisible() && photos->large()->isVisible(), 30'000);

        // Another from a file, in the library itself; it shows up as no visit.
        const int listed = visits->list()->rowCount();
        QWidget* inspector = visits->visit()->inspector();
        QVERIFY(inspector->isVisibleTo(visits));
        visits->showReferences();
        QVERIFY(!inspector->isVisibleTo(visits));  // it would describe a photograph of a visit
        ReferencesView* library = visits->references();
        QTRY_COMPARE_WITH_TIMEOUT(library->model()->rowCount(), 1, 20'000);
        library->add(m_grey);
        auto* fromFile = library->findChild<ReferenceForm*>();
        fromFile->field(u"brand")->setText(u"北窗"_s);
        fromFile->keep();
        QTRY_COMPARE_WITH_TIMEOUT(library->model()->rowCount(), 2, 30'000);
        QCOMPARE(visits->list()->rowCount(), listed);

        // The one of the suspect's article comes first, though the other is newer.
        visits->showTab(VisitView::PhotosTab);
        QVERIFY(inspector->isVisibleTo(visits));
        photos->openLarge(0);
        QTest::keyClick(photos->large(), Qt::Key_G);
        ReferencesView* chooser = photos->large()->chooser();
        QTRY_COMPARE_WITH_TIMEOUT(chooser->model()->rowCount(), 2, 20'000);
        QVERIFY(chooser->model()->index(0).data(ReferenceModel::Matches).toBool());
        QVERIFY(!chooser->model()->index(1).data(ReferenceModel::Matches).toBool());
        QCOMPARE(chooser->list()->currentIndex().row(), 0);
        chooser->choose();
        ComparisonView* comparison = photos->large()->comparison();
        QTRY_VERIFY_WITH_TIMEOUT(comparison->isDone(), 60'000);
        QCOMPARE(comparison->differences(), 0);
        comparison->keep();
        QTRY_COMPARE_WITH_TIMEOUT(photos->model()->photoCount(), 3, 30'000);
        QCOMPARE(photos->model()->photo(2)->parents.size(), 2U);
        QVERIFY(wordsOfRecipe(photos->model()->photo(2)->recipe).contains(u"100 %"));

        // Out of use, with a reason; it is shown when it is asked for.
        visits->showReferences();
        QTRY_COMPARE_WITH_TIMEOUT(library->model()->rowCount(), 2, 20'000);
        QTRY_VERIFY(library->current() != nullptr);
        QVERIFY(!buttonIn(library, u"Take out of use"_s)->isEnabled());
        library->retire(u"新版包装"_s);
        QTRY_COMPARE_WITH_TIMEOUT(library->model()->rowCount(), 1, 20'000);
        test::press(library, u"Out of use too"_s);
        QTRY_COMPARE_WITH_TIMEOUT(library->model()->rowCount(), 2, 20'000);
        QTest::keyClick(library->list(), Qt::Key_Escape);
        QVERIFY(!library->isVisible());

        // Search leads to it.
        window->go(u"visits"_s, u"reference "_s + library->model()->reference(1)->id.text());
        QTRY_VERIFY(library->isVisible());
    }
};

QTEST_MAIN(TestLabels)
#include "test_labels.moc"
