#include "tests/support/moving_label.h"
#include "tests/ui/capturing.h"
#include "ui/capture/frame_pixels.h"

#include <QMediaDevices>
#include <QScrollArea>

using namespace Qt::StringLiterals;
using namespace chayan;
using namespace chayan::ui;
using test::buttonIn;
using test::bytesOf;
using test::Capturing;
using test::says;

/// Live capture, with a folder of pictures and a video file in place of a camera.
class TestCapture : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const test::MovingLabels m_how{{800, 600}, 2, 4, 12, 6};

    QString frames() {
        const QString folder = m_folder.filePath(u"frames"_s);
        if (!QDir(folder).exists()) {
            test::LabelFilm film(m_how);
            test::writeFrames(film, folder);
        }
        return folder;
    }
  private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(m_folder.path());
        QSettings().setValue(u"capture/sound"_s, false);
    }

    void withoutACameraItSaysSo() {
        if (!QMediaDevices::videoInputs().isEmpty())
            QSKIP("a camera is connected");
        test::fillAgain(m_folder.filePath(u"none"_s));
        Capturing capturing(m_folder.filePath(u"none"_s));
        QVERIFY(capturing.visits->photos()->isCapturing());
        QVERIFY(says(capturing.view, u"No camera was found"_s));
        QVERIFY(!buttonIn(capturing.view, u"Take a photograph"_s)->isEnabled());
        QVERIFY(buttonIn(capturing.view, u"Choose a folder …"_s)->isEnabled());
        QVERIFY(buttonIn(capturing.view, u"Video …"_s)->isEnabled());
        QTest::keyClick(capturing.view, Qt::Key_Space);  // nothing to take
        QCOMPARE(capturing.photos(), 0);
        // The room that the live picture took is given back.
        QVERIFY(!capturing.visits->visit()->inspector()->isVisible());
        QTest::keyClick(capturing.view, Qt::Key_Escape);
        QTRY_VERIFY(!capturing.visits->photos()->isCapturing());
        QVERIFY(capturing.visits->visit()->inspector()->isVisible());
    }

    void aFolderIsReadAndAStillIsItsFile() {
        test::fillAgain(m_folder.filePath(u"still"_s));
        Capturing capturing(m_folder.filePath(u"still"_s));
        std::set<QString> read;
        connect(capturing.view, &CaptureView::frameRead, this, [&](const ReadFrame& frame) {
            for (const eye::Code& code : frame.reading.codes)
                read.insert(code.text);
            QVERIFY(frame.reading.meter || frame.reading.notRead);
        });
        capturing.view->sources()->useFolder(frames(), 10);
        QTRY_VERIFY_WITH_TIMEOUT(read.contains(test::textOfLabel(0)), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(read.size() == 2, 30'000);
        QVERIFY(says(capturing.view, u"CHAYAN"_s));
        const int last = test::LabelFilm(m_how).frames() - 1;
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->shownNumber(), last, 30'000);
        QTRY_VERIFY(says(capturing.view, u"sharp"_s));

        QTest::keyClick(capturing.view->preview(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(capturing.photos(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->savedStills(), 1, 30'000);
        QVERIFY(says(capturing.view, u"1 saved here"_s));
        const auto originals = capturing.originals();
        QCOMPARE(originals.size(), 1u);
        QCOMPARE(capturing.stored(originals[0]),
                 bytesOf(frames() + u"/frame_%1.jpg"_s.arg(last + 1)));  // natural order: 32 comes after 9
        QCOMPARE(originals[0].origin, u"imported"_s);
        QCOMPARE(originals[0].method, u"file of a folder; unchanged"_s);
        QVERIFY(originals[0].app->startsWith(u"chayan "));
        QVERIFY(originals[0].sourceMtime.has_value());
        QVERIFY(QFile::exists(frames() + u"/frame_%1.jpg"_s.arg(last + 1)));

        // The same frame once more would be the same picture.
        QTest::keyClick(capturing.view->preview(), Qt::Key_Return);
        QVERIFY(says(capturing.view, u"taken already"_s));
        QTest::qWait(300);
        QCOMPARE(capturing.photos(), 1);
        QTest::keyClick(capturing.view->preview(), Qt::Key_Escape);
        QTRY_VERIFY(!capturing.visits->photos()->isCapturing());
        QCOMPARE(capturing.photos(), 1);
        for (auto* gallery : capturing.visits->photos()->findChildren<QListView*>())
            if (gallery->model() == capturing.visits->photos()->model())
                gallery->setCurrentIndex(gallery->model()->index(0, 0));
        QTRY_VERIFY(says(capturing.visits->visit()->inspector(), u"A folder's file, unchanged"_s));
    }

    void aBurstTakesTenFrames() {
        test::fillAgain(m_folder.filePath(u"burst"_s));
        Capturing capturing(m_folder.filePath(u"burst"_s));
        capturing.view->sources()->useFolder(frames(), 10);
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 4, 30'000);
        QTest::keyClick(capturing.view->preview(), Qt::Key_B);
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->savedStills(), CaptureView::burstStills, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(capturing.photos(), CaptureView::burstStills, 30'000);
        std::set<Digest> different;
        for (const auto& original : capturing.originals())
            different.insert(original.sha256);
        QCOMPARE(different.size(), std::size_t{CaptureView::burstStills});
    }

    void anotherSourceEndsABurst() {
        test::fillAgain(m_folder.filePath(u"other"_s));
        Capturing capturing(m_folder.filePath(u"other"_s));
        const QString folder = m_folder.filePath(u"one picture"_s);
        QVERIFY(QDir().mkpath(folder) && QFile::copy(test::demoPictures()[0], folder + u"/one.jpg"_s));
        capturing.view->sources()->useFolder(folder, 0);
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() == 0, 30'000);
        QTest::keyClick(capturing.view->preview(), Qt::Key_B);
        QTRY_VERIFY_WITH_TIMEOUT(says(capturing.view, u"more of the burst"_s), 30'000);
        capturing.view->sources()->useFolder(frames(), 0);
        QVERIFY(!says(capturing.view, u"more of the burst"_s));
        QVERIFY(buttonIn(capturing.view, u"Stop the burst"_s) == nullptr);
    }

    void aClickBesideItLeavesItsKeys() {
        test::fillAgain(m_folder.filePath(u"beside"_s));
        Capturing capturing(m_folder.filePath(u"beside"_s));
        capturing.view->sources()->useFolder(frames(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() == 0, 30'000);
        capturing.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(capturing.window.window.get()));
        QLabel* title = nullptr;  // its words can be selected, and so it takes the focus
        for (QLabel* label : capturing.visits->findChildren<QLabel*>())
            if (label->isVisible() && label->focusPolicy() != Qt::NoFocus &&
                !capturing.view->isAncestorOf(label))
                title = label;
        QVERIFY(title != nullptr);
        QTest::mouseClick(title, Qt::LeftButton);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->savedStills(), 1, 30'000);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!capturing.visits->photos()->isCapturing());
    }

    void outlinesStandAsLongAsTheirFrame() {
        test::fillAgain(m_folder.filePath(u"stands"_s));
        Capturing capturing(m_folder.filePath(u"stands"_s));
        const QString folder = m_folder.filePath(u"standing"_s);
        QVERIFY(QDir().mkpath(folder));
        bool isRead = false;
        connect(capturing.view, &CaptureView::frameRead, this,
                [&](const ReadFrame& frame) { isRead = isRead || !frame.reading.codes.empty(); });
        capturing.view->sources()->useFolder(folder, 0);
        QTest::qWait(300);
        QVERIFY(QFile::copy(test::demoPictures()[0], folder + u"/one.jpg"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isRead, 30'000);
        QTest::qWait(1000);  // longer than what is seen of a code that moves on, and than the flash
        LivePreview* preview = capturing.view->preview();
        const QImage outlined = preview->grab().toImage();
        preview->sightings().clear();
        QVERIFY(outlined != preview->grab().toImage());
    }

    void aFolderThatGrowsServesItsNewest() {
        test::fillAgain(m_folder.filePath(u"grows"_s));
        Capturing capturing(m_folder.filePath(u"grows"_s));
        const QString folder = m_folder.filePath(u"growing"_s);
        QVERIFY(QDir().mkpath(folder));
        capturing.view->sources()->useFolder(folder, 0);
        QTest::qWait(300);
        QCOMPARE(capturing.view->shownNumber(), -1);
        QVERIFY(QFile::copy(frames() + u"/frame_7.jpg"_s, folder + u"/b.jpg"_s));
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->shownNumber(), 0, 20'000);
        QVERIFY(QFile::copy(frames() + u"/frame_8.jpg"_s, folder + u"/a.jpg"_s));
        QTRY_COMPARE_WITH_TIMEOUT(capturing.view->shownNumber(), 1, 20'000);
        // The name gets other bytes after it was looked at; what was looked at is what is stored.
        QVERIFY(QFile::remove(folder + u"/a.jpg"_s));
        QFile other(folder + u"/a.jpg"_s);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no picture") == 10);
        other.close();
        capturing.view->shoot();
        QTRY_COMPARE_WITH_TIMEOUT(capturing.photos(), 1, 30'000);
        QCOMPARE(capturing.stored(capturing.originals()[0]), bytesOf(frames() + u"/frame_8.jpg"_s));
        // What is made only to be stored does not stay behind.
        const QString scratch = *capturing.window->desk().session.office()->store().scratch();
        QTRY_VERIFY(QDir(scratch).isEmpty());
        // A file that cannot be shown is told of, and the next one is shown.
        QTRY_VERIFY_WITH_TIMEOUT(says(capturing.view, u"cannot be shown"_s), 20'000);
        QVERIFY(QFile::copy(frames() + u"/frame_9.jpg"_s, folder + u"/c.jpg"_s));
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() > 1, 20'000);
        QVERIFY(QDir(folder).removeRecursively());
        QTRY_VERIFY_WITH_TIMEOUT(says(capturing.view, u"folder is gone"_s), 20'000);
    }

    void aFrameOfAVideoIsStoredWithoutLoss() {
        test::fillAgain(m_folder.filePath(u"video"_s));
        const QString file = m_folder.filePath(u"warehouse.avi"_s);
        test::LabelFilm film({{640, 480}, 2, 0, 10, 6});
        QFile avi(file);
        QVERIFY(avi.open(QIODevice::WriteOnly) && avi.write(test::filmAsAvi(film, {640, 480}, 10)) > 0);
        avi.close();
        Capturing capturing(m_folder.filePath(u"video"_s));
        int read = 0;
        connect(capturing.view, &CaptureView::frameRead, this,
                [&](const ReadFrame& frame) { read += frame.reading.codes.empty() ? 0 : 1; });
        capturing.view->sources()->useVideo(file);
        if (!QTest::qWaitFor([&] { return capturing.view->shownNumber() >= 0; }, 20'000)) {
            QVERIFY(says(capturing.view, u"video cannot be played"_s));
            QSKIP("no decoder for it is installed");
        }
        QTRY_VERIFY_WITH_TIMEOUT(read > 2, 30'000);
        capturing.view->shoot();
        QTRY_COMPARE_WITH_TIMEOUT(capturing.photos(), 1, 30'000);
        const auto original = capturing.originals()[0];
        QCOMPARE(original.type, u"image/png"_s);
        QCOMPARE(original.origin, u"imported"_s);
        static const QRegularExpression words(
            u"^frame of a video at [0-9]+\\.[0-9]{3} s; image/png, lossless; 640x480$"_s);
        QVERIFY2(words.match(*original.method).hasMatch(), qPrintable(*original.method));
        const QImage picture = QImage::fromData(capturing.stored(original), "PNG");
        QCOMPARE(picture.size(), QSize(640, 480));
        // The table around the label, as it was painted, but for the film's own loss.
        const QColor table = picture.pixelColor(3, 3);
        QVERIFY2(std::abs(table.red() - 120) < 8 && std::abs(table.green() - 105) < 8 &&
                     std::abs(table.blue() - 90) < 8,
                 qPrintable(table.name()));
    }

    void lockingEndsIt() {
        test::fillAgain(m_folder.filePath(u"locks"_s));
        Capturing capturing(m_folder.filePath(u"locks"_s));
        capturing.view->sources()->useFolder(frames(), 10);
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 0, 30'000);
        // Another place, and back: it rests meanwhile.
        capturing.window->go(u"settings"_s);
        QTRY_COMPARE(capturing.view->shownNumber(), -1);
        capturing.window->go(u"visits"_s);
        QTRY_VERIFY_WITH_TIMEOUT(capturing.view->shownNumber() >= 0, 30'000);
        capturing.window->desk().session.lock();
        QTRY_VERIFY(!capturing.visits->photos()->isCapturing());
        QCOMPARE(capturing.view->shownNumber(), -1);
    }

    void whatStaysInSightIsToldOfOnce() {
        Sightings sightings;
        eye::Reading reading;
        reading.width = 100;
        reading.height = 50;
        eye::Code code;
        code.format = u"QRCode"_s;
        code.text = u"one"_s;
        code.corners = {QPoint(10, 10), QPoint(30, 10), QPoint(30, 30), QPoint(10, 30)};
        reading.codes = {code};
        const auto t = std::chrono::steady_clock::now();
        using std::chrono::milliseconds;
        QCOMPARE(sightings.add(reading, t).size(), 1u);
        QCOMPARE(sightings.outlines(t).size(), 1u);
        QCOMPARE(sightings.outlines(t)[0].corners[2], QPointF(0.3, 0.6));
        QCOMPARE(sightings.outlines(t + milliseconds(100))[0].strength, 1.0);
        const double fading = sightings.outlines(t + milliseconds(250))[0].strength;
        QVERIFY(fading > 0 && fading < 1);
        QVERIFY(sightings.outlines(t + milliseconds(301)).empty());
        // Not read for a second, it is still the same sight; after two it is another.
        QVERIFY(sightings.add(reading, t + milliseconds(1000)).empty());
        QVERIFY(sightings.add(reading, t + milliseconds(2000)).empty());
        const auto again = sightings.add(reading, t + milliseconds(4000));
        QCOMPARE(again.size(), 1u);
        QCOMPARE(again[0].number, 1);
        // Two labels with the same text are outlined twice and told of once.
        code.corners = {QPoint(60, 10), QPoint(80, 10), QPoint(80, 30), QPoint(60, 30)};
        reading.codes.push_back(code);
        code.text = u"two"_s;
        reading.codes.push_back(code);
        const auto third = sightings.add(reading, t + milliseconds(4100));
        QCOMPARE(third.size(), 1u);
        QCOMPARE(third[0].number, 2);
        QCOMPARE(sightings.outlines(t + milliseconds(4100)).size(), 3u);
        // Another source: nothing is in sight, and what comes again is known by its number.
        sightings.clear();
        QVERIFY(sightings.outlines(t + milliseconds(4100)).empty());
        const auto anew = sightings.add(reading, t + milliseconds(4200));
        QCOMPARE(anew.size(), 2u);
        QCOMPARE(anew[1].number, 2);
    }

    void theSoundEndsInSilence() {
        // When every byte is handed over, Qt 6.4 stops the sound system, and what it still holds is never
        // heard: of a sound without silence at its end, 20 of its 130 ms were.
        QFile sound(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/sounds/read.wav"));
        QVERIFY(sound.open(QIODevice::ReadOnly));
        const QByteArray bytes = sound.readAll();
        constexpr qsizetype quarterSecond = 22050 / 4 * 2;  // of 16 bits
        QVERIFY(bytes.size() > quarterSecond);
        QCOMPARE(bytes.last(quarterSecond), QByteArray(quarterSecond, '\0'));
        QVERIFY(bytes.first(bytes.size() - quarterSecond).count('\0') < quarterSecond / 2);
    }

    void framesOfEveryKindGiveTheirPixels_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("YUV420P") << int(QVideoFrameFormat::Format_YUV420P);
        QTest::newRow("NV12") << int(QVideoFrameFormat::Format_NV12);
        QTest::newRow("YUYV") << int(QVideoFrameFormat::Format_YUYV);
        QTest::newRow("UYVY") << int(QVideoFrameFormat::Format_UYVY);
        QTest::newRow("Y8") << int(QVideoFrameFormat::Format_Y8);
        QTest::newRow("BGRA8888") << int(QVideoFrameFormat::Format_BGRA8888);
        QTest::newRow("BGRX8888") << int(QVideoFrameFormat::Format_BGRX8888);
    }
    void framesOfEveryKindGiveTheirPixels() {
        QFETCH(int, format);
        const auto kind = static_cast<QVideoFrameFormat::PixelFormat>(format);
        QVideoFrame frame(QVideoFrameFormat(QSize(64, 48), kind));
        QVERIFY(frame.map(QVideoFrame::WriteOnly));
        // White above, black below; without colour.
        for (int plane = 0; plane < frame.planeCount(); ++plane) {
            const int line = frame.bytesPerLine(plane), rows = frame.mappedBytes(plane) / line;
            for (int y = 0; y < rows; ++y)
                for (int x = 0; x < line; ++x) {
                    const bool isAbove = y < rows / 2;
                    const bool isPacked = kind == QVideoFrameFormat::Format_BGRA8888 ||
                                          kind == QVideoFrameFormat::Format_BGRX8888;
                    const bool isColour = plane > 0 ||
                                          (kind == QVideoFrameFormat::Format_YUYV && x % 2 == 1) ||
                                          (kind == QVideoFrameFormat::Format_UYVY && x % 2 == 0);
                    frame.bits(plane)[y * line + x] =
                        isPacked   ? static_cast<uchar>(x % 4 == 3 || isAbove ? 255 : 0)
                        : isColour ? 128
                                   : static_cast<uchar>(isAbove ? 235 : 16);
                }
        }
        frame.unmap();
        const eye::GreyFrame grey = greyOf(frame);
        QCOMPARE(grey.size, QSize(64, 48));
        QCOMPARE(grey.pixels.size(), 64 * 48);
        QVERIFY(static_cast<uchar>(grey.pixels[5 * 64 + 5]) > 230);
        QVERIFY(static_cast<uchar>(grey.pixels[40 * 64 + 60]) < 20);
        const QImage picture = pictureOf(frame);
        QCOMPARE(picture.size(), QSize(64, 48));
        QVERIFY(picture.pixelColor(5, 5).lightness() > 230 && picture.pixelColor(5, 5).saturation() < 6);
        QVERIFY(picture.pixelColor(60, 40).lightness() < 20);
        QVERIFY(greyOf({}).pixels.isEmpty() && pictureOf({}).isNull());
    }
};

QTEST_MAIN(TestCapture)
#include "test_capture.moc"
