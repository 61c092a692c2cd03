#include "core/domain/fields.h"
#include "ui/pages.h"
#include "ui/start/agencies.h"
#include "ui/start/strength.h"
#include "ui/style/colours.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"

#include <QDir>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan::ui;

class TestStyle : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void textIsLegible_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Light);
        QTest::newRow("dark") << int(Theme::Dark);
    }
    void textIsLegible() {
        QFETCH(int, theme);
        const Colours& colours = coloursOf(static_cast<Theme>(theme));
        for (const TextOnGround& pair : textPairs(colours))
            QVERIFY2(contrast(pair.text, pair.ground) >= 4.5,
                     qPrintable(u"%1 on %2: %3"_s.arg(QLatin1StringView(pair.name), pair.ground.name())
                                    .arg(contrast(pair.text, pair.ground))));
        for (const QColor& ground : {colours.surface, colours.window})
            QVERIFY2(contrast(colours.edge, ground) >= 3, "the edge of a control");
        // Every pair that the palette makes when Qt draws by itself.
        const QPalette palette = paletteOf(static_cast<Theme>(theme));
        const auto check = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
            QVERIFY(contrast(palette.color(text), palette.color(ground)) >= 4.5);
        };
        check(QPalette::WindowText, QPalette::Window);
        check(QPalette::Text, QPalette::Base);
        check(QPalette::Text, QPalette::AlternateBase);
        check(QPalette::ButtonText, QPalette::Button);
        check(QPalette::HighlightedText, QPalette::Highlight);
        check(QPalette::PlaceholderText, QPalette::Base);
        check(QPalette::ToolTipText, QPalette::ToolTipBase);
    }
    void contrastIsTheStandardOne() {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }
    void themeFollowsThePalette() {
        QCOMPARE(&coloursOf(paletteOf(Theme::Dark)), &coloursOf(Theme::Dark));
        QCOMPARE(&coloursOf(paletteOf(Theme::Light)), &coloursOf(Theme::Light));
    }
    void everyIconIsDrawn() {
        const QStringList known =
            QDir(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/icons")).entryList({u"*.svg"_s}, QDir::Files);
        QVERIFY(known.size() > 20);
        for (const QString& file : known) {
            if (file == u"chayan.svg")
                continue;
            QImage drawn(48, 48, QImage::Format_ARGB32);
            drawn.fill(Qt::transparent);
            QPainter painter(&drawn);
            icon(file.chopped(4)).paint(&painter, drawn.rect());
            painter.end();
            int inked = 0;
            for (int y = 0; y < drawn.height(); ++y)
                for (int x = 0; x < drawn.width(); ++x)
                    inked += qAlpha(drawn.pixel(x, y)) > 128;
            QVERIFY2(inked > 40 && inked < 1200, qPrintable(u"%1: %2"_s.arg(file).arg(inked)));
        }
        for (const PageRow& row : pages())
            QVERIFY2(!icon(row.iconName).isNull(), qPrintable(row.key));
        QTest::ignoreMessage(QtWarningMsg, "no icon is named no such icon");
        QVERIFY(icon(u"no such icon").isNull());
        QVERIFY(!applicationIcon().isNull());
    }
    void iconsFollowTheTheme() {
        const auto inkOf = [](Theme theme) {
            QGuiApplication::setPalette(paletteOf(theme));
            const QImage drawn = icon(u"folder").pixmap(64, 64).toImage();
            for (int y = 0; y < drawn.height(); ++y)
                for (int x = 0; x < drawn.width(); ++x)
                    if (qAlpha(drawn.pixel(x, y)) == 255)
                        return drawn.pixelColor(x, y);
            return QColor();
        };
        QCOMPARE(inkOf(Theme::Light), coloursOf(Theme::Light).text);
        QCOMPARE(inkOf(Theme::Dark), coloursOf(Theme::Dark).text);
    }
    void chineseFaceIsNamed() {
        QVERIFY(baseFont(100).families().contains(u"Noto Sans CJK SC"_s));
        QVERIFY(baseFont(150).pointSizeF() > baseFont(100).pointSizeF() * 1.4);
    }
    void strengthDoesNotFlatter() {
        QCOMPARE(strengthOf({}), Strength::TooShort);
        QCOMPARE(strengthOf(u"1234567"_s), Strength::TooShort);
        QCOMPARE(strengthOf(u"12345678901234567890"_s), Strength::Weak);
        QCOMPARE(strengthOf(u"aaaaaaaaaaaaaaaaaaaa"_s), Strength::Weak);
        QVERIFY(strengthOf(u"password"_s) <= Strength::Weak);
        QCOMPARE(strengthOf(u"paper crane north window 42"_s), Strength::Good);
        QVERIFY(strengthOf(u"纸鹤北窗四十二号"_s) >= Strength::Fair);
    }
    void agenciesKnowTheirDivision() {
        QVERIFY(agencyNames().contains(u"四川省市场监督管理局"_s));
        QVERIFY(agencyNames().contains(u"成都市市场监督管理局"_s));
        QCOMPARE(divisionOfAgency(u"成都市市场监督管理局"_s), u"510100"_s);
        QVERIFY(divisionOfAgency(u"某某"_s).isEmpty());
        QVERIFY(divisionNames().contains(u"510112  龙泉驿区"_s));
    }
};

QTEST_MAIN(TestStyle)
#include "test_style.moc"
