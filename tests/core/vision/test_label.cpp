#include "core/base/limits.h"
#include "core/vision/picture.h"
#include "core/vision/read_codes.h"
#include "core/vision/rectify.h"
#include "tests/support/label_scene.h"

#include <QGuiApplication>
#include <QTest>

using namespace chayan;
using namespace chayan::test;
using vision::LabelCorners;

namespace {

std::vector<vision::Code> codesIn(const QImage& picture,
                                  const std::vector<vision::Pass>& passes = vision::cautiousPasses()) {
    const auto grey = vision::greyOf(picture);
    const auto seen = grey ? vision::readCodes(grey->view(), {passes}) : tl::unexpected(grey.error());
    return seen ? seen->codes : std::vector<vision::Code>();
}

std::optional<LabelCorners> found(const QImage& picture) {
    std::vector<vision::Corners> places;
    for (const vision::Code& code : codesIn(picture))
        places.push_back(code.corners);
    const auto label = vision::labelIn(picture, places);
    return label ? *label : std::nullopt;
}

/// How unlike the light on the paper of a scan is, of its mean: the paper's brightest tenth in each of 10 x 8
/// places, those apart where another colour is printed.
double unevenness(const QImage& scan) {
    std::vector<double> places;
    for (int v = 0; v < 8; ++v)
        for (int u = 0; u < 10; ++u) {
            std::vector<int> greys;
            for (int y = scan.height() * v / 8; y < scan.height() * (v + 1) / 8; y += 3)
                for (int x = scan.width() * u / 10; x < scan.width() * (u + 1) / 10; x += 3)
                    greys.push_back(qGreen(scan.pixel(x, y)));
            std::ranges::sort(greys);
            places.push_back(greys[greys.size() * 8 / 10]);
        }
    // Below the coloured strip.
    places.erase(places.begin(), places.begin() + 20);
    const auto [low, high] = std::ranges::minmax(places);
    return (high - low) / high;
}

}  // namespace

class TestLabel : public QObject {
    Q_OBJECT

    QRandomGenerator m_dice{20'261'128};

  private Q_SLOTS:
    void aLabelIsFoundWhereItIs() {
        constexpr double within = 1.5;  // pixels
        for (const Table table : {Table::Plain, Table::Light, Table::Wood})
            for (const double tilt : {0.1, 0.8}) {
                SceneOptions how;
                how.table = table;
                how.tilt = tilt;
                how.turn = 15;
                const LabelScene scene = labelScene(how, m_dice);
                const auto label = found(scene.photo);
                QVERIFY(label);
                const double off = farthest(*label, scene.corners);
                QVERIFY2(off < within, qPrintable(QString::number(off)));
            }
    }

    void itsCodesSayWhichSideIsUp() {
        for (const double turn : {175.0, 95.0, -80.0}) {
            SceneOptions how;
            how.turn = turn;
            how.size = {1500, 1500};
            how.share = 0.4;
            how.tilt = 0.2;
            const LabelScene scene = labelScene(how, m_dice);
            const auto label = found(scene.photo);
            QVERIFY(label);
            QVERIFY2(farthest(*label, scene.corners) < 1.5, qPrintable(QString::number(turn)));
        }
    }

    void whatTheScanShowsIsReadAndLosesNothing() {
        for (const ZXing::BarcodeFormat format : sceneFormats) {
            SceneOptions how;
            how.format = format;
            how.tilt = 0.6;
            how.share = 0.5;
            const LabelScene scene = labelScene(how, m_dice);
            const auto label = found(scene.photo);
            QVERIFY(label);
            const auto scan = vision::rectified(scene.photo, *label, true);
            QVERIFY(scan && scan->evened);
            const std::vector<vision::Code> codes = codesIn(scan->picture, vision::everyPass());
            const bool isRead =
                std::ranges::any_of(codes, [&](const vision::Code& code) { return code.text == scene.text; });
            QVERIFY2(isRead, ZXing::ToString(format));
            // No side has fewer pixels than in the photograph, and the sheet has its own proportion.
            const LabelCorners& c = *label;
            const auto length = [&](std::size_t i) {
                const QPointF along = c[(i + 1) % 4] - c[i];
                return std::hypot(along.x(), along.y());
            };
            QVERIFY(scan->picture.width() + 1 >= std::max(length(0), length(2)));
            QVERIFY(scan->picture.height() + 1 >= std::max(length(1), length(3)));
            const double proportion = static_cast<double>(scan->picture.width()) / scan->picture.height();
            QVERIFY2(std::abs(proportion - 1000.0 / 860) < 0.06, qPrintable(QString::number(proportion)));
        }
    }

    void theLightIsEvened() {
        SceneOptions how;
        how.uneven = 0.7;
        how.share = 0.5;
        const LabelScene scene = labelScene(how, m_dice);
        const auto before = vision::rectified(scene.photo, scene.corners, false);
        const auto after = vision::rectified(scene.photo, scene.corners, true);
        QVERIFY(before && after && after->evened && !before->evened);
        const double was = unevenness(before->picture), is = unevenness(after->picture);
        qInfo("light on the paper: %.0f %% apart before, %.1f %% after", 100 * was, 100 * is);
        QVERIFY(was > 0.25);
        QVERIFY(is < 0.05);
        // Paper is white, and print is neither lost in white nor in black.
        const QImage& scan = after->picture;
        const QRgb paper = scan.pixel(scan.width() * 97 / 100, scan.height() * 97 / 100);
        QVERIFY(qMin(qRed(paper), qMin(qGreen(paper), qBlue(paper))) > 225);
        QVERIFY(qMax(qRed(paper), qMax(qGreen(paper), qBlue(paper))) < 256);
    }

    void colouredPrintKeepsItsColour() {
        SceneOptions how;
        how.uneven = 0.5;
        how.tilt = 0.1;
        how.turn = 0;
        const unsigned seed = 7;
        QRandomGenerator dice(seed);
        const LabelScene scene = labelScene(how, dice);
        QRandomGenerator again(seed);
        sceneText(how.format, again);
        const QImage label = drawnLabel(again.generate(), Forgery::None);
        const auto scan = vision::rectified(scene.photo, scene.corners, true);
        QVERIFY(scan);
        const auto at = [](const QImage& picture, double x, double y) {
            return QColor(
                picture.pixel(static_cast<int>(x * picture.width()), static_cast<int>(y * picture.height())));
        };
        // In the strip, at its end, where nothing is written.
        const QColor drawn = at(label, 0.985, 0.05), seen = at(scan->picture, 0.985, 0.05 * 700 / 860);
        QVERIFY2(std::abs(drawn.hslHueF() - seen.hslHueF()) < 0.05F,
                 qPrintable(drawn.name() + u' ' + seen.name()));
        QVERIFY(std::abs(drawn.lightnessF() - seen.lightnessF()) < 0.1F);
    }

    void aPictureTurnedByExifIsTurnedFirst() {
        SceneOptions how;
        how.tilt = 0.3;
        const LabelScene scene = labelScene(how, m_dice);
        // Lying on its side in the file, upright by its tag (6: turned by 90 degrees clockwise).
        const QImage side = scene.photo.transformed(QTransform().rotate(-90));
        const auto picture =
            vision::decode(view(withOrientation(encoded(side, "jpeg"), 6)), vision::Format::Jpeg);
        QVERIFY(picture);
        QCOMPARE(picture->size(), scene.photo.size());
        const auto label = found(*picture);
        QVERIFY(label);
        QVERIFY(farthest(*label, scene.corners) < 1.5);
    }

    void whereThereIsNoneNoneIsFound() {
        QImage nothing(800, 600, QImage::Format_RGB32);
        nothing.fill(Qt::gray);
        QVERIFY(!found(nothing));
        for (const Table table : {Table::Plain, Table::Wood})
            QVERIFY(!found(blurred(drawnTable(table, {1200, 900}, m_dice), 0.7)));
        // A sheet on which nothing is printed is no label.
        QImage blank = drawnTable(Table::Plain, {1200, 900}, m_dice);
        QPainter(&blank).fillRect(300, 200, 500, 400, Qt::white);
        QVERIFY(!found(blank));
        // Sizes that leave nothing to look at.
        for (const QSize size : {QSize(1, 1), QSize(1, 300), QSize(12, 9)}) {
            QImage tiny(size, QImage::Format_RGB32);
            tiny.fill(Qt::white);
            QVERIFY(!found(tiny));
        }
    }

    void aFieldOfALabelIsNotTheLabel() {
        // A label that fills the picture shows no edge of its own; its coloured strip must not stand for it.
        QRandomGenerator dice(5);
        QImage label(1500, 1000, QImage::Format_RGB32);
        label.fill(QColor(250, 248, 240));
        QPainter painter(&label);
        painter.fillRect(40, 40, 1420, 190, QColor(190, 20, 30));
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(110);
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(70, 180, u"云岭鹤 YUNLINGHE"_s);
        font.setPixelSize(44);
        painter.setFont(font);
        painter.setPen(Qt::black);
        for (int line = 0; line < 10; ++line)
            painter.drawText(70, 310 + 68 * line, chinese(dice, 22));
        painter.end();
        QVERIFY(!found(label));
        // Nor is a place on which nothing can be read.
        QVERIFY(!found(label.scaled(150, 100, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
    }

    void cornersThatEncloseNothingAreRefused() {
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::white);
        const LabelCorners good{QPointF(10, 10), {300, 10}, {300, 200}, {10, 200}};
        QVERIFY(vision::rectified(picture, good, true));
        const LabelCorners bad[] = {
            {QPointF(10, 10), {10, 200}, {300, 200}, {300, 10}},    // the other way round
            {QPointF(10, 10), {300, 200}, {300, 10}, {10, 200}},    // crossed
            {QPointF(10, 10), {300, 10}, {400.5, 200}, {10, 200}},  // beyond the picture
            {QPointF(10, 10), {12, 10}, {12, 12}, {10, 12}},        // next to nothing
            {QPointF(10, 10), {300, 10}, {150, 10.2}, {10, 200}},   // three in a line
            {QPointF(qQNaN(), 10), {300, 10}, {300, 200}, {10, 200}},
        };
        for (const LabelCorners& corners : bad)
            QVERIFY(!vision::rectified(picture, corners, true));
        // Whatever is asked, the scan stays within its bounds.
        const QSize size =
            vision::rectifiedSize({QPointF(0, 0), {30'000, 0}, {20'000, 9}, {10'000, 9}}, {30'001, 10});
        QVERIFY(qint64(size.width()) * size.height() <= limits::rectifiedPixels);
        QVERIFY(size.width() <= limits::pictureSide && size.height() <= limits::pictureSide);
    }
};

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    TestLabel test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_label.moc"
