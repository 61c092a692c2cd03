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
