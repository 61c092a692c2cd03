#include "core/eye/pool.h"
#include "tests/eye/processes.h"
#include "tests/support/drawn_code.h"
#include "tests/support/drawn_heif.h"

#include <QTransform>
#include <QtTest>

#include <atomic>
#include <signal.h>
#include <unistd.h>

using namespace chayan;
using namespace chayan::eye;
using namespace Qt::StringLiterals;
using ZXing::BarcodeFormat;

namespace {

QString program() {
    return QString::fromUtf8(CHAYAN_BIN_DIR) + u"/chayan-eye"_s;
}

QByteArray qrJpeg(const QString& text) {
    return encoded(drawnCode(BarcodeFormat::QRCode, text.toStdWString(), 3, ZXing::CharacterSet::UTF8),
                   "jpeg");
}

/// A picture that keeps a worker busy until a test has done what it wants to it: 100 megapixels of noise.
const QByteArray& slowPicture() {
    static const QByteArray bytes = [] {
        QImage image(12'000, 8'000, QImage::Format_Grayscale8);
        std::uint32_t noise = 1;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                image.scanLine(y)[x] = static_cast<uchar>((noise = noise * 1'664'525 + 1'013'904'223) >> 24);
        return encoded(image, "jpeg", 10);
    }();
    return bytes;
}

constexpr int longMs = 60'000;

QStringList textsOf(const Reading& reading) {
    QStringList out;
    for (const Code& code : reading.codes)
        out += code.text;
    out.sort();
    return out;
}

}  // namespace

class TestPool : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsAPicture() {
        EyePool pool(1, program());
        const auto reading = pool.read(qrJpeg(u"查验 1"_s), {1000, 64, {}});
        QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().detail));
        QVERIFY(!reading->notRead);
        QVERIFY(reading->type == MediaType::Jpeg);
        QCOMPARE(reading->passes, QStringList(u"plain"_s));
        QCOMPARE(textsOf(*reading), QStringList(u"查验 1"_s));
        QCOMPARE(reading->codes[0].format, u"QRCode"_s);
        QVERIFY(reading->width > 0 && reading->height > 0);
        QCOMPARE(QImage::fromData(reading->thumbnail, "jpeg").width(), 64);
        QVERIFY(!errorOf(*reading, u"x"_s));
        QVERIFY(pool.read(qrJpeg(u"2"_s), {})->thumbnail.isEmpty());
    }

    // Its decoder starts a thread, which the filter allows it and no other.
    void heicIsReadLikeAnyPicture() {
        EyePool pool(1, program());
        for (const heif_compression_format codec : {heif_compression_HEVC, heif_compression_AV1}) {
            const QByteArray bytes =
                drawnHeif(onSheet(drawnCode(BarcodeFormat::QRCode, L"RA123456785CN"), {900, 600}), codec);
            QVERIFY(!bytes.isEmpty());
            const auto reading = pool.read(bytes, {longMs, 90, {}});
            QVERIFY(reading && !reading->notRead);
            QVERIFY(reading->type == (codec == heif_compression_HEVC ? MediaType::Heic : MediaType::Avif));
            QCOMPARE(reading->width, 900);
            QCOMPARE(reading->height, 600);
            QCOMPARE(textsOf(*reading), QStringList(u"RA123456785CN"_s));
            QCOMPARE(QImage::fromData(reading->thumbnail, "jpeg").size(), QSize(90, 60));
        }
        QCOMPARE(textsOf(*pool.read(qrJpeg(u"after"_s), {})), QStringList(u"after"_s));
    }

    void aPictureWithoutCodesIsJudged() {
        EyePool pool(1, program());
        const QImage sheet = onSheet(drawnCode(ZXing::BarcodeFormat::QRCode, L"judged", 4), {900, 700});
        const auto sharp = pool.read(encoded(sheet, "PNG"), {});
        QVERIFY(sharp && !sharp->codes.empty() && sharp->flaws.empty());
        const auto night = [&] {
            QImage dark = sheet.convertToFormat(QImage::Format_Grayscale8);
            for (int y = 0; y < dark.height(); ++y)
                for (int x = 0; x < dark.width(); ++x)
                    dark.scanLine(y)[x] = static_cast<uchar>((x * 7 + y * 13) % 5);
            return dark;
        }();
        const auto judged = pool.read(encoded(night, "PNG"), {});
        QVERIFY(judged && judged->codes.empty());
        QCOMPARE(judged->flaws, std::vector{Flaw::Dark});
        ReadOptions unasked;
        unasked.codes = false;
        QVERIFY(pool.read(encoded(night, "PNG"), unasked)->flaws.empty());
    }

    // As a camera gives it: no file, nothing to decode.
    void aFrameIsReadAndJudged() {
        EyePool pool(1, program());
        const auto frameOf = [](const QImage& image) {
            const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
            GreyFrame frame{grey.size(), {}};
            for (int y = 0; y < grey.height(); ++y)
                frame.pixels.append(reinterpret_cast<const char*>(grey.constScanLine(y)), grey.width());
            return frame;
        };
        // An odd width: rows follow each other without gaps.
        const QImage sheet = onSheet(drawnCode(BarcodeFormat::QRCode, L"live", 4), {901, 700});
        ReadOptions live;
        live.maxMs = longMs;
        live.live = true;
        const auto sharp = pool.read(frameOf(sheet), live);
        QVERIFY(sharp && !sharp->notRead && sharp->meter);
        QCOMPARE(textsOf(*sharp), QStringList(u"live"_s));
        QCOMPARE(QSize(sharp->width, sharp->height), QSize(901, 700));
        QVERIFY(QRect(300, 200, 300, 300).contains(sharp->codes[0].corners[0]));
        QVERIFY(sharp->meter->edgeWidth > 0 && sharp->meter->edgeWidth < 3 && sharp->meter->flaws.empty());
        // What is out of focus is given up at once, however much time there is.
        const QImage soft = sheet.scaled(60, 46, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                .scaled(900, 700, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const auto blurred = pool.read(frameOf(soft), live);
        QVERIFY(blurred && blurred->codes.empty() && blurred->flaws.empty() && blurred->meter);
        QCOMPARE(blurred->meter->flaws, std::vector{Flaw::Blurred});
        const auto whole = pool.read(encoded(soft, "PNG"), {.maxMs = longMs});
        QVERIFY(whole && whole->codes.empty() && blurred->passes.size() < whole->passes.size());
        // A file that serves as a frame is judged the same.
        const auto file = pool.read(encoded(sheet, "PNG"), live);
        QVERIFY(file && file->meter && file->meter->flaws.empty());
        QCOMPARE(textsOf(*file), QStringList(u"live"_s));
        QVERIFY(!pool.read(encoded(sheet, "PNG"), {})->meter);

        const auto refused = [&](QSize size, qsizetype bytes) {
            const auto reading = pool.read(GreyFrame{size, QByteArray(bytes, 'x')}, live);
            return reading && reading->notRead ? key(*reading->notRead) : QString();
        };
        QCOMPARE(refused({100, 100}, 9999), u"damaged"_s);
        QCOMPARE(refused({100, 100}, 10'001), u"damaged"_s);
        QCOMPARE(refused({0, 0}, 0), u"damaged"_s);
        QCOMPARE(refused({}, 4), u"damaged"_s);
        QCOMPARE(refused({-2, -2}, 4), u"damaged"_s);
        QCOMPARE(refused({32'768, 1}, 32'768), u"too_large"_s);
        QCOMPARE(refused({32'000, 32'000}, 100), u"too_large"_s);
        QCOMPARE(refused({65'536, 65'536}, 0), u"too_large"_s);
        QCOMPARE(textsOf(*pool.read(qrJpeg(u"after"_s), {})), QStringList(u"after"_s));
    }

    // One process looks at many frames; when one of them ends it, the next frame has another.
    void aProcessLooksAtManyFramesAndIsReplaced() {
        EyePool pool(1, program());
        ReadOptions live;
        live.maxMs = longMs;
        live.live = true;
        const auto look = [&](const QString& text) {
            const auto reading = pool.read(qrJpeg(text), live);
            return reading && textsOf(*reading) == QStringList(text);
        };
        QVERIFY(look(u"one"_s));
        const auto workers = childrenOf(::getpid());
        QCOMPARE(workers.size(), 1u);
        const auto before = childrenOf(workers[0]);
        for (int i = 0; i < 20; ++i)
            QVERIFY(look(u"frame %1"_s.arg(i)));
        QCOMPARE(childrenOf(workers[0]), before);  // the one that looks, and one to spare
        // A frame with the preview's other question, and a photograph that is read beside.
        ReadOptions shown = live;
        shown.codes = false;
        shown.thumbnailSide = 40;
        QVERIFY(!pool.read(qrJpeg(u"shown"_s), shown)->thumbnail.isEmpty());
        QCOMPARE(textsOf(*pool.read(qrJpeg(u"photograph"_s), {})), QStringList(u"photograph"_s));
        for (const pid_t child : childrenOf(workers[0]))
            ::kill(child, SIGKILL);
        (void)pool.read(qrJpeg(u"lost"_s), live);
        QVERIFY(look(u"after"_s));
    }

    void whatIsNoPictureHasAReason_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const QByteArray png = encoded(drawnCode(BarcodeFormat::QRCode, L"x"), "png");
        QTest::newRow("empty") << QByteArray() << u"not_a_picture"_s;
        QTest::newRow("text") << QByteArray("just a note") << u"not_a_picture"_s;
        QTest::newRow("PDF") << QByteArray("%PDF-1.4\n") << u"not_a_picture"_s;
        QTest::newRow("BMP") << encoded(QImage(9, 9, QImage::Format_RGB32), "bmp") << u"unsupported"_s;
        QTest::newRow("HEIC") << QByteArray(
                                     "\0\0\0\x18"
                                     "ftypheic\0\0\0\0mif1heic",
                                     24)
                              << u"cut_off"_s;
        QByteArray heic = drawnHeif(drawnCode(BarcodeFormat::QRCode, L"x"));
        QTest::newRow("cut HEIC") << heic.chopped(20) << u"cut_off"_s;
        heic.replace("hvc1", "hvc9");
        QTest::newRow("HEIC of another kind") << heic << u"damaged"_s;
        QTest::newRow("MP4") << QByteArray(
                                    "\0\0\0\x18"
                                    "ftypisom\0\0\0\0isommp41",
                                    24)
                             << u"video"_s;
        QTest::newRow("cut PNG") << png.chopped(20) << u"cut_off"_s;
        QTest::newRow("magic only") << png.left(8) << u"cut_off"_s;
        QByteArray broken = encoded(drawnCode(BarcodeFormat::QRCode, L"a longer text"), "png");
        broken[broken.indexOf("IDAT") + 8] = '\x7F';
        QTest::newRow("broken PNG") << broken << u"damaged"_s;
        QByteArray huge = qrJpeg(u"x"_s);
        const qsizetype frame = huge.indexOf("\xFF\xC0");
        huge.replace(frame + 5, 4, "\x75\x30\x75\x30");
        QTest::newRow("30,000 x 30,000") << huge << u"too_large"_s;
    }
    void whatIsNoPictureHasAReason() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        EyePool pool(1, program());
        const auto reading = pool.read(bytes, {});
        QVERIFY(reading);
        QVERIFY(reading->notRead.has_value());
        QCOMPARE(key(*reading->notRead), reason);
        QVERIFY(reading->codes.empty());
        const auto error = errorOf(*reading, u"it.jpg"_s);
        QVERIFY(error && error->thing == u"it.jpg"_s && !error->detail.isEmpty());
        if (reason == u"too_large"_s)
            QCOMPARE(QSize(reading->width, reading->height), QSize(30'000, 30'000));
    }

    // Qt converts and scales large images on several threads, which the sandbox forbids: none of these may
    // hang.
    void largePicturesOfEveryKind_data() {
#if defined(__SANITIZE_THREAD__)
        QSKIP("Qt converts large pictures in threads whose order ThreadSanitizer does not see");
#endif
        QTest::addColumn<QByteArray>("bytes");
        const QImage sheet = onSheet(drawnCode(BarcodeFormat::QRCode, L"large", 6), {2000, 1500});
        QTest::newRow("JPEG") << encoded(sheet, "jpeg");
        QTest::newRow("JPEG, turned") << withOrientation(encoded(sheet, "jpeg"), 6);
        const QImage transposed = sheet.transformed(QTransform().rotate(90)).mirrored(true, false);
        QTest::newRow("JPEG, transposed") << withOrientation(encoded(transposed, "jpeg"), 5);
        QTest::newRow("grey JPEG") << encoded(sheet.convertToFormat(QImage::Format_Grayscale8), "jpeg");
        for (const auto format : {QImage::Format_Mono, QImage::Format_Indexed8, QImage::Format_Grayscale16,
                                  QImage::Format_ARGB32, QImage::Format_RGBA64}) {
            QTest::addRow("PNG %d", format) << encoded(sheet.convertToFormat(format), "png");
            QTest::addRow("TIFF %d", format) << encoded(sheet.convertToFormat(format), "tiff");
        }
        QTest::newRow("WebP") << encoded(sheet, "webp");
        QTest::newRow("WebP, lossless") << encoded(sheet.convertToFormat(QImage::Format_ARGB32), "webp", 100);
    }
    void largePicturesOfEveryKind() {
        QFETCH(QByteArray, bytes);
        EyePool pool(1, program());
        const auto reading = pool.read(bytes, {longMs, 200, {}});
        QVERIFY(reading);
        QCOMPARE(textsOf(*reading), QStringList(u"large"_s));
        QVERIFY(!reading->thumbnail.isEmpty());
    }

    void manyAtOnceGetTheirOwnAnswers() {
        EyePool pool(3, program());
        std::vector<std::future<Result<Reading>>> futures;
        for (int i = 0; i < 60; ++i)
            futures.push_back(pool.submit(qrJpeg(u"parcel %1"_s.arg(i)), {longMs, 0, {}}));
        for (int i = 0; i < 60; ++i)
            QCOMPARE(textsOf(*futures[static_cast<std::size_t>(i)].get()),
                     QStringList(u"parcel %1"_s.arg(i)));
    }

    // ZXing 1.4 aborts on the same linear content in two places, a shelf with two equal packets.
    void aPictureThatAbortsIsReadCautiously() {
        QImage sheet(1600, 900, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        const QImage ean = drawnCode(BarcodeFormat::EAN13, L"6901234567892");
        painter.drawImage(50, 50, ean);
        painter.drawImage(50, 500, ean);
        painter.end();
        EyePool pool(1, program());
        const auto reading = pool.read(encoded(sheet, "png"), {longMs, 0, {}});
        QVERIFY(reading);
        QCOMPARE(reading->passes.value(0), u"matrix"_s);
        QCOMPARE(textsOf(*reading), QStringList({u"6901234567892"_s, u"6901234567892"_s}));
        QCOMPARE(textsOf(*pool.read(qrJpeg(u"next"_s), {})), QStringList(u"next"_s));
    }

    void aKilledPictureIsTriedOnceMore() {
        EyePool pool(1, program());
        QVERIFY(pool.read(qrJpeg(u"warm"_s), {}));
        const pid_t zygote = newChildOf(::getpid());
        QVERIFY(zygote > 0);
        auto future = pool.submit(slowPicture(), {longMs, 0, {}});
        const pid_t first = lookingChildOf(zygote);
        QVERIFY(first > 0);
        QCOMPARE(::kill(first, SIGABRT), 0);
        const pid_t second = lookingChildOf(zygote, {first});
        QVERIFY(second > 0);
        QCOMPARE(::kill(second, SIGABRT), 0);
        const auto reading = future.get();
        QVERIFY(reading && reading->notRead);
        QCOMPARE(key(*reading->notRead), u"crashed"_s);
        QCOMPARE(reading->detail, u"signal 6"_s);
        const auto error = errorOf(*reading, u"slow.jpg"_s);
        QVERIFY(error && error->kind == ErrorKind::WorkerFailed);
        QVERIFY(error->detail.startsWith(u"could not be read safely"_s));
        // It cost that picture alone: the worker is the same, and reads on.
        QCOMPARE(textsOf(*pool.read(qrJpeg(u"after"_s), {})), QStringList(u"after"_s));
        QCOMPARE(newChildOf(::getpid()), zygote);
    }

    void aKilledWorkerIsReplaced() {
        EyePool pool(1, program());
        QVERIFY(pool.read(qrJpeg(u"warm"_s), {}));
        const pid_t zygote = newChildOf(::getpid());
        QCOMPARE(::kill(zygote, SIGKILL), 0);
        QCOMPARE(textsOf(*pool.read(qrJpeg(u"idle when killed"_s), {})), QStringList(u"idle when killed"_s));
        const pid_t next = newChildOf(::getpid(), {zygote});
        auto future = pool.submit(slowPicture(), {longMs, 0, {}});
        const pid_t child = lookingChildOf(next);
        QVERIFY(child > 0);
        QCOMPARE(::kill(next, SIGKILL), 0);
        // Another worker reads it, cautiously.
        const auto reading = future.get();
        QVERIFY(reading && !reading->notRead);
        QCOMPARE(reading->width, 12'000);
        QCOMPARE(reading->passes.value(0), u"matrix"_s);
        // The picture's process went with its worker.
        QTRY_VERIFY(::kill(child, 0) != 0 || statusOf(child, "State").startsWith('Z'));
        QCOMPARE(textsOf(*pool.read(qrJpeg(u"after"_s), {})), QStringList(u"after"_s));
    }

    // A second try that runs out of time does not hide what the first one met.
    void aKilledPictureWithoutTimeLeftHasCrashed() {
        EyePool pool(1, program());
        QVERIFY(pool.read(qrJpeg(u"warm"_s), {}));
        const pid_t zygote = newChildOf(::getpid());
        auto future = pool.submit(slowPicture(), {5000, 0, {}});
        const pid_t first = lookingChildOf(zygote);
        QVERIFY(first > 0);
        QCOMPARE(::kill(first, SIGABRT), 0);
        const pid_t second = lookingChildOf(zygote, {first});
        QVERIFY(second > 0);
        QCOMPARE(::kill(second, SIGSTOP), 0);
        const auto reading = future.get();
        QVERIFY(reading && reading->notRead);
        QCOMPARE(key(*reading->notRead), u"crashed"_s);
        QCOMPARE(reading->detail, u"signal 6"_s);
    }

    void aHangEndsInTime_data() {
        QTest::addColumn<bool>("stopWorker");
        QTest::newRow("the picture's process") << false;
        QTest::newRow("the worker") << true;
    }
    void aHangEndsInTime() {
        QFETCH(bool, stopWorker);
        EyePool pool(1, program());
        QVERIFY(pool.read(qrJpeg(u"warm"_s), {}));
        const pid_t zygote = newChildOf(::getpid());
        auto future = pool.submit(slowPicture(), {1000, 0, {}});
        const pid_t child = lookingChildOf(zygote);
        QVERIFY(child > 0);
        QCOMPARE(::kill(stopWorker ? zygote : child, SIGSTOP), 0);
        const auto reading = future.get();
        QVERIFY(reading && reading->notRead);
        QCOMPARE(key(*reading->notRead), u"timeout"_s);
        QCOMPARE(textsOf(*pool.read(qrJpeg(u"after"_s), {})), QStringList(u"after"_s));
    }

    void timeOutKeepsWhatIsKnown() {
        EyePool pool(1, program());
        const auto nothing = pool.read(slowPicture(), {1, 0, {}});
        QVERIFY(nothing && nothing->notRead);
        QCOMPARE(key(*nothing->notRead), u"timeout"_s);
        // Long enough to decode and to read once somewhere in between: codes or not, it is always answered.
        for (const int ms : {200, 800, 3200}) {
            const auto reading = pool.read(slowPicture(), {ms, 0, {}});
            QVERIFY(reading);
            QVERIFY(reading->notRead || (reading->width == 12'000 && !reading->passes.isEmpty()));
        }
    }

    void workersHaveDroppedTheirRights() {
        EyePool pool(1, program());
        QVERIFY(pool.read(qrJpeg(u"warm"_s), {}));
        const pid_t zygote = newChildOf(::getpid());
        auto future = pool.submit(slowPicture(), {1000, 0, {}});
        QCOMPARE(statusOf(zygote, "Seccomp"), QByteArray("2"));
        QCOMPARE(statusOf(zygote, "NoNewPrivs"), QByteArray("1"));
#if defined(__SANITIZE_THREAD__)  // it has one of its own
        QCOMPARE(statusOf(zygote, "Threads"), QByteArray("2"));
#else
        QCOMPARE(statusOf(zygote, "Threads"), QByteArray("1"));
#endif
        // The picture's process loads a second, narrower filter; the one before may not be gone yet.
        QTRY_COMPARE(statusOf(lookingChildOf(zygote), "Seccomp_filters"), QByteArray("2"));
        QVERIFY(future.get());
    }

    void withoutASandboxNothingIsDecoded() {
        EyePool pool(1, QString::fromUtf8(CHAYAN_WITHOUT_SECCOMP));
        const auto reading = pool.read(qrJpeg(u"x"_s), {});
        QVERIFY(!reading);
        QCOMPARE(int(reading.error().kind), int(ErrorKind::WorkerFailed));
        QVERIFY2(reading.error().detail.contains(u"seccomp"_s), qPrintable(reading.error().detail));
    }

    void aProgramThatIsNoWorkerIsAnError() {
        for (const QString& other : {u"/nowhere/chayan-eye"_s, u"/bin/true"_s}) {
            EyePool pool(1, other);
            const auto reading = pool.read(qrJpeg(u"x"_s), {});
            QVERIFY(!reading);
            QCOMPARE(int(reading.error().kind), int(ErrorKind::WorkerFailed));
        }
    }

    void closingAnswersWhatWaits() {
        std::vector<std::future<Result<Reading>>> futures;
        pid_t zygote = 0;
        {
            EyePool pool(1, program());
            QVERIFY(pool.read(qrJpeg(u"warm"_s), {}));
            zygote = newChildOf(::getpid());
            for (int i = 0; i < 5; ++i)
                futures.push_back(pool.submit(slowPicture(), {longMs, 0, {}}));
            QVERIFY(lookingChildOf(zygote) > 0);
        }
        for (auto& future : futures) {
            const auto reading = future.get();
            QVERIFY(!reading);
            QCOMPARE(int(reading.error().kind), int(ErrorKind::Cancelled));
        }
        QVERIFY(::kill(zygote, 0) != 0);
    }

    void whatWaitsCanBeCancelled() {
        EyePool pool(1, program());
        std::stop_source stop;
        auto running = pool.submit(slowPicture(), {1000, 0, {}});
        auto waiting = pool.submit(qrJpeg(u"x"_s), {1000, 0, stop.get_token()});
        stop.request_stop();
        QVERIFY(running.get());
        const auto reading = waiting.get();
        QVERIFY(!reading);
        QCOMPARE(int(reading.error().kind), int(ErrorKind::Cancelled));
    }
};

QTEST_GUILESS_MAIN(TestPool)
#include "test_pool.moc"
