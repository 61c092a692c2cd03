#include "core/base/limits.h"
#include "core/eye/pool.h"
#include "tests/support/drawn_code.h"

#include <QMap>
#include <QRandomGenerator>
#include <QtEndian>
#include <QtTest>

using namespace chayan;
using namespace chayan::eye;
using namespace Qt::StringLiterals;
using ZXing::BarcodeFormat;

namespace {

QByteArray pngChunk(const char* type, const QByteArray& data) {
    const QByteArray body = QByteArray(type) + data;
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : body) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
    }
    QByteArray out(4, '\0');
    qToBigEndian<quint32>(static_cast<quint32>(data.size()), out.data());
    QByteArray check(4, '\0');
    qToBigEndian<quint32>(~crc, check.data());
    return out + body + check;
}

/// A grey PNG whose header claims a size and whose data is whatever is given.
QByteArray png(quint32 width, quint32 height, const QByteArray& pixels) {
    QByteArray header(13, '\0');
    qToBigEndian(width, header.data());
    qToBigEndian(height, header.data() + 4);
    header[8] = 8;
    return QByteArray("\x89PNG\r\n\x1A\n") + pngChunk("IHDR", header) +
           pngChunk("IDAT", qCompress(pixels, 9).mid(4)) + pngChunk("IEND", {});
}

}  // namespace

class TestHostile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aThousandDamagedPicturesAreAllAnswered() {
        const bool given = qEnvironmentVariableIsSet("CHAYAN_SEED");
        const quint32 seed =
            given ? qEnvironmentVariable("CHAYAN_SEED").toUInt() : QRandomGenerator::global()->generate();
        qInfo("CHAYAN_SEED=%u", seed);
        QRandomGenerator random(seed);
        QByteArrayList samples;
        for (const char* format : {"jpeg", "png", "webp", "tiff"}) {
            samples += encoded(drawnCode(BarcodeFormat::QRCode, L"hostile"), format);
            samples += encoded(drawnCode(BarcodeFormat::EAN13, L"6901234567892", 2), format);
            samples += encoded(drawnCode(BarcodeFormat::PDF417, L"hostile rows", 2), format);
        }
        EyePool pool(2, QString::fromUtf8(CHAYAN_BIN_DIR) + u"/chayan-eye"_s);
        std::vector<std::future<Result<Reading>>> futures;
        for (int i = 0; i < 1000; ++i) {
            QByteArray bytes = samples[i % samples.size()];
            const int size = static_cast<int>(bytes.size());
            for (int flips = random.bounded(12); flips > 0; --flips) {
                // Headers matter most, so half of the damage lies there; the magic stays.
                const int at =
                    random.bounded(2) ? random.bounded(8, std::min(size, 200)) : random.bounded(8, size);
                bytes[at] = static_cast<char>(random.generate());
            }
            if (random.bounded(5) == 0)
                bytes.truncate(random.bounded(8, size));
            if (random.bounded(5) == 0)
                bytes.insert(random.bounded(8, static_cast<int>(bytes.size())),
                             QByteArray(random.bounded(64), '\xFF'));
            futures.push_back(pool.submit(bytes, {2000, 100, {}}));
        }
        QMap<QString, int> outcomes;
        for (auto& future : futures) {
            const auto reading = future.get();
            QVERIFY(reading);
            ++outcomes[reading->notRead ? key(*reading->notRead) : u"read"_s];
            for (const Code& code : reading->codes)
                for (const QPoint& corner : code.corners)
                    QVERIFY(QRect(0, 0, reading->width, reading->height).contains(corner));
        }
        for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it)
            qInfo("%s: %d", qPrintable(it.key()), it.value());
        QVERIFY(outcomes.value(u"read"_s) > 0);
        QVERIFY(outcomes.value(u"cut_off"_s) > 0);
        const auto after = pool.read(samples[0], {2000, 0, {}});
        QVERIFY(after && after->codes.size() == 1);
    }

    void headersThatLie() {
        EyePool pool(1, QString::fromUtf8(CHAYAN_BIN_DIR) + u"/chayan-eye"_s);
        const auto reasonOf = [&](const QByteArray& bytes) {
            const auto reading = pool.read(bytes, {5000, 0, {}});
            return !reading ? u"error"_s : reading->notRead ? key(*reading->notRead) : u"read"_s;
        };
        QCOMPARE(reasonOf(png(30'000, 30'000, QByteArray(100, '\0'))), u"too_large"_s);
        QCOMPARE(reasonOf(png(32'768, 1, QByteArray(32'769, '\0'))), u"too_large"_s);
        // Beyond what PNG itself allows here, so no size at all.
        QCOMPARE(reasonOf(png(2'000'000'000, 2'000'000'000, "x")), u"damaged"_s);
        QCOMPARE(reasonOf(png(0, 10, "x")), u"damaged"_s);
        // Within the limits, but there is far less than it says, or far more.
        QCOMPARE(reasonOf(png(5'000, 5'000, QByteArray(100, '\0'))), u"damaged"_s);
        QVERIFY(reasonOf(png(16, 16, QByteArray(50'000'000, '\0'))) != u"error"_s);
    }

    void aBombOfZerosIsAnswered() {
        // 100 megapixels out of a hundred kilobytes.
        QByteArray bomb = png(10'000, 10'000, QByteArray(10'000 * 10'001, '\0'));
        QVERIFY(bomb.size() < 200'000);
        EyePool pool(1, QString::fromUtf8(CHAYAN_BIN_DIR) + u"/chayan-eye"_s);
        const auto reading = pool.read(bomb, {1000, 0, {}});
        QVERIFY(reading);
        QVERIFY(reading->codes.empty());
        const auto after = pool.read(encoded(drawnCode(BarcodeFormat::QRCode, L"after"), "png"), {});
        QVERIFY(after && after->codes.size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"
