#include "core/vision/ballot.h"
#include "core/vision/read_codes.h"
#include "core/vision/witness.h"
#include "tests/support/drawn_code.h"

#include <QRandomGenerator>
#include <QTransform>
#include <QtTest>

using namespace chayan::vision;
using namespace Qt::StringLiterals;
using ZXing::BarcodeFormat;

namespace {

Sighting see(const QImage& image, const Plan& plan = {everyPass()}) {
    const auto grey = greyOf(image.convertToFormat(QImage::Format_RGB32));
    const auto seen = readCodes(grey->view(), plan);
    return seen ? *seen : Sighting{};
}

QStringList textsOf(const Sighting& seen) {
    QStringList texts;
    for (const Code& code : seen.codes)
        texts += code.text;
    return texts;
}

/// A grey sheet with the picture painted on it, turned and soft-edged.
QImage placed(const QImage& code, QSize sheet, QPoint at, double degrees) {
    QImage out(sheet, QImage::Format_RGB32);
    out.fill(QColor(205, 205, 205));
    QPainter painter(&out);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(at);
    painter.rotate(degrees);
    painter.drawImage(-code.width() / 2, -code.height() / 2, code);
    return out;
}

Code linear(const QString& format, const QByteArray& bytes, int rows) {
    return {format,     QString::fromLatin1(bytes),
            u"UTF-8"_s, bytes,
            u"]X0"_s,   {QPoint(0, 0), QPoint(100, 0), QPoint(100, 10), QPoint(0, 10)},
            u"pass"_s,  rows};
}

}  // namespace

class TestRescue : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aTurnedCodeIsFoundAndTurnedUpright() {
        const QImage code = drawnCode(BarcodeFormat::Code128, L"RA123456785CN", 2);
        const Sighting seen = see(placed(code, {1600, 1200}, {700, 500}, 33));
        QCOMPARE(textsOf(seen), QStringList(u"RA123456785CN"_s));
        const auto& corners = seen.codes[0].corners;
        const QPoint middle = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
        QVERIFY((middle - QPoint(700, 500)).manhattanLength() < 40);
        // It runs down to the right.
        QVERIFY(corners[1].x() > corners[0].x() && corners[1].y() > corners[0].y());
    }

    void whitePrintOnBlackIsRead() {
        for (const BarcodeFormat format : {BarcodeFormat::EAN13, BarcodeFormat::DataMatrix}) {
            const bool isRetail = format == BarcodeFormat::EAN13;
            QImage code = drawnCode(format, isRetail ? L"6901234567892" : L"white on black", 4);
            code.invertPixels();
            QImage sheet = placed(code, {1200, 900}, {600, 450}, 4);
            QVERIFY(see(sheet, {{everyPass().front()}}).codes.empty());
            QCOMPARE(textsOf(see(sheet)), QStringList(isRetail ? u"6901234567892"_s : u"white on black"_s));
        }
    }

    // ZXing by itself finds no second Data Matrix in a picture.
    void thirtyCodesOfOnePhotographComeInReadingOrder() {
        QImage sheet(4000, 3000, QImage::Format_RGB32);
        sheet.fill(QColor(230, 228, 220));
        QPainter painter(&sheet);
        QStringList expected;
        constexpr int across = 5, down = 6;
        for (int i = 0; i < across * down; ++i) {
            const QString text = u"PARCEL%1"_s.arg(i, 3, 10, QChar(u'0'));
            const BarcodeFormat format = i % 3 == 0   ? BarcodeFormat::DataMatrix
                                         : i % 3 == 1 ? BarcodeFormat::Code128
                                                      : BarcodeFormat::QRCode;
            painter.drawImage(
                150 + (i % across) * 760, 80 + (i / across) * 480,
                drawnCode(format, text.toStdWString(), format == BarcodeFormat::Code128 ? 3 : 5));
            expected += text;
        }
        painter.end();
        QCOMPARE(textsOf(see(sheet)), expected);
    }

    void timeIsKeptInsideAPass() {
        QImage noise(3000, 2000, QImage::Format_RGB32);
        QRandomGenerator random(20'261'124);
        for (int y = 0; y < noise.height(); y += 4)
            for (int x = 0; x < noise.width(); x += 4) {
                const QRgb grey = random.bounded(256) * 0x010101U;
                for (int i = 0; i < 16; ++i)
                    noise.setPixel(x + i % 4, y + i / 4, grey);
            }
        const auto grey = greyOf(noise);
        const Sighting all = see(noise);
        QVERIFY(all.codes.empty());
        // A plan that is out of time takes its first look and no more.
        const auto seen = readCodes(grey->view(), {everyPass(), std::chrono::steady_clock::now()});
        QVERIFY(seen && seen->passes.size() == 1 && seen->ms <= all.ms);
    }

    void whatNeedsASecondLook() {
        constexpr int enough = 4;
        QVERIFY(trustIn(linear(u"Code128"_s, "A", 1), enough) == Trust::Counts);
        QVERIFY(trustIn(linear(u"EAN-13"_s, "6901234567892", 2), enough) == Trust::NeedsSecond);
        QVERIFY(trustIn(linear(u"EAN-13"_s, "6901234567892", 4), enough) == Trust::Counts);
        QVERIFY(trustIn(linear(u"ITF"_s, "16901234567899", 9), enough) == Trust::Counts);
        QVERIFY(trustIn(linear(u"ITF"_s, "16901234567898", 9), enough) == Trust::NeedsSecond);
        QVERIFY(trustIn(linear(u"ITF"_s, "1690123456", 9), enough) == Trust::NeedsSecond);
        QVERIFY(trustIn(linear(u"Codabar"_s, "A1B", 2), enough) == Trust::NeedsSecond);
        QVERIFY(trustIn(linear(u"PDF417"_s, "ab", 0), enough) == Trust::Never);
        QVERIFY(coversItsBars(linear(u"ITF"_s, "1690123456", 9), 110));
        QVERIFY(!coversItsBars(linear(u"ITF"_s, "1690123456", 9), 160));
        QVERIFY(coversItsBars(linear(u"ITF"_s, "16901234567899", 9), 160));
    }

    void twoLooksMakeACode() {
        Ballot ballot;
        const Code ean = linear(u"EAN-13"_s, "6901234567892", 2),
                   other = linear(u"EAN-13"_s, "6901234567809", 2);
        ballot.add(ean, u"first"_s, 2);
        QVERIFY(ballot.codes().empty());
        // The same look once more says nothing new.
        ballot.add(ean, u"first"_s, 2);
        QVERIFY(ballot.codes().empty());
        ballot.add(ean, u"second"_s, 2);
        QCOMPARE(ballot.codes().size(), std::size_t(1));
        // As many looks that say something else take it back.
        ballot.add(other, u"first"_s, 2);
        QCOMPARE(ballot.codes().size(), std::size_t(1));
        ballot.add(other, u"second"_s, 2);
        QVERIFY(ballot.codes().empty());
    }
};

QTEST_GUILESS_MAIN(TestRescue)
#include "test_rescue.moc"
