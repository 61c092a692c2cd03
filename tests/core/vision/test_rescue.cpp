#include "core/vision/ballot.h"
#include "core/vision/likeness.h"
#include "core/vision/read_codes.h"
#include "core/vision/witness.h"
#include "tests/support/drawn_code.h"

#include <QRandomGenerator>
#include <QTransform>
#include <QtTest>

#include <cmath>
#include <numeric>

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

/// An Aztec rune by the 28 modules of its ring, clockwise from the top left.
QImage drawnRune(const char* ring, int module) {
    constexpr int side = 11, quiet = 5;
    QImage image((side + 2 * quiet) * module, (side + 2 * quiet) * module, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const auto dark = [&](int x, int y) {
        painter.fillRect((x + quiet) * module, (y + quiet) * module, module, module, Qt::black);
    };
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int from = std::max(std::abs(x - 5), std::abs(y - 5));
            if (from < 5 && from % 2 == 0)
                dark(x, y);
        }
    for (const QPoint& corner :
         {QPoint(0, 0), QPoint(1, 0), QPoint(0, 1), QPoint(10, 0), QPoint(10, 1), QPoint(10, 9)})
        dark(corner.x(), corner.y());
    for (int i = 0; i < 28; ++i) {
        if (ring[i] != '1')
            continue;
        const int along = i % 7;
        const QPoint places[] = {{2 + along, 0}, {10, 2 + along}, {8 - along, 10}, {0, 8 - along}};
        dark(places[i / 7].x(), places[i / 7].y());
    }
    return image;
}

/// Bars and spaces in turn, so many modules each.
QImage drawnWidths(const std::vector<int>& widths, int module) {
    constexpr int quiet = 10, height = 40;
    const int modules = std::accumulate(widths.begin(), widths.end(), 2 * quiet);
    QImage image(modules * module, (height + 2 * quiet) * module, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    int x = quiet;
    for (std::size_t i = 0; i < widths.size(); x += widths[i], ++i)
        if (i % 2 == 0)
            painter.fillRect(x * module, quiet * module, widths[i] * module, height * module, Qt::black);
    return image;
}

/// A UPC-A symbol with an add-on of five digits, as GS1 General Specifications, 5.2.2.5, has it: the parity
/// of its digits says their checksum. The add-on leans by `lean`, as on a page that bends.
QImage drawnWithAddOn(const std::wstring& upca, const QString& digits, int module, double lean) {
    const QImage upright = drawnCode(BarcodeFormat::UPCA, upca, module);
    QImage image(upright.width() + 75 * module, upright.height(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawImage(0, 0, upright);
    const QString odd[] = {u"0001101"_s, u"0011001"_s, u"0010011"_s, u"0111101"_s, u"0100011"_s,
                           u"0110001"_s, u"0101111"_s, u"0111011"_s, u"0110111"_s, u"0001011"_s};
    constexpr const char* parities[] = {"EEOOO", "EOEOO", "EOOEO", "EOOOE", "OEEOO",
                                        "OOEEO", "OOOEE", "OEOEO", "OEOOE", "OOEOE"};
    int sum = 0;
    for (int i = 0; i < 5; ++i)
        sum += (i % 2 == 0 ? 3 : 9) * digits[i].digitValue();
    QString modules;
    for (int i = 0; i < 5; ++i) {
        QString digit = odd[digits[i].digitValue()];
        if (parities[sum % 10][i] == 'E') {  // the complement from behind
            std::reverse(digit.begin(), digit.end());
            for (QChar& each : digit)
                each = each == u'0' ? u'1' : u'0';
        }
        modules += (i == 0 ? u"1011"_s : u"01"_s) + digit;
    }
    painter.setTransform(QTransform::fromTranslate((10 + 95 + 9) * module, 13 * module).shear(lean, 0));
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < modules.size(); ++i)
        if (modules[i] == u'1')
            painter.fillRect(QRectF(i * module, 0, module, 26 * module), Qt::black);
    return image;
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

    // On a bent page no line of the picture crosses both.
    void anAddOnIsReadWithItsSymbol() {
        const QImage bent = drawnWithAddOn(L"071831007995", u"19868"_s, 2, 0.12);
        const QImage sheet = placed(bent, {900, 600}, {450, 300}, 8);
        const QStringList plain = textsOf(see(sheet, {{everyPass().front()}}));
        QCOMPARE(plain, QStringList(u"071831007995"_s));
        const Sighting seen = see(sheet);
        QCOMPARE(textsOf(seen), QStringList(u"07183100799519868"_s));
        QCOMPARE(seen.codes[0].symbology, u"]E3"_s);
        // Nothing stands beside this one.
        const QImage alone = drawnCode(BarcodeFormat::UPCA, L"071831007995", 3);
        QCOMPARE(textsOf(see(placed(alone, {900, 600}, {450, 300}, 8))), QStringList(u"071831007995"_s));
    }

    // Rings as ZXing's own test pictures have them.
    void anAztecRuneIsRead() {
        const std::pair<const char*, QString> runes[] = {{"1010101100011110110010001011", u"001"_s},
                                                         {"1110101010111111101110010000", u"064"_s}};
        for (const auto& [ring, text] : runes)
            for (const int degrees : {0, 25, 90, 200, 330}) {
                const Sighting seen = see(placed(drawnRune(ring, 7), {700, 500}, {350, 250}, degrees));
                QCOMPARE(textsOf(seen), QStringList(text));
                QCOMPARE(seen.codes[0].format, u"Aztec"_s);
                QCOMPARE(seen.codes[0].symbology, u"]zC"_s);
                // Its own top left leads.
                const QTransform turn = QTransform().translate(350, 250).rotate(degrees);
                const QPoint away = seen.codes[0].corners[0] - turn.map(QPoint(-38, -38));
                QVERIFY2(away.manhattanLength() < 10, qPrintable(u"%1 %2"_s.arg(away.x()).arg(away.y())));
            }
        QVERIFY(see(placed(drawnRune("1010101100011110110010000000", 7), {700, 500}, {350, 250}, 0))
                    .codes.empty());
        // The mode message of another symbol is none.
        QVERIFY(see(placed(drawnRune("0000000010110100011000100001", 7), {700, 500}, {350, 250}, 0))
                    .codes.empty());
    }

    // The first as in ZXing's own test picture.
    void dataBarLimitedIsRead() {
        const std::pair<std::vector<int>, QString> symbols[] = {
            {{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 1, 6, 3, 1, 1, 1, 3, 1, 1, 1, 1,
              2, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 1, 6, 3, 1, 1},
             u"0100000000000000"_s},
            {{1, 3, 2, 2, 2, 3, 2, 1, 2, 1, 1, 1, 1, 2, 3, 1, 1, 2, 1, 1, 1, 1, 2,
              1, 1, 2, 2, 1, 1, 2, 1, 2, 1, 1, 2, 3, 2, 1, 3, 2, 2, 2, 2, 1, 1},
             u"0115012345678907"_s}};
        for (const auto& [widths, text] : symbols) {
            for (const int degrees : {0, 20, 100, 180}) {
                const Sighting seen = see(placed(drawnWidths(widths, 3), {900, 700}, {450, 350}, degrees));
                QCOMPARE(textsOf(seen), QStringList(text));
                QCOMPARE(seen.codes[0].format, u"DataBarLimited"_s);
            }
            std::vector<int> wrong = widths;
            std::swap(wrong[8], wrong[11]);
            QVERIFY(see(placed(drawnWidths(wrong, 3), {900, 700}, {450, 350}, 0)).codes.empty());
        }
    }

    // Print, tables and pictures beside a code that was read are no reason to look on.
    void aPictureWhoseCodesAreReadIsDone() {
        QImage sheet(1600, 1200, QImage::Format_RGB32);
        sheet.fill(QColor(230, 228, 220));
        QPainter painter(&sheet);
        painter.drawImage(200, 200, drawnCode(BarcodeFormat::EAN13, L"6901234567892", 4));
        QRandomGenerator random(20'261'127);
        // Six lines of letters that nobody can read.
        painter.setPen(QPen(Qt::black, 3));
        for (int line = 0; line < 6; ++line)
            for (int x = 900; x < 1400; x += 22 + (random.bounded(5) == 0 ? 20 : 0))
                for (int stroke = 0; stroke < 3; ++stroke)
                    painter.drawLine(x + random.bounded(15), 300 + line * 60 + random.bounded(24),
                                     x + random.bounded(15), 300 + line * 60 + random.bounded(24));
        painter.end();
        const Sighting seen = see(sheet);
        QCOMPARE(textsOf(seen), QStringList(u"6901234567892"_s));
        // One more glance at what might be a code, black on white or white on black, and no more.
        QVERIFY2(seen.passes.size() <= 3, qPrintable(seen.passes.join(u' ')));
    }

    void whatLooksLikeACodeFromNear() {
        QImage sheet(1600, 1200, QImage::Format_RGB32);
        sheet.fill(QColor(230, 228, 220));
        QPainter painter(&sheet);
        const QImage bars = drawnCode(BarcodeFormat::Code128, L"RA123456785CN", 3);
        const QImage grid = drawnCode(BarcodeFormat::QRCode, L"RA123456785CN", 6);
        painter.drawImage(200, 200, bars);
        painter.drawImage(200, 600, grid);
        // A fence: bars, but not many.
        for (int x = 900; x < 1400; x += 100)
            painter.fillRect(x, 200, 40, 300, Qt::black);
        painter.end();
        const auto grey = greyOf(sheet);
        const auto likeness = [&](Candidate::Kind kind, QRect place) {
            const cv::Point2f middle(static_cast<float>(place.center().x()),
                                     static_cast<float>(place.center().y()));
            const cv::Size2f size(static_cast<float>(place.width()), static_cast<float>(place.height()));
            return likenessOf({kind, {middle, size, 0}, 0}, grey->view());
        };
        QVERIFY(likeness(Candidate::Kind::Bars, QRect(QPoint(200, 230), bars.size() - QSize(0, 60))) ==
                Likeness::Strong);
        QVERIFY(likeness(Candidate::Kind::Grid, QRect(QPoint(260, 660), grid.size() - QSize(120, 120))) ==
                Likeness::Strong);
        QVERIFY(likeness(Candidate::Kind::Bars, {900, 200, 440, 300}) == Likeness::None);
        QVERIFY(likeness(Candidate::Kind::Grid, {900, 200, 440, 300}) == Likeness::None);
        QVERIFY(likeness(Candidate::Kind::Grid, {900, 700, 300, 300}) == Likeness::None);
    }

    // Seen askew on paper that bulges: neither turning it upright nor looking harder helps.
    void aMatrixCodeOnBentPaperIsDrawnAnew() {
        const std::wstring text =
            L"[)>06 P445-175186-1-ND 1PTFM252012ALMA3R3MTAA K1K95952283 10K11829201 4LJP Q10";
        const QImage flat = drawnCode(BarcodeFormat::DataMatrix, text, 7);
        QImage sheet(flat.width() + 300, flat.height() + 300, QImage::Format_RGB32);
        sheet.fill(QColor(225, 225, 225));
        QTransform askew;
        const double w = flat.width(), h = flat.height();
        QVERIFY(
            QTransform::quadToQuad(QPolygonF({QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)}),
                                   QPolygonF({QPointF(190, 120), QPointF(w + 130, 90),
                                              QPointF(w + 170, h + 130), QPointF(90, h + 190)}),
                                   askew));
        const QTransform back = askew.inverted();
        for (int y = 0; y < sheet.height(); ++y)
            for (int x = 0; x < sheet.width(); ++x) {
                // Waves of some two thirds of a module.
                const QPointF bent(x + 4.5 * std::sin(y / 55.0), y + 4.5 * std::sin(x / 60.0));
                const QPointF at = back.map(bent);
                if (at.x() >= 0 && at.y() >= 0 && at.x() < w - 1 && at.y() < h - 1)
                    sheet.setPixel(x, y, flat.pixel(at.toPoint()));
            }
        const Sighting seen = see(sheet);
        QCOMPARE(textsOf(seen), QStringList(QString::fromStdWString(text)));
        QCOMPARE(seen.codes[0].pass, u"square"_s);
        const auto& corners = seen.codes[0].corners;
        const QPointF middle = (corners[0] + corners[1] + corners[2] + corners[3]) / 4.0;
        QVERIFY2((middle - askew.map(QPointF(w / 2, h / 2))).manhattanLength() < 40,
                 qPrintable(u"%1 %2"_s.arg(middle.x()).arg(middle.y())));
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
