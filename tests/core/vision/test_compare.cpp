#include "core/vision/compare.h"
#include "tests/support/drawn_label.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QTest>

using namespace chayan;
using namespace chayan::test;
using vision::Difference;

class TestCompare : public QObject {
    Q_OBJECT

    QRandomGenerator m_dice{20'261'128};
    const QImage m_genuine = blurred(drawnLabel(7, Forgery::None), 0.6);

    vision::Comparison compared(Forgery forgery, Disturbance disturbance) {
        const auto comparison =
            vision::compareLabels(m_genuine, photographed(drawnLabel(7, forgery), disturbance, m_dice));
        return comparison ? *comparison : vision::Comparison{};
    }

  private Q_SLOTS:
    void theGenuineLabelIsTheSameHoweverItIsSeen() {
        for (const Disturbance disturbance : {Disturbance::Askew, Disturbance::Lit, Disturbance::Blurred}) {
            const vision::Comparison comparison = compared(Forgery::None, disturbance);
            QVERIFY(comparison.matches >= vision::leastMatches);
            QCOMPARE(comparison.differences.size(), 0U);
            QCOMPARE(comparison.score, 100.0);
            QCOMPARE(comparison.aligned.size(), m_genuine.size());
            QCOMPARE(comparison.map.size(), m_genuine.size());
        }
    }

    void aForgeryIsToldByWhatItIs() {
        const std::pair<Forgery, Difference::Kind> kinds[] = {{Forgery::Font, Difference::Kind::Print},
                                                              {Forgery::Character, Difference::Kind::Print},
                                                              {Forgery::MarkMissing, Difference::Kind::Print},
                                                              {Forgery::Colour, Difference::Kind::Colour}};
        for (const auto& [forgery, kind] : kinds) {
            const vision::Comparison comparison = compared(forgery, Disturbance::Askew);
            QVERIFY(comparison.score < 100);
            QVERIFY2(std::ranges::any_of(comparison.differences,
                                         [&, kind = kind](const Difference& d) { return d.kind == kind; }),
                     qPrintable(QString::number(static_cast<int>(forgery))));
        }
        QVERIFY(!compared(Forgery::Moved, Disturbance::Askew).differences.empty());
    }

    void whatDiffersIsNamedWhereItIs() {
        // The mark stands there in the drawing.
        const QRect mark(740, 500, 182, 80);
        for (const Difference& difference : compared(Forgery::MarkMissing, Disturbance::Askew).differences)
            QVERIFY2(mark.adjusted(-25, -25, 25, 25).contains(difference.place),
                     qPrintable(u"%1,%2"_s.arg(difference.place.x()).arg(difference.place.y())));
    }

    void aPictureIsLikeItself() {
        // Larger than what is compared, so that it is made smaller; with hard edges and long lines, along
        // which print has no place of its own.
        const QImage drawn = drawnLabel(7, Forgery::None);
        for (const QImage& picture : {m_genuine, drawn, drawn.scaled(1500, 1050)}) {
            const auto comparison = vision::compareLabels(picture, picture);
            QVERIFY(comparison && !comparison->map.isNull());
            QCOMPARE(comparison->differences.size(), 0U);
            QCOMPARE(comparison->unseen, 0.0);
            QVERIFY(!comparison->blurred);
        }
    }

    void aBlurThatHidesSmallPrintIsTold() {
        const QImage photo = photographed(drawnLabel(7, Forgery::Character), Disturbance::Askew, m_dice);
        const auto sharp = vision::compareLabels(m_genuine, photo),
                   soft = vision::compareLabels(m_genuine, blurred(photo, 5));
        QVERIFY(sharp && !sharp->map.isNull() && !sharp->blurred);
        QVERIFY(!sharp->differences.empty());
        QVERIFY(soft && soft->blurred);
    }

    void aGreyPictureHasNoColoursToCompare() {
        const QImage photo = photographed(drawnLabel(7, Forgery::None), Disturbance::Askew, m_dice);
        const auto grey = vision::compareLabels(m_genuine, photo.convertToFormat(QImage::Format_Grayscale8)),
                   inColours = vision::compareLabels(m_genuine, photo);
        QVERIFY(grey && !grey->map.isNull() && grey->colourless);
        QVERIFY(grey->differences.empty());
        QVERIFY(inColours && !inColours->colourless);
    }

    void whatLiesOutsideThePictureIsNotSaidToAgree() {
        const auto cut = [&](Forgery forgery, double part) {
            const QImage photo = photographed(drawnLabel(7, forgery), Disturbance::Blurred, m_dice);
            const int left = 250 + static_cast<int>(part * 1000);  // where the label begins, nearly
            return *vision::compareLabels(m_genuine, photo.copy(0, 0, left, photo.height()));
        };
        // The mark is on the right, from 74 % on.
        for (const Forgery forgery : {Forgery::None, Forgery::MarkMissing}) {
            const vision::Comparison comparison = cut(forgery, 0.7);
            QVERIFY(!comparison.map.isNull());
            QVERIFY2(comparison.unseen > 0.1 && comparison.unseen < 0.45,
                     qPrintable(QString::number(comparison.unseen)));
            QVERIFY(comparison.differences.empty());
            // Hatched, not drawn as if it were there.
            const QColor there = comparison.map.pixelColor(960, 540);
            QVERIFY(there == QColor(110, 110, 110) || there == QColor(190, 190, 190));
        }
        QVERIFY(!cut(Forgery::Font, 0.7).differences.empty());
        const vision::Comparison little = cut(Forgery::None, 0.2);
        QVERIFY(little.map.isNull());
        QVERIFY(little.unseen > vision::mostUnseen || little.matches < vision::leastMatches);
        QVERIFY(compared(Forgery::None, Disturbance::Askew).unseen == 0);
    }

    void coarsePrintIsToldHoweverItIsSeen() {
        // The dots of both as they are drawn: squares, and smeared into one another.
        using enum Disturbance;
        for (const auto& [label, ways] :
             {std::pair(7U, std::array{Askew, All}), std::pair(8U, std::array{Bent, Noisy})}) {
            const QImage genuine = blurred(drawnLabel(label, Forgery::None), 0.6);
            const double along = labelSize.width() / coarsePrint(label).dot;
            for (const Disturbance disturbance : ways) {
                const auto comparison = vision::compareLabels(
                    genuine, photographed(drawnLabel(label, Forgery::Resolution), disturbance, m_dice));
                QVERIFY(comparison);
                const auto coarse =
                    std::ranges::find(comparison->differences, Difference::Kind::Coarse, &Difference::kind);
                QVERIFY2(coarse != comparison->differences.end(),
                         qPrintable(u"label %1, %2"_s.arg(label).arg(static_cast<int>(disturbance))));
                QVERIFY2(std::abs(coarse->amount - along) < 0.05 * along,
                         qPrintable(u"%1 for %2, %3"_s.arg(coarse->amount)
                                        .arg(along)
                                        .arg(static_cast<int>(disturbance))));
            }
        }
        QVERIFY(coarsePrint(7).smeared != coarsePrint(8).smeared);
    }

    void whatACameraMakesIsNoCoarsePrint() {
        const auto isCoarse = [](const QImage& reference, const QImage& suspect) {
            const auto comparison = vision::compareLabels(reference, suspect);
            return !comparison || comparison->map.isNull() ||
                   std::ranges::any_of(comparison->differences, [](const Difference& difference) {
                       return difference.kind == Difference::Kind::Coarse;
                   });
        };
        const auto asJpeg = [](const QImage& image, int quality) {
            QByteArray bytes;
            QBuffer device(&bytes);
            device.open(QIODevice::WriteOnly);
            image.save(&device, "JPEG", quality);
            return QImage::fromData(bytes, "JPEG");
        };
        // Straight, so that the blocks lie alike over the whole label.
        const QImage label = drawnLabel(7, Forgery::None);
        QImage table(1200, 900, QImage::Format_RGB32);
        table.fill(QColor(120, 105, 90));
        QPainter painter(&table);
        painter.drawImage(103, 101, label);
        painter.end();
        const QImage photo = blurred(table, 0.8);
        QVERIFY(!isCoarse(m_genuine, asJpeg(photo, 30)));
        QVERIFY(!isCoarse(asJpeg(m_genuine, 40), photo));
        // Smaller than the reference, so that the pixels of the photograph are coarse in it.
        QVERIFY(!isCoarse(
            m_genuine, photo.scaled(table.size() * 0.45, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
        QVERIFY(!isCoarse(photographed(label, Disturbance::Noisy, m_dice),
                          photographed(label, Disturbance::Askew, m_dice)));
    }

    void aGenuineLabelInCoarsePrintIsNoForgery() {
        const QImage genuine = drawnLabel(7, Forgery::Resolution);
        const auto comparison =
            vision::compareLabels(blurred(genuine, 0.6), photographed(genuine, Disturbance::Lit, m_dice));
        QVERIFY(comparison && !comparison->map.isNull());
        for (const Difference& difference : comparison->differences)
            QFAIL(qPrintable(u"%1: %2"_s.arg(static_cast<int>(difference.kind)).arg(difference.amount)));
    }

    void anotherLabelIsNotCompared() {
        const auto other = vision::compareLabels(
            m_genuine, photographed(drawnLabel(99, Forgery::None), Disturbance::Askew, m_dice));
        QVERIFY(other && (other->map.isNull() || other->score < 70));
        QImage nothing(800, 600, QImage::Format_RGB32);
        nothing.fill(Qt::gray);
        const auto blank = vision::compareLabels(m_genuine, nothing);
        QVERIFY(blank && blank->matches < vision::leastMatches && blank->map.isNull());
        QVERIFY(vision::compareLabels(nothing, m_genuine)->map.isNull());
        QVERIFY(vision::compareLabels(QImage(), m_genuine)->map.isNull());
        QVERIFY(vision::compareLabels(m_genuine, QImage(1, 1, QImage::Format_RGB32))->map.isNull());
        // Strips, and labels too small to hold what is looked for.
        for (const QRect& part : {QRect(0, 0, 1000, 60), QRect(0, 0, 200, 150)}) {
            const QImage cut = m_genuine.copy(part);
            QVERIFY(vision::compareLabels(cut, m_genuine));
            QVERIFY(vision::compareLabels(m_genuine, cut));
        }
    }
};

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    TestCompare test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_compare.moc"
