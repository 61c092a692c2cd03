#include "tests/support/test_camera.h"

#include "tests/support/moving_label.h"
#include "tests/ui/capturing.h"
#include "ui/capture/frame_pixels.h"

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;
using test::bytesOf;
using test::Capturing;
using test::says;
namespace cameras = test::cameras;

/// Live capture from cameras as Qt Multimedia finds them: opened, chosen, photographed with, unplugged, held
/// by another program.
class TestCamera : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    test::LabelFilm m_film{{{1280, 720}, 2, 0, 40, 6}};

    static inline const QString table = u"Table camera"_s, hand = u"Hand camera"_s;
    static inline const QList<cameras::Format> large{{{1280, 720}, 25, true}, {{640, 480}, 30, false}};
    static inline const QList<cameras::Format> small{{{640, 360}, 25, false}};

    /// As a program has it: one window for all, since the back end of Qt Multimedia is one as well.
    std::unique_ptr<Capturing> m_capturing;

    Capturing& begin() {
        if (m_capturing)
            m_capturing->again();
        else
            m_capturing = std::make_unique<Capturing>(m_folder.filePath(u"store"_s));
        return *m_capturing;
    }

    static QStringList choices(QWidget* view, const QString& name) {
        for (const auto* box : view->findChildren<QComboBox*>())
            if (box->accessibleName() == name) {
                QStringList all;
                for (int i = 0; i < box->count(); ++i)
                    all << box->itemText(i);
                return all;
            }
        return {};
    }
    static void choose(QWidget* view, const QString& name, int index) {
        for (auto* box : view->findChildren<QComboBox*>())
            if (box->accessibleName() == name) {
                box->setCurrentIndex(index);
                Q_EMIT box->activated(index);
            }
    }

  private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(m_folder.path());
        QSettings().setValue(u"capture/sound"_s, false);
        cameras::install([this](int number) { return m_film.frame(number % m_film.frames()); });
        test::fillAgain(m_folder.filePath(u"store"_s));
    }
    void init() {
        cameras::setBroken(false);
        QSettings().remove(u"capture/camera"_s);
        QSettings().remove(u"capture/resolution"_s);
    }
    void cleanup() {
        m_capturing->view->disconnect(this);
        QTest::keyClick(m_capturing->view, Qt::Key_Escape);
        QTRY_VERIFY(!m_capturing->visits->photos()->isCapturing());
        cameras::unplug(table);
        cameras::unplug(hand);
    }
    void cleanupTestCase() { m_capturing.reset(); }

    void aCameraIsFoundReadAndPhotographedWith() {
        cameras::plugIn(table, large);
        Capturing& capturing = begin();
        std::set<QString> read;
        connect(capturing.view, &CaptureView::frameRead, this, [&](const ReadFrame& frame) {
            for (const eye::Code& code : frame.reading.codes)
                read.insert(code.text);
        });
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 0, 30'000);
        QCOMPARE(choices(capturing.view, u"Camera"_s), QStringList{table});
        QCOMPARE(choices(capturing.view, u"Resolution or rate"_s),
                 QStringList({u"1280 × 720, 25 a second"_s, u"640 × 480, 30 a second"_s}));
        QVERIFY2(cameras::openedAs().contains(u"1280"_s), qPrintable(cameras::openedAs()));
        QTRY_VERIFY_WITH_TIMEOUT(read.size() == 2, 30'000);

        QTest::keyClick(capturing.view->preview(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->savedStills(), 1, 30'000);
        const auto original = capturing.originals().at(0);
        QCOMPARE(original.origin, u"captured"_s);
        QCOMPARE(original.device, table);
        QCOMPARE(original.type, u"image/png"_s);
        QCOMPARE(original.method,
                 u"frame of a camera, which delivers image/jpeg; image/png, lossless; 1280x720"_s);
        // It is one of the pictures that were delivered, but for their own loss.
        const QImage kept = QImage::fromData(capturing.stored(original));
        QCOMPARE(kept.size(), QSize(1280, 720));
        const QColor ground = kept.pixelColor(3, 3);
        QVERIFY2(std::abs(ground.red() - 120) < 8 && std::abs(ground.green() - 105) < 8 &&
                     std::abs(ground.blue() - 90) < 8,
                 qPrintable(ground.name()));
        // A burst is of ten moments.
        QTest::keyClick(capturing.view->preview(), Qt::Key_B);
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->savedStills(), 1 + CaptureView::burstStills, 60'000);
        std::set<Digest> different;
        for (const auto& one : capturing.originals())
            different.insert(one.sha256);
        QCOMPARE(different.size(), std::size_t{1 + CaptureView::burstStills});
    }

    void aResolutionIsChosenAndRemembered() {
        cameras::plugIn(table, large);
        Capturing& capturing = begin();
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 0, 30'000);
        choose(capturing.view, u"Resolution or rate"_s, 1);
        QTRY_VERIFY_WITH_TIMEOUT(
            capturing.view->shownNumber() >= 0 && cameras::openedAs().contains(u"width=(int)640"_s), 30'000);
        capturing.view->shoot();
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->savedStills(), 1, 30'000);
        QCOMPARE(QImage::fromData(capturing.stored(capturing.originals().at(0))).size(), QSize(640, 480));
        // Left and begun anew: the same size, with the same camera.
        QTest::keyClick(capturing.view, Qt::Key_Escape);
        QTRY_VERIFY(!capturing.visits->photos()->isCapturing());
        capturing.visits->photos()->capture();
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 0, 30'000);
        QVERIFY(cameras::openedAs().contains(u"width=(int)640"_s));
    }

    void oneOfTwoIsChosen() {
        cameras::plugIn(table, large);
        cameras::plugIn(hand, small);
        Capturing& capturing = begin();
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 0, 30'000);
        const QStringList names = choices(capturing.view, u"Camera"_s);
        QCOMPARE(names.size(), 2);
        choose(capturing.view, u"Camera"_s, static_cast<int>(names.indexOf(hand)));
        QTRY_VERIFY_WITH_TIMEOUT(
            capturing.view->shownNumber() >= 0 && cameras::openedAs().contains(u"height=(int)360"_s), 30'000);
        capturing.view->shoot();
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->savedStills(), 1, 30'000);
        const auto original = capturing.originals().at(0);
        QCOMPARE(original.device, hand);
        QCOMPARE(original.method, u"frame of a camera; image/png, lossless; 640x360"_s);
    }

    void unpluggedItSaysSoAndComesBack() {
        cameras::plugIn(table, large);
        Capturing& capturing = begin();
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 3, 30'000);
        // What was taken just before is kept.
        capturing.view->shoot();
        cameras::unplug(table);
        QTRY_VERIFY_WITH_TIMEOUT(says(capturing.view, u"camera was unplugged"_s), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->savedStills(), 1, 30'000);
        QCOMPARE(capturing.view->shownNumber(), -1);
        QVERIFY(says(capturing.view, u"No camera was found"_s));
        QTest::keyClick(capturing.view, Qt::Key_Space);
        cameras::plugIn(table, large);
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 3, 30'000);
        QVERIFY(!says(capturing.view, u"camera was unplugged"_s));
        QCOMPARE(capturing.photos(), 1);
    }

    void pluggedInAfterwardsItIsTaken() {
        Capturing& capturing = begin();
        QTRY_VERIFY_WITH_TIMEOUT(says(capturing.view, u"No camera was found"_s), 30'000);
        QTest::qWait(500);
        cameras::plugIn(hand, small);
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 0, 30'000);
        // Another one does not take its place.
        cameras::plugIn(table, large);
        QTRY_COMPARE(choices(capturing.view, u"Camera"_s).size(), 2);
        const qint64 before = capturing.view->shownNumber();
        QTRY_VERIFY(capturing.view->shownNumber() > before);
        QVERIFY(cameras::openedAs().contains(u"height=(int)360"_s));
    }

    void heldByAnotherProgramItSaysSo() {
        cameras::plugIn(table, large);
        cameras::setBroken(true);
        Capturing& capturing = begin();
        QTRY_VERIFY_WITH_TIMEOUT(says(capturing.view, u"camera does not answer"_s), 30'000);
        QTest::keyClick(capturing.view, Qt::Key_Space);
        QTest::keyClick(capturing.view, Qt::Key_Escape);
        QTRY_VERIFY(!capturing.visits->photos()->isCapturing());
        // Free again.
        cameras::setBroken(false);
        capturing.visits->photos()->capture();
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 0, 30'000);
        QVERIFY(!says(capturing.view, u"camera does not answer"_s));
    }
};

QTEST_MAIN(TestCamera)
#include "test_camera.moc"
