#include "core/codes/cross_checks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan::codes;

/// What does not go together on one item. The numbers are made up; their check digits fit.
class TestCrossChecks : public QObject {
    Q_OBJECT

    static constexpr QChar fnc1{0x1D};
    static inline const QDate today{2026, 11, 24};

    static Label gs1(const QString& text) { return {text, meaningsOfCode(u"DataMatrix", text, {}, u"]d2")}; }
    static Label ean(const QString& text) { return {text, meaningsOfCode(u"EAN-13", text, {})}; }
    static Label plain(const QString& text) { return {text, meaningsOfCode(u"QRCode", text, {})}; }
    static QStringList keysOf(const std::vector<CrossNotice>& notices) {
        QStringList keys;
        for (const CrossNotice& notice : notices)
            keys << notice.key;
        return keys;
    }
    /// 4 901 234 567 894 is of a Japanese prefix, 6 901 234 567 892 of a Chinese one.
    static inline const QString japanese = u"4901234567894"_s, chinese = u"6901234567892"_s;

  private Q_SLOTS:
    void originAgainstWhoIssuedTheNumber() {
        const auto keys = [](const QString& origin, const QString& gtin) {
            return keysOf(crossChecks({.origin = origin, .gtin = gtin}, {}, today));
        };
        QCOMPARE(keys(u"中国"_s, japanese), QStringList(u"origin_prefix"_s));
        QCOMPARE(keys(u"Made in China"_s, japanese), QStringList(u"origin_prefix"_s));
        QCOMPARE(keys(u"日本大阪"_s, japanese), QStringList());
        QCOMPARE(keys(u"made in JAPAN"_s, japanese), QStringList());
        QCOMPARE(keys(u"JP"_s, japanese), QStringList());
        QCOMPARE(keys(u"中国四川"_s, chinese), QStringList());
        QCOMPARE(keys(u"四川省广安市"_s, japanese), QStringList());  // no country is named
        QCOMPARE(keys({}, japanese), QStringList());
        QCOMPARE(keys(u"中国"_s, u"4901234567895"_s), QStringList());  // not a number at all
        QCOMPARE(keys(u"印度尼西亚"_s, japanese), QStringList(u"origin_prefix"_s));
        QCOMPARE(countriesIn(u"印度尼西亚"_s), QStringList(u"ID"_s));
        QCOMPARE(countriesIn(u"中国香港"_s), QStringList(u"HK"_s));
        QCOMPARE(countriesIn(u"Indiana"_s), QStringList());
        // What the label itself says: AI 422, 392 is Japan.
        const QString label = u"0104901234567894"_s + u"422392"_s;
        QCOMPARE(keysOf(crossChecks({.origin = u"韩国"_s, .gtin = japanese}, {gs1(label)}, today)),
                 (QStringList{u"origin_label"_s, u"origin_prefix"_s}));
    }

    void datesAgainstEachOtherAndToday_data() {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* made, const char* until, const QStringList& expected) {
            QTest::addRow("%s to %s", made, until)
                << QString::fromLatin1(made) << QString::fromLatin1(until) << expected;
        };
        row("2026-01-01", "2028-01-01", {});
        row("2026-11-24", "2026-11-24", {});
        row("2026-11-25", "2028-01-01", {u"made_later"_s});
        row("2026-11", "2028-01-01", {});  // some day of this month
        row("2026-12", "2028-01", {u"made_later"_s});
        row("2024-01-01", "2026-11-23", {u"expired"_s});
        row("2024-01", "2026-11", {});  // until the month's end
        row("2024-01", "2026-10", {u"expired"_s});
        row("2026-05-02", "2026-05-01", {u"dates_reversed"_s, u"expired"_s});
        row("", "", {});
        row("2026-13-01", "", {});
    }
    void datesAgainstEachOtherAndToday() {
        QFETCH(QString, made);
        QFETCH(QString, until);
        QFETCH(QStringList, expected);
        QCOMPARE(keysOf(crossChecks({.productionDate = made, .expiryDate = until}, {}, today)), expected);
    }

    void licenceAgainstCategory() {
        const auto keys = [](const QString& licence, const QString& category) {
            return keysOf(crossChecks({.licence = licence, .category = category}, {}, today));
        };
        QCOMPARE(keys(u"国药准字H20045678"_s, u"drugs"_s), QStringList());
        QCOMPARE(keys(u"国药准字H20045678"_s, u"cosmetics"_s), QStringList(u"licence_category"_s));
        QCOMPARE(keys(u"国妆特字20211234"_s, u"cosmetics"_s), QStringList());
        QCOMPARE(keys(u"国妆特字20211234"_s, u"drugs"_s), QStringList(u"licence_category"_s));
        QCOMPARE(keys(u"国药准字H20045678"_s, {}), QStringList());
        QCOMPARE(keys(u"as the party says"_s, u"drugs"_s), QStringList());
    }

    void creditCodeAgainstTheParty() {
        const QString own = u"91510104PDY00001XW"_s, other = u"92511502PDY000036Q"_s;
        QCOMPARE(keysOf(crossChecks({.creditCode = own}, {plain(own)}, today)), QStringList());
        QCOMPARE(keysOf(crossChecks({.creditCode = own}, {plain(other)}, today)),
                 QStringList(u"other_party"_s));
        QCOMPARE(keysOf(crossChecks({}, {plain(other)}, today)), QStringList());
    }

    void whatIsStatedAgainstTheLabel() {
        const QString label = u"0106901234567892"_s + u"17280131"_s + u"10A7"_s;
        const auto keys = [&](const Stated& stated) {
            return keysOf(crossChecks(stated, {gs1(label)}, today));
        };
        QCOMPARE(keys({.gtin = chinese, .lot = u"A7"_s, .expiryDate = u"2028-01-31"_s}), QStringList());
        QCOMPARE(keys({.gtin = chinese, .lot = u"A7"_s, .expiryDate = u"2028-01"_s}), QStringList());
        QCOMPARE(keys({.gtin = chinese, .lot = u"A7"_s, .expiryDate = u"2029-01-31"_s}),
                 QStringList(u"label_differs"_s));
        QCOMPARE(keys({.gtin = chinese, .lot = u"A8"_s, .expiryDate = u"2029-01-31"_s}),
                 QStringList(u"label_differs"_s));  // the lot; the dates are another lot's
        QCOMPARE(keys({.gtin = japanese, .lot = u"A8"_s}), QStringList());  // another article's label
        QCOMPARE(keys({}), QStringList());
    }

    void labelsAgainstEachOther() {
        const QString item = u"0106901234567892"_s;
        const auto keys = [&](const QString& a, const QString& b) {
            return keysOf(crossChecks({gs1(item + a), gs1(item + b)}, today));
        };
        const QString until28 = u"17280131"_s, until29 = u"17290131"_s, lot = u"10A7"_s;
        QCOMPARE(keys(until28 + lot, until29 + lot), QStringList(u"labels_disagree"_s));
        QCOMPARE(keys(until28 + lot, until29 + u"10A8"_s), QStringList());  // two lots
        QCOMPARE(keys(until28, until29), QStringList());
        const QString serial = u"21S1"_s + fnc1;
        QCOMPARE(keys(serial + u"10A7"_s, serial + u"10A8"_s), QStringList(u"labels_disagree"_s));
        QCOMPARE(keysOf(crossChecks({ean(japanese), gs1(item + until28)}, today)),
                 QStringList(u"two_articles"_s));
        QCOMPARE(keysOf(crossChecks({ean(chinese), gs1(item + until28)}, today)), QStringList());
        // A pallet of many articles says nothing.
        QCOMPARE(keysOf(crossChecks({ean(japanese), ean(chinese), gs1(item + until28)}, today)),
                 QStringList());
    }

    void whatExistsOnce() {
        const QString serial = u"010690123456789221S1"_s;
        QVERIFY(isUnique(gs1(serial)));
        QVERIFY(!isUnique(gs1(u"0106901234567892"_s + u"10A7"_s)));
        QVERIFY(isUnique(gs1(u"00106901234500000013"_s)) ||
                !gs1(u"00106901234500000013"_s).meanings[0].valid);
        QVERIFY(isUnique(plain(u"81000010000000000001"_s)));   // a drug's trace code
        QVERIFY(!isUnique(plain(u"31000010000000000001"_s)));  // twenty digits of something
        QVERIFY(!isUnique(ean(chinese)));
        QVERIFY(!isUnique(plain(u"hello"_s)));
        QCOMPARE(keysOf(crossChecks({gs1(serial), gs1(serial)}, today)), QStringList(u"twice_in_picture"_s));
        QCOMPARE(keysOf(crossChecks({ean(chinese), ean(chinese)}, today)), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestCrossChecks)
#include "test_cross_checks.moc"
