#include "core/vision/quality.h"
#include "core/vision/read_codes.h"
#include "tests/support/drawn_scene.h"

#include <QGuiApplication>
#include <QtTest>

using namespace chayan;
using namespace chayan::test;
using namespace chayan::vision;

/// What the pixels say of photographs that are spoilt by arithmetic, beside whether their code can be read.
class TestQuality : public QObject {
    Q_OBJECT

    struct Look {
        std::vector<Flaw> flaws;
        bool isRead = false;
    };

    /// Letters on paper that fills the picture, as a camera without noise reduction sees them.
    static QImage sheet(QSize size, QColor paper, QColor ink, int letters, const QString& text) {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(paper);
        QPainter painter(&picture);
        painter.setPen(ink);
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(letters);
        painter.setFont(font);
        painter.drawText(picture.rect(), Qt::AlignCenter, text);
        return picture;
    }
    static QImage withNoise(QImage picture, double deviation) {
        QRandomGenerator dice(7);
        for (int y = 0; y < picture.height(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
            for (int x = 0; x < picture.width(); ++x) {
                const double noise = deviation * gauss(dice);
                const auto value = [&](int v) {
                    return std::clamp(static_cast<int>(std::lround(v + noise)), 0, 255);
                };
                line[x] = qRgb(value(qRed(line[x])), value(qGreen(line[x])), value(qBlue(line[x])));
            }
        }
        return picture;
    }
    /// Moved by so many pixels in a direction while it was taken.
    static QImage moved(const QImage& picture, double pixels, double degrees) {
        const int steps = std::max(1, static_cast<int>(pixels));
        const QPointF along(std::cos(qDegreesToRadians(degrees)), std::sin(qDegreesToRadians(degrees)));
        const GreyImage grey = *greyOf(picture);
        const int width = grey.width, height = grey.height;
        std::vector<int> sums(grey.pixels.size());
        for (int i = 0; i < steps; ++i) {
            const QPoint off = (along * (i - steps / 2)).toPoint();
            std::size_t at = 0;
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x)
                    sums[at++] +=
                        grey.pixels[static_cast<std::size_t>(std::clamp(y + off.y(), 0, height - 1) * width +
                                                             std::clamp(x + off.x(), 0, width - 1))];
        }
        QImage out(picture.size(), QImage::Format_RGB32);
        std::size_t at = 0;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const int mean = sums[at++] / steps;
                out.setPixel(x, y, qRgb(mean, mean, mean));
            }
        return out;
    }
    static QImage printed(QSize size = {1400, 1100}) {
        QRandomGenerator dice(11);
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(QColor(120, 105, 90));
        const QImage label = drawnLabel(dice.generate(), Forgery::None);
        QPainter(&picture).drawImage((size.width() - label.width()) / 2, (size.height() - label.height()) / 2,
                                     label);
        return blurred(picture, 0.8);
    }
    static std::vector<Flaw> flawsIn(const QImage& picture) {
        const auto grey = greyOf(picture);
        const auto flaws = grey ? flawsOf(grey->view()) : tl::unexpected(grey.error());
        return flaws.value_or(std::vector<Flaw>{});
    }

    static Look lookAt(Harm harm, double level, ZXing::BarcodeFormat format = ZXing::BarcodeFormat::EAN13) {
        QRandomGenerator dice(20'261'128);
        const QImage photo = drawnScene(format, sceneText(format, dice), harm, level, dice);
        const auto grey = greyOf(photo);
        const auto flaws = grey ? flawsOf(grey->view()) : tl::unexpected(grey.error());
        const auto seen = readCodes(grey->view(), {everyPass()});
        return {flaws.value_or(std::vector<Flaw>{}), seen && !seen->codes.empty()};
    }

  private Q_SLOTS:
    void initTestCase() { useOneThread(); }

    void spoilt_data() {
        QTest::addColumn<int>("harm");
        QTest::addColumn<double>("harmless");
        QTest::addColumn<double>("hopeless");
        QTest::addColumn<int>("flaw");
        const auto row = [](const char* name, Harm harm, double harmless, double hopeless, Flaw flaw) {
            QTest::newRow(name) << static_cast<int>(harm) << harmless << hopeless << static_cast<int>(flaw);
        };
        row("blur", Harm::Blur, 1, 4, Flaw::Blurred);
        row("strong blur", Harm::Blur, 0.5, 8, Flaw::Blurred);
        row("little light", Harm::Dark, 0.25, 0.02, Flaw::Dark);
        row("much light", Harm::Washed, 1.5, 20, Flaw::Washed);
        row("glare", Harm::Glare, 0, 1, Flaw::Glare);
        row("from afar", Harm::Size, 3, 1.2, Flaw::Small);
    }
    void spoilt() {
        QFETCH(int, harm);
        QFETCH(double, harmless);
        QFETCH(double, hopeless);
        QFETCH(int, flaw);
        for (const ZXing::BarcodeFormat format :
             {ZXing::BarcodeFormat::EAN13, ZXing::BarcodeFormat::QRCode}) {
            const Look good = lookAt(static_cast<Harm>(harm), harmless, format);
            QVERIFY(good.isRead);
            QVERIFY(good.flaws.empty());
            const Look bad = lookAt(static_cast<Harm>(harm), hopeless, format);
            QVERIFY(!bad.isRead);
            QVERIFY(std::ranges::count(bad.flaws, static_cast<Flaw>(flaw)) == 1);
        }
    }

    void aFewStrokesOnWhiteAreNotWashed() {
        const QString text = u"LOT A1 2026.03.18"_s;
        for (const int paper : {238, 225, 215})
            for (const int letters : {60, 120}) {
                const QImage picture = withNoise(blurred(sheet({1600, 1000}, QColor(paper, paper, paper),
                                                               QColor(60, 60, 60), letters, text),
                                                         1),
                                                 2);
                QCOMPARE(flawsIn(picture), std::vector<Flaw>{});
            }
        // So little darker than the paper that it is as good as gone.
        const QImage gone = withNoise(
            blurred(sheet({1600, 1000}, QColor(250, 250, 250), QColor(235, 235, 235), 60, text), 1), 3);
        QVERIFY(std::ranges::count(flawsIn(gone), Flaw::Washed) == 1);
        // A page that was drawn is white and loses nothing by it.
        QCOMPARE(
            flawsIn(sheet(
                {1600, 1000}, Qt::white, QColor(90, 90, 90), 14,
                QStringList(30, u"配料：水、甘油、芦荟提取物 Ingredients: water, glycerin"_s).join(u'\n'))),
            std::vector<Flaw>{});
    }

    void lightThatEatsIntoPrintIsNamed() {
        QImage burnt = printed();
        QRandomGenerator dice(3);
        for (int y = 0; y < burnt.height(); ++y)
            for (int x = 0; x < burnt.width(); ++x) {
                const double light = qGray(burnt.pixel(x, y)) * 5.0 + 6 * gauss(dice);
                const int value = std::clamp(static_cast<int>(light), 0, 255);
                burnt.setPixel(x, y, qRgb(value, value, value));
            }
        const auto flaws = flawsIn(burnt);
        QVERIFY(std::ranges::count(flaws, Flaw::Washed) == 1);
        QVERIFY(std::ranges::count(flaws, Flaw::Small) == 0);
    }

    void whatWasMovedIsBlurred() {
        const QImage good = printed();
        QCOMPARE(flawsIn(withNoise(good, 2)), std::vector<Flaw>{});
        for (const double degrees : {0.0, 30.0, 90.0, 135.0})
            QCOMPARE(flawsIn(withNoise(moved(good, 28, degrees), 2)), std::vector<Flaw>{Flaw::Blurred});
    }

    void barsAreNotTakenForMoved() {
        // Bars alone, upright and askew: edges of one direction, which is no smear in the other.
        for (const double degrees : {0.0, 2.0, 45.0, 90.0}) {
            QImage bars(1200, 900, QImage::Format_RGB32);
            bars.fill(QColor(200, 200, 200));
            QPainter painter(&bars);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(600, 450);
            painter.rotate(degrees);
            QRandomGenerator dice(5);
            for (int x = -300; x < 300; x += 4 * dice.bounded(2, 6))
                painter.fillRect(x, -150, 4 * dice.bounded(1, 3), 300, QColor(40, 40, 40));
            painter.end();
            const QImage photo = withNoise(blurred(bars, 0.8), 2);
            QCOMPARE(flawsIn(photo), std::vector<Flaw>{});
        }
    }

    void aLabelTooFarAwayIsSmall() {
        const QString lines = QStringList(11, u"配料：水、甘油、芦荟提取物 Ingredients: water"_s).join(u'\n');
        const QImage label = sheet({1000, 700}, QColor(245, 243, 238), QColor(40, 40, 40), 40, lines);
        for (const int side : {110, 140}) {
            QImage table(1500, 1100, QImage::Format_RGB32);
            table.fill(QColor(120, 105, 90));
            QPainter(&table).drawImage(700, 500, label.scaledToWidth(side, Qt::SmoothTransformation));
            QCOMPARE(flawsIn(withNoise(blurred(table, 0.7), 3)), std::vector<Flaw>{Flaw::Small});
        }
        // One large letter is small in the picture, but can be made out.
        QCOMPARE(
            flawsIn(withNoise(
                blurred(sheet({1500, 1100}, QColor(200, 200, 200), QColor(40, 40, 40), 140, u"A"_s), 0.8),
                3)),
            std::vector<Flaw>{});
    }

    void paperIsNoGlare() {
        // A white sheet with a sharp rim, and a light with a soft one, both cut off at white.
        QImage table(1200, 900, QImage::Format_RGB32);
        table.fill(QColor(110, 110, 110));
        QImage sheet = table;
        QPainter(&sheet).fillRect(300, 200, 400, 300, Qt::white);
        QImage lamp = table;
        {
            QPainter painter(&lamp);
            QRadialGradient light(QPointF(600, 450), 260);
            light.setColorAt(0, Qt::white);
            light.setColorAt(0.5, Qt::white);
            light.setColorAt(1, QColor(255, 255, 255, 0));
            painter.fillRect(lamp.rect(), light);
        }
        const auto glareOn = [](const QImage& picture) { return qualityOf(greyOf(picture)->view())->glare; };
        QCOMPARE(glareOn(sheet), 0.0);
        QVERIFY(glareOn(lamp) > 0.02);
        QCOMPARE(glareOn(table), 0.0);
    }

    void anySizeIsJudged() {
        for (const QSize size : {QSize(1, 1), QSize(2, 900), QSize(900, 2), QSize(3, 3), QSize(17, 5000)}) {
            QImage picture(size, QImage::Format_Grayscale8);
            picture.fill(130);
            const auto quality = qualityOf(greyOf(picture)->view());
            QVERIFY(quality);
            QCOMPARE(quality->edgeWidth, 0.0);
            QCOMPARE(quality->darkest, 130);
            QCOMPARE(quality->lightest, 130);
        }
    }
};

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");  // labels are lettered
    QGuiApplication app(argc, argv);
    TestQuality test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_quality.moc"
