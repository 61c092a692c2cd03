#include "core/base/limits.h"
#include "core/codes/gs1.h"
#include "core/codes/gs1_rules.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>

using namespace chayan;
using namespace chayan::codes;
using namespace Qt::StringLiterals;

namespace {

/// The check digit as the General Specifications draw it: from the left, weights by position in 18 digits.
/// Written apart from the library's own.
QString withCheck(QString body) {
    const QString wide = body.rightJustified(17, u'0');
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += wide[i].digitValue() * (i % 2 == 0 ? 3 : 1);
    return body + QString::number((10 - sum % 10) % 10);
}

/// A value that one content rule accepts, and one it refuses; both of the component's length where that is
/// fixed.
struct Sample {
    QString good;
    QString bad;
};

const std::map<QString, Sample>& samples() {
    static const std::map<QString, Sample> table{
        {u"yymmd0"_s, {u"270200"_s, u"270230"_s}},
        {u"yymmdd"_s, {u"280229"_s, u"270200"_s}},
        {u"yyyymmdd"_s, {u"19491231"_s, u"19490229"_s}},
        {u"hhmi"_s, {u"2359"_s, u"2360"_s}},
        {u"hh"_s, {u"23"_s, u"24"_s}},
        {u"mi"_s, {u"59"_s, u"60"_s}},
        {u"ss"_s, {u"00"_s, u"60"_s}},
        {u"iso3166"_s, {u"156"_s, u"157"_s}},
        {u"iso3166999"_s, {u"999"_s, u"001"_s}},
        {u"iso3166alpha2"_s, {u"CN"_s, u"XX"_s}},
        {u"iso4217"_s, {u"156"_s, u"157"_s}},
        {u"iso5218"_s, {u"9"_s, u"3"_s}},
        {u"winding"_s, {u"9"_s, u"2"_s}},
        {u"yesno"_s, {u"1"_s, u"2"_s}},
        {u"zero"_s, {u"0"_s, u"1"_s}},
        {u"hyphen"_s, {u"-"_s, u"+"_s}},
        {u"importeridx"_s, {u"_"_s, u"!"_s}},
        {u"packagetype"_s, {u"X20"_s, u"X21"_s}},
        {u"mediatype"_s, {u"10"_s, u"11"_s}},
        {u"latitude"_s, {u"1800000000"_s, u"1800000001"_s}},
        {u"longitude"_s, {u"3600000000"_s, u"3600000001"_s}},
        {u"pieceoftotal"_s, {u"0203"_s, u"0302"_s}},
        {u"posinseqslash"_s, {u"2/3"_s, u"3/2"_s}},
        {u"pcenc"_s, {u"A%20B"_s, u"A%2GB"_s}},
        {u"nozeroprefix"_s, {u"10"_s, u"01"_s}},
        {u"iban"_s, {u"GB82WEST12345698765432"_s, u"GB82WEST12345698765433"_s}},
        {u"couponcode"_s, {u"012345612345611110123"_s, u"712345612345611110123"_s}},
        {u"couponposoffer"_s, {u"001234561234560123456"_s, u"201234561234560123456"_s}},
        // The example of the General Specifications for alphanumeric keys.
        {u"csumalpha"_s, {u"1987654Ad4X4bL5ttr2310c2K"_s, u"1987654Ad4X4bL5ttr2310cXK"_s}},
    };
    return table;
}

QString filler(QChar type, qsizetype length) {
    return QString(length, type == u'N' ? u'7' : u'B');
}

/// Values for a whole AI: component by component, a good one, and a bad one for every rule that can be
/// broken.
struct Values {
    QString good;
    QStringList bad;
};

Values valuesOf(const Gs1Ai& ai) {
    Values values{{}, {}};
    for (const QStringView spec : ai.spec.split(u' ')) {
        QString shape = spec.toString().remove(u'[').remove(u']');
        const QStringList fields = shape.split(u',');
        const QChar type = fields[0][0];
        const bool open = fields[0].contains(u"..");
        const int size = QStringView(fields[0]).sliced(open ? 3 : 1).toInt();
        QString piece = filler(type, open ? std::min(size, 5) : size);
        QStringList broken;
        for (const QString& rule : fields.sliced(1)) {
            if (rule == "csum"_L1) {
                piece = withCheck(filler(type, size - 1));
                broken << piece.chopped(1) + (piece.back() == u'0' ? u'1' : u'0');
            } else if (rule == "nonzero"_L1) {
                broken << QString(size, u'0');
            } else if (rule == "gcppos1"_L1 && type != u'N') {
                if (!fields.contains(u"csumalpha"_s))
                    piece = u"7777B"_s;
                broken << u"777B7"_s;
            } else if (const auto sample = samples().find(rule); sample != samples().end()) {
                piece = sample->second.good;
                broken << sample->second.bad;
            }
        }
        // What was bad before stays bad for that reason alone: the rest is right and complete.
        for (QString& earlier : values.bad)
            earlier += piece;
        for (const QString& wrong : broken)
            values.bad << values.good + wrong;
        values.good += piece;
    }
    const QChar first = ai.spec.startsWith(u'[') ? ai.spec[1] : ai.spec[0];
    values.bad << QString() << values.good + QString(gs1LongestValue(ai), values.good.back());
    values.bad << (first == u'N'   ? u"A"_s
                   : first == u'Y' ? u"a"_s
                   : first == u'Z' ? u"+"_s
                                   : u"#"_s) +
                      values.good.sliced(1);
    return values;
}

/// Every AI, ranges written out.
QStringList everyAi() {
    QStringList all;
    for (const Gs1Ai& row : gs1Ais()) {
        for (int ai = row.first.toInt(); ai <= row.last.toInt(); ++ai)
            all << QString::number(ai).rightJustified(row.first.size(), u'0');
    }
    return all;
}

QString scanForm(const std::vector<Gs1Element>& elements) {
    QString text;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        text += elements[i].ai + elements[i].value;
        if (!findGs1Ai(elements[i].ai)->predefined && i + 1 < elements.size())
            text += fnc1;
    }
    return text;
}

QString bracketForm(const std::vector<Gs1Element>& elements) {
    QString text;
    for (const Gs1Element& element : elements)
        text += u'(' + element.ai + u')' + QString(element.value).replace(u'(', u"\\("_s);
    return text;
}

std::vector<QString> ais(const Gs1Message& message) {
    std::vector<QString> result;
    for (const Gs1Element& element : message.elements)
        result.push_back(element.ai);
    return result;
}

}  // namespace

class TestGs1 : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void tableIsWhole();
    void everyAiHasGoodAndBadValues();
    void separators();
    void lostSeparatorIsShown();
    void symbologyIdentifiers();
    void associations();
    void brackets();
    void digitalLinks();
    void dates();
    void coupons();
    void checkPairs();
    void roundTrips();
    void codesFromPictures();
    void limitsHold();
};

void TestGs1::tableIsWhole() {
    const QStringList all = everyAi();
    QCOMPARE(gs1Ais().size(), std::size_t(224));
    QCOMPARE(all.size(), 541);
    QCOMPARE(std::set<QString>(all.begin(), all.end()).size(), std::size_t(541));
    for (const QString& ai : all) {
        QVERIFY(findGs1Ai(ai) != nullptr);
        // No AI begins another, or strings could be cut in two ways.
        for (qsizetype width = 2; width < ai.size(); ++width)
            QVERIFY2(findGs1Ai(QStringView(ai).first(width)) == nullptr, qPrintable(ai));
        // The lengths that the General Specifications predefine by the first two digits (figure 7.8.5-2).
        const int lead = QStringView(ai).first(2).toInt();
        const bool predefined =
            lead <= 4 || (lead >= 11 && lead <= 20) || (lead >= 31 && lead <= 36) || lead == 41;
        QCOMPARE(findGs1Ai(ai)->predefined, predefined);
    }
    for (const QString& ai : {u"05"_s, u"1"_s, u"100"_s, u"3106"_s, u"8001x"_s, u""_s, u"9"_s})
        QVERIFY(findGs1Ai(ai) == nullptr);
}

void TestGs1::everyAiHasGoodAndBadValues() {
    int refusals = 0;
    for (const QString& ai : everyAi()) {
        const Gs1Ai& row = *findGs1Ai(ai);
        const Values values = valuesOf(row);
        const auto wrong = gs1ValueFault(row, values.good);
        QVERIFY2(!wrong, qPrintable(ai + u' ' + values.good + u' ' + (wrong ? wrong->detail : QString())));
        const Gs1Message message = parseGs1Scan(ai + values.good);
        QCOMPARE(message.elements.size(), std::size_t(1));
        QCOMPARE(message.elements[0].value, values.good);
        QCOMPARE(message.elements[0].title, row.title.toString());
        QVERIFY2(message.valid() || message.reason == "needs"_L1, qPrintable(ai + message.detail));
        for (const QString& bad : values.bad) {
            QVERIFY2(gs1ValueFault(row, bad), qPrintable(ai + u' ' + bad));
            ++refusals;
        }
    }
    QVERIFY(refusals > 1700);
    // Every rule that the table names is one that the test knows to break, or is about digits alone.
    for (const Gs1Ai& row : gs1Ais()) {
        for (const QStringView spec : row.spec.split(u' ')) {
            for (const QStringView rule : spec.split(u',').sliced(1)) {
                static const std::set<QString> apart{u"csum"_s, u"gcppos1"_s, u"gcppos2"_s, u"nonzero"_s,
                                                     u"hasnondigit"_s};
                QVERIFY2(apart.contains(rule.toString()) || samples().contains(rule.toString()),
                         qPrintable(rule.toString()));
            }
        }
    }
    // AI 8014 carries a letter somewhere, the pair not counted: here even that is missing.
    QVERIFY(gs1ContentFault(u"hasnondigit", u"12345"));
    QVERIFY(!gs1ContentFault(u"hasnondigit", u"1234A"));
    // Optional components may be left out, but not half of one.
    QVERIFY(!gs1ValueFault(*findGs1Ai(u"423"), u"156840"));
    QVERIFY(gs1ValueFault(*findGs1Ai(u"423"), u"15684"));
    QVERIFY(!gs1ValueFault(*findGs1Ai(u"8008"), u"27022823"));
    QVERIFY(gs1ValueFault(*findGs1Ai(u"8008"), u"2702282"));
}

void TestGs1::separators() {
    const Gs1Message message = parseGs1Scan(u"01095212345432131731123110ABC123\u001d21SN1");
    QVERIFY2(message.valid(), qPrintable(message.detail));
    QCOMPARE(ais(message), (std::vector<QString>{u"01"_s, u"17"_s, u"10"_s, u"21"_s}));
    QCOMPARE(message.elements[2].value, u"ABC123"_s);
    QVERIFY(message.warnings.empty());
    // One at the front or the end, or after a predefined length, changes nothing.
    for (const auto* text : {u"\u001d0109521234543213", u"0109521234543213\u001d"})
        QCOMPARE(parseGs1Scan(text).elements.at(0).value, u"09521234543213"_s);
    QCOMPARE(ais(parseGs1Scan(u"0109521234543213\u001d10A")), (std::vector<QString>{u"01"_s, u"10"_s}));
    // Two in a row hold no AI between them; one inside a predefined length cuts it short.
    QCOMPARE(parseGs1Scan(u"0109521234543213\u001d\u001d10A").reason, u"unknown_ai"_s);
    QCOMPARE(parseGs1Scan(u"01095212345\u001d43213").reason, u"length"_s);
    QCOMPARE(parseGs1Scan(u"010952123454321").reason, u"length"_s);
    QCOMPARE(parseGs1Scan(u"").reason, u"shape"_s);
    QCOMPARE(parseGs1Scan(u"0").reason, u"unknown_ai"_s);
    // Elements before a fault are kept, and those after a wrong value too.
    QCOMPARE(parseGs1Scan(u"010952123454321305").elements.size(), std::size_t(1));
    QCOMPARE(parseGs1Scan(u"010952123454321410A").elements.size(), std::size_t(2));
}

void TestGs1::lostSeparatorIsShown() {
    const Gs1Message lost = parseGs1Scan(u"]C1010952123454321310ABC12321SN1");
    QVERIFY(lost.valid());
    QCOMPARE(lost.elements[1].value, u"ABC12321SN1"_s);
    QCOMPARE(lost.warnings, std::vector<QString>{u"separator_may_be_missing"_s});
    QVERIFY(parseGs1Scan(u"010952123454321310ABC123").warnings.empty());
    // 17 followed by no date is a lot number like any other.
    QVERIFY(parseGs1Scan(u"010952123454321310A17991399").warnings.empty());
}

void TestGs1::symbologyIdentifiers() {
    for (const QString& identifier : {u"]C1"_s, u"]d2"_s, u"]Q3"_s, u"]e0"_s, u"]J1"_s}) {
        QVERIFY(announcesGs1(identifier));
        QVERIFY(parseGs1Scan(identifier + u"0109521234543213"_s).valid());
    }
    for (const auto* identifier : {u"]C0", u"]d1", u"]Q1", u"]E0", u"]c1", u"]", u"", u"C1"})
        QVERIFY(!announcesGs1(identifier));
    QCOMPARE(parseGs1Scan(u"]C00109521234543213").reason, u"prefix"_s);
    QCOMPARE(parseGs1Scan(u"]C").reason, u"prefix"_s);
}

void TestGs1::associations() {
    QCOMPARE(parseGs1Brackets(u"(10)ABC").reason, u"needs"_s);
    // Found by fuzzing: a separator became part of a value.
    QCOMPARE(parseGs1Brackets(u"(16)2\u001d16)2").reason, u"alphabet"_s);
    QVERIFY(parseGs1Brackets(u"(16)2\u001d16)2").elements.empty());
    QVERIFY(parseGs1Brackets(u"(02)09521234543213(37)5(00)109521234000000021").valid());
    QCOMPARE(parseGs1Brackets(u"(02)09521234543213(37)5").reason, u"needs"_s);
    QCOMPARE(parseGs1Brackets(u"(01)09521234543213(02)09521234543213(37)5").reason, u"excludes"_s);
    QCOMPARE(parseGs1Brackets(u"(01)09521234543213(3101)001250(3102)001250").reason, u"excludes"_s);
    QVERIFY(parseGs1Brackets(u"(01)09521234543213(3103)001250").valid());
    QCOMPARE(parseGs1Brackets(u"(01)09521234543213(3920)100").reason, u"needs"_s);
    QVERIFY(parseGs1Brackets(u"(01)09521234543213(3920)100(30)2").valid());
    QVERIFY(parseGs1Brackets(u"(01)09521234543213(3920)100(3103)001250").valid());
    QCOMPARE(parseGs1Brackets(u"(01)09521234543213(01)06901234567892").reason, u"repeated"_s);
    QVERIFY(parseGs1Brackets(u"(01)09521234543213(01)09521234543213").valid());
    QCOMPARE(parseGs1Brackets(u"(01)09521234543213(250)X").reason, u"needs"_s);
    QVERIFY(parseGs1Brackets(u"(01)09521234543213(250)X(21)1").valid());
}

void TestGs1::brackets() {
    QCOMPARE(parseGs1Brackets(u"01)09521234543213").reason, u"shape"_s);
    QCOMPARE(parseGs1Brackets(u"(05)09521234543213").reason, u"unknown_ai"_s);
    QCOMPARE(parseGs1Brackets(u"(01)").reason, u"length"_s);
    QCOMPARE(parseGs1Brackets(u"(01)09521234543213(10)A(B)C").elements.at(1).value, u"A(B)C"_s);
    QCOMPARE(parseGs1Brackets(u"(01)09521234543213(10)A\\(21)C").elements.at(1).value, u"A(21)C"_s);
    QCOMPARE(parseGs1Brackets(u"(01)09521234543213(10)A\u001dB").reason, u"alphabet"_s);
    QCOMPARE(parseGs1Brackets(u"").reason, u"shape"_s);
    QCOMPARE(parseGs1Brackets(u"(").reason, u"shape"_s);
}

void TestGs1::digitalLinks() {
    const auto reason = [](QStringView text) { return parseDigitalLink(text).reason; };
    const Gs1Message whole = parseDigitalLink(
        u"HTTPS://example.com:8443/a/b/01/09521234543213/22/2A/10/A%2FB%3F/21/S%2f1/"
        u"?17=271200&linkType=gs1:pip&3103=001250#x");
    QVERIFY2(whole.valid(), qPrintable(whole.detail));
    QCOMPARE(ais(whole), (std::vector<QString>{u"01"_s, u"22"_s, u"10"_s, u"21"_s, u"17"_s, u"3103"_s}));
    QCOMPARE(whole.elements[3].value, u"S/1"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/10/A%2FB%23"), u"alphabet"_s);  // # is not in set 82
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/21/1/10/A"), u"order"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/10/A/235/B"), u"order"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/10/A/10/A"), u"order"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/235/B"), QString());
    QCOMPARE(reason(u"https://a.cn/01/09521234543213?10=A"), u"order"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213?21=A"), u"attribute"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213?8200=A"), u"attribute"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213?05=A"), u"unknown_ai"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213?17"), u"length"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213?17=271331"), u"date"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/10/A%2"), u"encoding"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/10/A% 1"), u"encoding"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/10/%E4%B8"), u"encoding"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543213/10/%00"), u"alphabet"_s);
    // Decoded once: %2541 is the text %41.
    QCOMPARE(parseDigitalLink(u"https://a.cn/01/09521234543213/10/%2541").elements.at(1).value, u"%41"_s);
    QCOMPARE(reason(u"https://a.cn/01/09521234543214"), u"check_digit"_s);
    QCOMPARE(reason(u"https://a.cn/10/A"), u"shape"_s);
    QCOMPARE(reason(u"https://a.cn/"), u"shape"_s);
    QCOMPARE(reason(u"https:///01/09521234543213"), u"shape"_s);
    QCOMPARE(reason(u"ftp://a.cn/01/09521234543213"), u"prefix"_s);
    QCOMPARE(reason(u"https://a.cn/00/109521234000000021"), QString());
    QCOMPARE(reason(u"https://a.cn/00/109521234000000021/10/A"), u"order"_s);
    QCOMPARE(reason(u"https://a.cn/414/9521234543213/254/X"), QString());
    // A path that happens to begin like a key.
    QCOMPARE(ais(parseDigitalLink(u"https://a.cn/01/shop/01/09521234543213")), std::vector<QString>{u"01"_s});
}

void TestGs1::dates() {
    const auto text = [](QStringView yymmdd, int year) {
        const auto date = gs1Date(yymmdd, year);
        return date ? date->text() : QString();
    };
    QCOMPARE(text(u"271231", 2026), u"2027-12-31"_s);
    QCOMPARE(text(u"270200", 2026), u"2027-02"_s);
    QCOMPARE(text(u"760101", 2026), u"2076-01-01"_s);  // 50 ahead
    QCOMPARE(text(u"770101", 2026), u"1977-01-01"_s);  // 51 ahead is 49 back
    QCOMPARE(text(u"410101", 2090), u"2041-01-01"_s);  // 49 back
    QCOMPARE(text(u"400101", 2090), u"2140-01-01"_s);  // 50 back is 50 ahead
    QCOMPARE(text(u"000229", 2026), u"2000-02-29"_s);
    QCOMPARE(text(u"000229", 2090), QString());  // 2100 is no leap year
    QCOMPARE(text(u"280229", 2026), u"2028-02-29"_s);
    for (const auto* bad : {u"270229", u"271331", u"270001", u"270432", u"27043", u"2704301", u"27O430", u""})
        QCOMPARE(text(bad, 2026), QString());
}

void TestGs1::coupons() {
    // Company prefix, offer, value, purchase; then every optional field in order.
    const QString first = u"012345612345611110123"_s;
    QVERIFY(isCouponCode(first));
    QVERIFY(isCouponCode(first + u"11"
                                 "2"
                                 "34"
                                 "0"
                                 "567"
                                 "9"_s));
    QVERIFY(isCouponCode(first + u"2"
                                 "1"
                                 "3"
                                 "0"
                                 "567"
                                 "0"
                                 "123456"_s));
    QVERIFY(isCouponCode(first + u"3"
                                 "271231"
                                 "4"
                                 "270101"_s));
    QVERIFY(isCouponCode(first + u"5"
                                 "0"
                                 "123456"
                                 "6"
                                 "1"
                                 "1234567"
                                 "9"
                                 "5"
                                 "2"
                                 "0"
                                 "1"_s));
    QVERIFY(!isCouponCode(first + u"3"
                                  "270101"
                                  "4"
                                  "271231"_s));
    QVERIFY(!isCouponCode(first + u"3"
                                  "271301"_s));
    QVERIFY(!isCouponCode(first + u"7"_s));
    QVERIFY(!isCouponCode(first + u"9"
                                  "3"
                                  "2"
                                  "0"
                                  "1"_s));
    QVERIFY(!isCouponCode(first.chopped(1)));
    QVERIFY(!isCouponCode(u""));
    QVERIFY(isPositiveOffer(u"101234561234560123456"));
    QVERIFY(!isPositiveOffer(u"1012345612345601234567"));
    QVERIFY(!isPositiveOffer(u"07"));
}

void TestGs1::checkPairs() {
    for (const auto* good :
         {u"1987654Ad4X4bL5ttr2310c2K", u"12345678901234567890123NT", u"12345_ABCDEFGHIJKLMCP", u"22"})
        QVERIFY2(!gs1ContentFault(u"csumalpha", good), qPrintable(QString::fromUtf16(good)));
    for (const auto* bad : {u"1987654Ad4X4bL5ttr2310c2L", u"1987654Ad4X4bL5tt#2310c2K", u"33", u"2"})
        QVERIFY2(gs1ContentFault(u"csumalpha", bad), qPrintable(QString::fromUtf16(bad)));
}

void TestGs1::roundTrips() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QStringList all = everyAi();
    for (int round = 0; round < 2000; ++round) {
        std::vector<Gs1Element> elements;
        for (int i = random.bounded(1, 6); i > 0; --i) {
            const QString ai = all[random.bounded(int(all.size()))];
            const Gs1Ai* row = findGs1Ai(ai);
            elements.push_back({ai, row->title.toString(), valuesOf(*row).good});
        }
        const QString scanned = scanForm(elements);
        QCOMPARE(parseGs1Scan(scanned).elements, elements);
        QCOMPARE(parseGs1Scan(u"]d2"_s + scanned).elements, elements);
        QCOMPARE(parseGs1Brackets(bracketForm(elements)).elements, elements);
    }
}

void TestGs1::codesFromPictures() {
    const QString key = u"0109521234543213"_s;
    const auto count = [](const std::optional<Gs1Message>& message) {
        return message ? int(message->elements.size()) : -1;
    };
    QCOMPARE(count(gs1OfCode(u"Code128", key, u"]C1")), 1);
    QCOMPARE(count(gs1OfCode(u"Code128", key + u"10A\u001d21B"_s)), 3);
    QCOMPARE(count(gs1OfCode(u"DataBar", u"09521234543213")), 1);
    QCOMPARE(count(gs1OfCode(u"DataBarExpanded", u"(01)09521234543213(10)A")), 2);
    QCOMPARE(count(gs1OfCode(u"QRCode", u"https://a.cn/01/09521234543213")), 1);
    QCOMPARE(count(gs1OfCode(u"QRCode", u"https://a.cn/about")), -1);
    // A whole message may be GS1 whose announcement the decoder kept to itself.
    const auto silent = gs1OfCode(u"DataMatrix", key);
    QCOMPARE(count(silent), 1);
    QCOMPARE(silent->warnings, std::vector<QString>{u"not_announced"_s});
    QCOMPARE(count(gs1OfCode(u"DataMatrix", key, u"]d1")), -1);
    QCOMPARE(count(gs1OfCode(u"DataMatrix", u"9012")), -1);
    QCOMPARE(count(gs1OfCode(u"PDF417", key)), -1);
    QCOMPARE(count(gs1OfCode(u"DataMatrix", u"[)>\u001e06\u001d10A")), -1);
    QCOMPARE(count(gs1OfCode(u"Code128", u"")), -1);
}

void TestGs1::limitsHold() {
    QCOMPARE(parseGs1Scan(QString(limits::codeCharacters + 1, u'0')).reason, u"length"_s);
    const QString many = u"(01)09521234543213"_s.repeated(static_cast<qsizetype>(limits::gs1Elements) + 2);
    QCOMPARE(parseGs1Brackets(many).reason, u"length"_s);
    QCOMPARE(parseDigitalLink(u"https://a.cn/01/09521234543213?"_s + u"17=271231&"_s.repeated(200)).reason,
             u"length"_s);
}

QTEST_APPLESS_MAIN(TestGs1)
#include "test_gs1.moc"
