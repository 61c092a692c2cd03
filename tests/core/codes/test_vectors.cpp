#include "core/codes/codes.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>

using namespace chayan;
using namespace chayan::codes;
using namespace Qt::StringLiterals;

namespace {

struct Row {
    QString scheme;
    QString value;
    bool valid;
    QString note;
};

std::vector<Row> rows() {
    QFile file(QStringLiteral(CHAYAN_TEST_DATA "/vectors.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Row> result;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.sliced(1)) {
        const QStringList cells = line.split(u'\t');
        QString value = cells[1];
        result.push_back(
            {cells[0], value.replace(u"{GS}"_s, u"\u001d"_s), cells[2] == "valid"_L1, cells.value(3)});
    }
    return result;
}

/// ASCII in its full-width forms, as an input method leaves it.
QString widened(QString text) {
    for (QChar& c : text) {
        if (c > u' ' && c < u'\u007f')
            c = QChar(c.unicode() - u'!' + 0xff01);
    }
    return text;
}

const Meaning* find(const std::vector<Meaning>& meanings, const QString& scheme) {
    const auto it =
        std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& m) { return m.scheme == scheme; });
    return it == meanings.end() ? nullptr : &*it;
}

}  // namespace

class TestVectors : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyRow_data();
    void everyRow();
    void schemesAreThoseOfTheVectors();
    void innerOrganisationCodeWarns();
};

void TestVectors::everyRow_data() {
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("valid");
    const std::vector<Row> all = rows();
    QVERIFY(all.size() > 180);
    for (const Row& row : all)
        QTest::newRow(qPrintable(row.scheme + u' ' + row.value)) << row.scheme << row.value << row.valid;
}

void TestVectors::everyRow() {
    QFETCH(const QString, scheme);
    QFETCH(const QString, value);
    QFETCH(const bool, valid);
    for (const QString& text : {value, widened(value), u" "_s + value + u" \n"_s}) {
        const Result<Meaning> meaning = identifyAs(scheme, text);
        QVERIFY(meaning.has_value());
        QVERIFY2(meaning->valid == valid, qPrintable(meaning->reason + u": "_s + meaning->detail));
        QCOMPARE(meaning->scheme, scheme);
        QCOMPARE(meaning->reason.isEmpty(), valid);
        QCOMPARE(meaning->detail.isEmpty(), valid);
        QVERIFY(!valid || (meaning->likelihood > 0 && !meaning->parts.empty()));
        const std::vector<Meaning> all = identify(text);
        const Meaning* among = find(all, scheme);
        if (valid)
            QVERIFY(among != nullptr);
        if (among != nullptr)
            QCOMPARE(*among, *meaning);
    }
}

void TestVectors::schemesAreThoseOfTheVectors() {
    std::set<QString> named;
    for (const Row& row : rows())
        named.insert(row.scheme);
    const QStringList known = schemes();
    QCOMPARE(std::set<QString>(known.begin(), known.end()), named);
    QCOMPARE(known.size(), static_cast<qsizetype>(named.size()));
    const Result<Meaning> unknown = identifyAs(u"EAN99", u"1"_s);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, ErrorKind::BadInput);
    QVERIFY(unknown.error().detail.contains(u"WAYBILL_CNPOST"));
}

void TestVectors::innerOrganisationCodeWarns() {
    for (const Row& row : rows()) {
        if (row.scheme != "USCC_ORG"_L1)
            continue;
        const Meaning outer = identifyAs(u"USCC", row.value).value();
        QVERIFY(outer.valid);
        const bool warned =
            std::count(outer.warnings.begin(), outer.warnings.end(), u"org_check_digit"_s) == 1;
        QCOMPARE(warned, !row.valid);
    }
}

QTEST_APPLESS_MAIN(TestVectors)
#include "test_vectors.moc"
