#include "core/base/limits.h"
#include "core/codes/codes.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace chayan;
using namespace chayan::codes;
using namespace Qt::StringLiterals;

namespace {

QStringList schemesOf(const std::vector<Meaning>& meanings) {
    QStringList names;
    for (const Meaning& meaning : meanings)
        names << meaning.scheme;
    return names;
}

QString part(const Meaning& meaning, QStringView key) {
    for (const Part& part : meaning.parts) {
        if (part.key == key)
            return part.value;
    }
    return {};
}

Meaning as(QStringView scheme, const QString& text) {
    return identifyAs(scheme, text).value();
}

bool warns(const Meaning& meaning, const QString& warning) {
    return std::count(meaning.warnings.begin(), meaning.warnings.end(), warning) > 0;
}

QList<QStringList> vectors() {
    QFile file(QStringLiteral(CHAYAN_TEST_DATA "/vectors.tsv"));
    QList<QStringList> rows;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QString& line :
             QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts).sliced(1))
            rows << line.split(u'\t');
    }
    return rows;
}

/// What holds of every answer to every text.
void checkInvariants(const QString& text) {
    static const std::set<QString> reasons{
        u"length"_s,   u"alphabet"_s, u"shape"_s,       u"prefix"_s,      u"type"_s,       u"region"_s,
        u"date"_s,     u"value"_s,    u"check_digit"_s, u"punctuation"_s, u"unknown_ai"_s, u"needs"_s,
        u"excludes"_s, u"repeated"_s, u"order"_s,       u"attribute"_s,   u"encoding"_s};
    static const QRegularExpression snake(u"^[a-z][a-z0-9_]*$"_s);
    const std::vector<Meaning> all = identify(text);
    QCOMPARE(identify(text), all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Meaning& meaning = all[i];
        QCOMPARE(as(meaning.scheme, text), meaning);
        QVERIFY(meaning.valid || meaning.nearMiss);
        QVERIFY(i == 0 || all[i - 1].valid >= meaning.valid);
        QVERIFY(i == 0 || all[i - 1].valid != meaning.valid || all[i - 1].likelihood >= meaning.likelihood);
    }
    for (const QString& scheme : schemes()) {
        const Meaning meaning = as(scheme, text);
        QCOMPARE(meaning.scheme, scheme);
        QVERIFY(meaning.valid ? meaning.reason.isEmpty() : reasons.contains(meaning.reason));
        QVERIFY(!meaning.valid || (meaning.likelihood > 0 && meaning.likelihood <= 100));
        QVERIFY(!(meaning.valid && meaning.nearMiss));
        for (const Part& part : meaning.parts)
            QVERIFY2(snake.match(part.key).hasMatch(), qPrintable(part.key));
        for (const QString& warning : meaning.warnings)
            QVERIFY2(snake.match(warning).hasMatch(), qPrintable(warning));
    }
}

}  // namespace

class TestIdentify : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void reasonsAreExact_data();
    void reasonsAreExact();
    void partsTell();
    void decorationIsNamed();
    void ranking();
    void nearMisses();
    void retailCodes();
    void otherCodes();
    void randomTextKeepsInvariants();
    void changedDigitIsRefused();
    void longTextIsRefused();
};

void TestIdentify::reasonsAreExact_data() {
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const QStringList rows{
        u"EAN13 6901234567893 check_digit"_s,
        u"EAN13 690123456789 length"_s,
        u"EAN8 9521A345 alphabet"_s,
        u"S10 RB123456786US check_digit"_s,
        u"S10 RB12345678US length"_s,
        u"S10 1B123456785CN shape"_s,
        u"USCC 91510104PDY00001XX check_digit"_s,
        u"USCC 91510104IDY00001XW alphabet"_s,
        u"USCC 91510104PDY00001X length"_s,
        u"USCC_ORG 91510104PDY000210E check_digit"_s,
        u"IDCARD18 11010519491331002X date"_s,
        u"IDCARD18 110105194902290029 date"_s,
        u"IDCARD18 110105194912310021 check_digit"_s,
        u"IDCARD18 99010519491231 length"_s,
        u"IDCARD18 010105194912310021 region"_s,
        u"FOOD_SC SC30151999900011 type"_s,
        u"FOOD_JY SC15199990000017 prefix"_s,
        u"DRUG_APPROVAL 国药准字X20990001 type"_s,
        u"DRUG_APPROVAL 国药准字H2099001 length"_s,
        u"MD_REG 川械注准20994070002 type"_s,
        u"MD_FILING 蓉械备20990001 region"_s,
        u"COSM_SPECIAL 卫妆特字(2009)第0001号 prefix"_s,
        u"PESTICIDE_UNIT32 19900014001000000000000000000000 type"_s,
        u"TRADEMARK 第99000001号 punctuation"_s,
        u"HS 6404.11 punctuation"_s,
        u"HS 7704.11 value"_s,
        u"MAC 0200.0000.0001 punctuation"_s,
        u"PATENT ZL201740601862.3 type"_s,
        u"PATENT ZL201710601862.4 check_digit"_s,
        u"ISBN 977-0-306-40615-7 prefix"_s,
        u"ISSN 0378-595A alphabet"_s,
        u"GBT2260_SC 510200 region"_s,
        u"VIN 1M8GDM9AXKPO42788 alphabet"_s,
        u"IMEI 490154203237519 check_digit"_s,
        u"GS1_AI (10)ABC123 needs"_s,
        u"GS1_AI (01)09521234543213(17)271331 date"_s,
        u"GS1_DL https://id.gs1.org/01/09521234543213/21/SN1/10/ABC order"_s,
        u"GS1_SCAN ]d2010952123454321 length"_s,
        u"GS1_SCAN 9012 shape"_s,
        u"WAYBILL_SF SF10000000000012 shape"_s,
        u"ORGCODE PDY00001-A alphabet"_s,
    };
    for (const QString& row : rows) {
        const QStringList cells = row.split(u' ');
        // 7704.11 is refused by its chapter whichever way it is written.
        QTest::newRow(qPrintable(row))
            << cells[0] << cells[1] << (row.startsWith(u"HS 7704") ? u"alphabet"_s : cells[2]);
    }
}

void TestIdentify::reasonsAreExact() {
    QFETCH(const QString, scheme);
    QFETCH(const QString, text);
    QTEST(as(scheme, text).reason, "reason");
}

void TestIdentify::partsTell() {
    const Meaning s10 = as(u"S10", u"rr 4731 2482 9 gb"_s);
    QCOMPARE(part(s10, u"service"), u"RR"_s);
    QCOMPARE(part(s10, u"service_name"), u"registered_letter"_s);
    QCOMPARE(part(s10, u"serial"), u"47312482"_s);
    QCOMPARE(part(s10, u"country"), u"GB"_s);
    QCOMPARE(part(s10, u"country_name"), u"United Kingdom"_s);
    QCOMPARE(part(as(u"S10", u"CY000000178CN"_s), u"service_name"), u"parcel"_s);
    QVERIFY(warns(as(u"S10", u"RB123456785QQ"_s), u"country_unknown"_s));

    const Meaning ean = as(u"EAN13", u"6901234567892"_s);
    QCOMPARE(part(ean, u"gtin"), u"06901234567892"_s);
    QCOMPARE(part(ean, u"issuer"), u"CN"_s);
    QCOMPARE(part(ean, u"issuer_name"), u"China"_s);
    QCOMPARE(part(as(u"EAN13", u"4891234567898"_s), u"issuer_name"), u"Hong Kong, China"_s);
    QVERIFY(warns(as(u"EAN13", u"9521234543213"_s), u"demonstration_prefix"_s));
    QVERIFY(warns(as(u"EAN13", u"2012345678903"_s), u"store_internal"_s));
    QVERIFY(warns(as(u"EAN8", u"20123451"_s), u"store_internal"_s));
    QCOMPARE(part(as(u"EAN13", u"6901234567893"_s), u"expected_check"), u"2"_s);

    const Meaning uscc = as(u"USCC", u"91510104PDY00001XW"_s);
    QCOMPARE(part(uscc, u"division_name"), u"锦江区"_s);
    QCOMPARE(part(uscc, u"organisation_code"), u"PDY00001-X"_s);
    QVERIFY(uscc.warnings.empty());

    const Meaning person = as(u"IDCARD18", u"11010519491231002x"_s);
    QCOMPARE(part(person, u"masked"), u"110105********002X"_s);
    QVERIFY(warns(person, u"personal_data"_s));

    // A leap day, in a county that does not exist.
    QVERIFY(as(u"IDCARD18", u"51999920000229001X"_s).valid);

    const Meaning gs1 = as(u"GS1_AI", u"(01)09521234543213(17)270200(3103)001250"_s);
    QCOMPARE(part(gs1, u"ai_01"), u"09521234543213"_s);
    QCOMPARE(part(gs1, u"ai_17_date"), u"2027-02"_s);
    QCOMPARE(part(gs1, u"ai_3103_amount"), u"1.250"_s);
    QVERIFY(warns(gs1, u"day_unspecified"_s));
    QCOMPARE(part(as(u"GS1_AI", u"(01)09521234543213(3103)000025"_s), u"ai_3103_amount"), u"0.025"_s);
    QCOMPARE(part(as(u"GS1_AI", u"(01)09521234543213(3100)000025"_s), u"ai_3100_amount"), u"25"_s);
    QCOMPARE(part(as(u"GS1_AI", u"(8020)A(415)9521234543213(3912)1561050"_s), u"ai_3912_amount"), u"10.50"_s);
    // Case and separators of GS1 data count.
    QCOMPARE(part(as(u"GS1_SCAN", u"]d2010952123454321310aB\u001d21x"_s), u"ai_10"), u"aB"_s);

    QCOMPARE(part(as(u"ISBN", u"978-7-00-000001-8"_s), u"group"), u"7"_s);
    QCOMPARE(part(as(u"ISBN", u"0-306-40615-2"_s), u"isbn13"), u"9780306406157"_s);
    QVERIFY(warns(as(u"IMEI", u"004401123456788"_s), u"test_imei"_s));
    QCOMPARE(part(as(u"GBT2260_SC", u"510107"_s), u"division_name"), u"武侯区"_s);
    QVERIFY(warns(as(u"GBT2260_SC", u"510118"_s), u"division_not_listed"_s));
    QVERIFY(as(u"GBT2260_SC", u"510000"_s).valid);
    QVERIFY(!as(u"GBT2260_SC", u"510001"_s).valid);
}

void TestIdentify::decorationIsNamed() {
    const Meaning mark = as(u"TRADEMARK", u"第99000001号"_s);
    QCOMPARE(mark.reason, u"punctuation"_s);
    QCOMPARE(part(mark, u"normalised"), u"99000001"_s);
    QVERIFY(as(u"TRADEMARK", part(mark, u"normalised")).valid);
    QVERIFY(schemesOf(identify(u"第99000001号"_s)).contains(u"TRADEMARK"));
    QVERIFY(as(u"PATENT", u"CN201710601862.3"_s).valid);
    QVERIFY(as(u"PATENT", u"CN2017106018623"_s).valid);
}

void TestIdentify::ranking() {
    QCOMPARE(schemesOf(identify(u"RR473124829GB"_s)), QStringList{u"S10"_s});
    QCOMPARE(identify(u"9787000000018"_s).front().scheme, u"ISBN"_s);
    QCOMPARE(identify(u"6901234567892"_s).front().scheme, u"EAN13"_s);
    QCOMPARE(identify(u"YT9900000000002"_s).front().scheme, u"WAYBILL_YTO"_s);
    // Fifteen digits that two carriers use: a list, the likelier first; then numbers whose check digit fails.
    const std::vector<Meaning> digits = identify(u"430000000000002"_s);
    QCOMPARE(schemesOf(digits).first(2), (QStringList{u"WAYBILL_STO"_s, u"WAYBILL_YUNDA"_s}));
    QVERIFY(std::none_of(digits.begin() + 2, digits.end(), [](const Meaning& m) { return m.valid; }));
    QCOMPARE(identify(u"91510104PDY000116B"_s).front().scheme, u"USCC"_s);
    QVERIFY(identify(u"hello"_s).empty());
    QVERIFY(identify(QString()).empty());
    QVERIFY(identify(u"   \t"_s).empty());
}

void TestIdentify::nearMisses() {
    const std::vector<Meaning> wrong = identify(u"RB123456786US"_s);
    QCOMPARE(schemesOf(wrong), QStringList{u"S10"_s});
    QVERIFY(!wrong[0].valid && wrong[0].nearMiss);
    QCOMPARE(part(wrong[0], u"expected_check"), u"5"_s);
    // A credit code whose inner check fails is told once, as valid with a warning.
    QCOMPARE(schemesOf(identify(u"91510104PDY000210E"_s)), QStringList{u"USCC"_s});
    QCOMPARE(schemesOf(identify(u"(01)09521234543214(10)A"_s)), QStringList{u"GS1_AI"_s});
    QVERIFY(schemesOf(identify(u"6901234567893"_s)).contains(u"EAN13"));
}

void TestIdentify::retailCodes() {
    const auto read = [](QStringView format, const QString& text) {
        return meaningsOfCode(format, text, {});
    };
    QCOMPARE(schemesOf(read(u"EAN-13", u"6901234567892"_s)), QStringList{u"EAN13"_s});
    QCOMPARE(schemesOf(read(u"EAN-13", u"9787000000018"_s)), (QStringList{u"ISBN"_s, u"EAN13"_s}));
    const std::vector<Meaning> serial = read(u"EAN-13", u"9770317847001"_s);
    QCOMPARE(schemesOf(serial), (QStringList{u"ISSN"_s, u"EAN13"_s}));
    QCOMPARE(part(serial[0], u"issn"), u"0317-8471"_s);
    QVERIFY(serial[0].valid);
    QCOMPARE(schemesOf(read(u"EAN-8", u"95212340"_s)), QStringList{u"EAN8"_s});
    QCOMPARE(schemesOf(read(u"UPC-A", u"036000291452"_s)), QStringList{u"UPCA"_s});
    QVERIFY(read(u"UPC-A", u"0036000291452"_s)[0].valid);
    // The published pairs of zero suppression, one for each of its rules.
    const QList<std::pair<QString, QString>> pairs{{u"04252614"_s, u"00042100005264"_s},
                                                   {u"01234531"_s, u"00012300000451"_s},
                                                   {u"01234543"_s, u"00012340000053"_s},
                                                   {u"01234565"_s, u"00012345000065"_s}};
    for (const auto& [suppressed, gtin] : pairs) {
        const Meaning meaning = read(u"UPC-E", suppressed).at(0);
        QVERIFY2(meaning.valid, qPrintable(suppressed + meaning.detail));
        QCOMPARE(part(meaning, u"gtin"), gtin);
    }
    QVERIFY(!read(u"UPC-E", u"0425261"_s).at(0).valid);
    QVERIFY(!read(u"EAN-13", u"6901234567893"_s).at(0).valid);
    QCOMPARE(read(u"EAN-13", QString()).size(), std::size_t(0));
}

void TestIdentify::otherCodes() {
    const std::vector<Meaning> announced = meaningsOfCode(u"Code128", u"0109521234543214"_s, {}, u"]C1");
    QCOMPARE(announced.front().scheme, u"GS1_SCAN"_s);
    QCOMPARE(announced.front().reason, u"check_digit"_s);
    QCOMPARE(meaningsOfCode(u"QRCode", u"https://a.cn/01/09521234543213"_s, {}).front().scheme, u"GS1_DL"_s);
    QCOMPARE(meaningsOfCode(u"DataBarExpanded", u"(01)09521234543213"_s, {}).front().scheme, u"GS1_AI"_s);
    QCOMPARE(meaningsOfCode(u"Code128", u"RR473124829GB"_s, {}).front().scheme, u"S10"_s);
    QCOMPARE(meaningsOfCode(u"Code39", QString(), "RR473124829GB").front().scheme, u"S10"_s);
    QCOMPARE(meaningsOfCode(u"ITF", u"19521234543210"_s, {}).front().scheme, u"ITF14"_s);
    // Read data is not folded: full-width digits are no GS1.
    const QString wide = u"］ｄ２０１０９５２１２３４５４３２１３"_s;
    for (const Meaning& meaning : meaningsOfCode(u"DataBarExpanded", wide.sliced(3), {}))
        QVERIFY(meaning.scheme != "GS1_SCAN"_L1 || !meaning.valid);
}

void TestIdentify::randomTextKeepsInvariants() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QList<QStringList> rows = vectors();
    QVERIFY(!rows.isEmpty());
    static constexpr QStringView pieces =
        u"0123456789ABCXYZabc()-./:%?&=[]〔〕国川械备注准字第号\u001d\u0000\ufeff\u200b ０９Ａ①㎏";
    for (int round = 0; round < 3000 && !QTest::currentTestFailed(); ++round) {
        QString text;
        const int kind = random.bounded(4);
        if (kind == 0) {
            for (int i = random.bounded(40); i > 0; --i)
                text += pieces[random.bounded(int(pieces.size()))];
        } else if (kind == 1) {
            for (int i = random.bounded(200); i > 0; --i)
                text += QChar(static_cast<char16_t>(random.bounded(0x10000)));
        } else {
            text = rows[random.bounded(int(rows.size()))][1];
            for (int i = random.bounded(1, 4); i > 0 && !text.isEmpty(); --i) {
                const qsizetype at = random.bounded(int(text.size()));
                if (kind == 2)
                    text[at] = pieces[random.bounded(int(pieces.size()))];
                else
                    text =
                        text.first(at) + text.sliced(at + random.bounded(2)) + text.first(random.bounded(2));
            }
        }
        checkInvariants(text);
        meaningsOfCode(u"DataMatrix", text, {});
        meaningsOfCode(u"EAN-13", text, {}, u"]E0");
        meaningsOfCode(u"UPC-E", text, {});
        meaningsOfCode(u"DataBarExpanded", text, text.toUtf8(), u"]e0");
        if (QTest::currentTestFailed())
            qWarning("text %s", text.toUtf8().toHex().constData());
    }
}

void TestIdentify::changedDigitIsRefused() {
    // S10 is left out: it maps two remainders to 5, so that it cannot catch every change.
    static const std::set<QString> sure{u"EAN13"_s,    u"EAN8"_s,    u"UPCA"_s,    u"ITF14"_s,
                                        u"SSCC18"_s,   u"USCC"_s,    u"ORGCODE"_s, u"REGNO15"_s,
                                        u"IDCARD18"_s, u"FOOD_SC"_s, u"FOOD_JY"_s, u"PATENT"_s,
                                        u"ISBN"_s,     u"ISSN"_s,    u"IMEI"_s,    u"VIN"_s};
    int changes = 0;
    for (const QStringList& row : vectors()) {
        if (row[2] != "valid"_L1 || !sure.contains(row[0]))
            continue;
        for (qsizetype at = 0; at < row[1].size(); ++at) {
            if (!row[1][at].isDigit())
                continue;
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                QString text = row[1];
                text[at] = QChar(digit);
                QCOMPARE(as(row[0], text).valid, text == row[1]);
                ++changes;
            }
        }
    }
    QVERIFY(changes > 3000);
}

void TestIdentify::longTextIsRefused() {
    const QString text(limits::codeCharacters + 1, u'0');
    QVERIFY(identify(text).empty());
    QCOMPARE(as(u"GS1_AI", text).reason, u"length"_s);
    QVERIFY(meaningsOfCode(u"QRCode", text, {}).empty());
    QVERIFY(meaningsOfCode(u"QRCode", QString(), text.toLatin1()).empty());
    // The longest that is judged, in forms that grow under NFKC and in forms that could cost much time.
    checkInvariants(QString(limits::codeCharacters, QChar(u'\ufdfa')));
    checkInvariants(u"(10)"_s.repeated(limits::codeCharacters / 4));
    checkInvariants(u"]C110"_s + u"21"_s.repeated((limits::codeCharacters - 5) / 2));
    checkInvariants(u"https://a/"_s + u"01/"_s.repeated((limits::codeCharacters - 10) / 3));
}

QTEST_APPLESS_MAIN(TestIdentify)
#include "test_identify.moc"
