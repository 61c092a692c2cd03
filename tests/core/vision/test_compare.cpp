#include "core/vision/compare.h"
#include "tests/support/drawn_label.h"

#include <QGuiApplication>
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

    void anotherLabelIsNotCompared() {
        const auto other = vision::compareLabels(
            m_genuine, photographed(drawnLabel(99, Forgery::None), Disturbance::Askew, m_dice));
        QVERIFY(other && (other->map.isNull() || other->score < 70));
        QImage nothing(800, 600, QImage::Format_RGB32);
        nothing.fill(Qt::gray);
        const auto blank = vision::compareLabels(m_genuine, nothing);
        QVERIFY(blank && blank->matches < vision::leastMatches && blank->map.isNull());
        QVERIFY(vision::compareLabels(nothing, m_genuine)->map.isNull());
    }
};

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    TestCompare test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_compare.moc"
