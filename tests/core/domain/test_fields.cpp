#include "core/base/limits.h"
#include "core/domain/fields.h"

#include <QtTest>

#include <set>

using namespace chayan;
using namespace chayan::domain;
using namespace Qt::StringLiterals;

class TestFields : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void tableIsSound();
    void contractHolds();
    void unknownListsTheKnown();
    void values_data();
    void values();
    void refused_data();
    void refused();
    void warned_data();
    void warned();
    void choices();
    void limits();
};

namespace {

const Field& visitField(const char* key, const char* list = "") {
    const Field* field = findField(u"visit", QString::fromUtf8(list), QString::fromUtf8(key));
    if (!field)
        qFatal("no field %s", key);
    return *field;
}

}  // namespace

void TestFields::tableIsSound() {
    static const QRegularExpression key(u"^[a-z][a-z0-9_]*$"_s);
    std::set<std::tuple<QString, QString, QString>> seen;
    for (const Field& field : fields()) {
        QVERIFY2(key.match(field.key.toString()).hasMatch(), field.key.toUtf8());
        QVERIFY2(seen.emplace(field.type.toString(), field.list.toString(), field.key.toString()).second,
                 field.key.toUtf8());
        QVERIFY2(*field.label, field.key.toUtf8());
        QVERIFY2(!(field.sealed && field.searchable), field.key.toUtf8());
        QVERIFY2(field.list.isEmpty() != field.section.isEmpty(), field.key.toUtf8());
        QCOMPARE(field.choices.empty(), field.kind != FieldType::OneOf);
        std::set<QString> spellings;
        for (const Choice& choice : field.choices) {
            QVERIFY(key.match(choice.key.toString()).hasMatch());
            QVERIFY(spellings.insert(choice.key.toString()).second);
            QVERIFY(spellings.insert(QString::fromUtf8(choice.label)).second);
            QVERIFY(spellings.insert(choice.printed.toString()).second);
        }
        // Identity numbers and what names a private person's reach are never open.
        if (field.kind == FieldType::IdentityNumber || field.key.startsWith(u"complainant") ||
            field.key.startsWith(u"whistleblower"))
            QVERIFY2(field.sealed, field.key.toUtf8());
    }
    QCOMPARE(visitField("category").choices.size(), 11U);
}

void TestFields::contractHolds() {
    for (const char* key :
         {"title", "kind", "place", "party_name", "party_credit_code", "started_at", "notes"})
        QVERIFY2(!visitField(key).sealed, key);
    for (const char* key : {"complainant_name", "complainant_phone", "whistleblower_name",
                            "whistleblower_phone", "party_id_number"})
        QVERIFY2(visitField(key).sealed, key);
    QVERIFY(visitField("original_name", "originals").sealed);
    QCOMPARE(sealedName(visitField("complainant_name")), u"complainant_name"_s);
    QCOMPARE(sealedName(visitField("original_name", "originals"), u"ID"_s), u"original_name/ID"_s);
    QCOMPARE(dossierTypes(), (QStringList{u"visit"_s, u"evidence"_s, u"reference"_s}));
    QCOMPARE(listsOf(u"visit"), QStringList({u"goods"_s, u"people"_s, u"links"_s, u"originals"_s}));
    QCOMPARE(fieldsOf(u"visit").front()->key, u"title");
    QVERIFY(fieldsOf(u"visit", u"nothing").empty() && fieldsOf(u"nothing").empty());
}

void TestFields::unknownListsTheKnown() {
    const auto unknown = fieldOf(u"visit", {}, u"titel");
    QVERIFY(!unknown && unknown.error().kind == ErrorKind::UnknownField);
    QCOMPARE(unknown.error().thing, u"titel"_s);
    for (const Field* field : fieldsOf(u"visit"))
        QVERIFY2(unknown.error().detail.contains(field->key), unknown.error().detail.toUtf8());
    QVERIFY(!unknown.error().detail.contains(u"unit_price"));
    QVERIFY(fieldOf(u"visit", u"goods", u"unknown").error().detail.contains(u"unit_price"));
    QCOMPARE(fieldOf(u"boat", {}, u"title").error().kind, ErrorKind::UnknownField);
    QCOMPARE(fieldOf(u"visit", {}, u"title").value()->key, u"title");
}

void TestFields::values_data() {
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* list, const char* key, const QString& given, const QString& kept) {
        QTest::addRow("%s %s", key, qPrintable(given))
            << QByteArray(list) << QByteArray(key) << given << kept;
    };
    const QString nine = u"2026-11-24T09:12:00+08:00"_s;
    row("", "title", u"  仓库检查 “A” 😀 "_s, u"仓库检查 “A” 😀"_s);
    row("", "title", u"e\u0301 ｆｕｌｌ"_s, u"e\u0301 ｆｕｌｌ"_s);
    row("", "title", u""_s, u""_s);
    row("", "notes", u"a\r\nb\rc\td\n"_s, u"a\nb\nc\td"_s);
    row("", "started_at", u"2026-11-24 09:12"_s, nine);
    row("", "started_at", u"2026-11-24T09:12"_s, nine);
    row("", "started_at", u"2026-11-24T09:12:00+08:00"_s, nine);
    row("", "started_at", u"2026-11-24t01:12:00.250z"_s, u"2026-11-24T01:12:00.250Z"_s);
    row("", "started_at", u"2026年11月24日 09:12"_s, nine);
    row("", "started_at", u"2026年11月24日9时12分"_s, nine);
    row("", "started_at", u"２０２６－１１－２４　０９：１２"_s, nine);
    row("", "started_at", u"2026/11/24 9:12:30"_s, u"2026-11-24T09:12:30+08:00"_s);
    row("", "started_at", u""_s, u""_s);
    row("goods", "production_date", u"20261124"_s, u"2026-11-24"_s);
    row("goods", "production_date", u"2026年11月"_s, u"2026-11"_s);
    row("goods", "production_date", u"2026.1.2"_s, u"2026-01-02"_s);
    row("goods", "production_date", u"2024-02-29"_s, u"2024-02-29"_s);
    row("goods", "quantity", u"120"_s, u"120"_s);
    row("goods", "quantity", u"1,260.50"_s, u"1260.50"_s);
    row("goods", "quantity", u"００７"_s, u"7"_s);
    row("goods", "quantity", u"+0.50"_s, u"0.50"_s);
    row("goods", "quantity", u"-0"_s, u"0"_s);
    row("goods", "quantity", u"000"_s, u"0"_s);
    row("goods", "unit_price", u"-3.0"_s, u"-3.0"_s);
    row("", "rights_told", u"是"_s, u"yes"_s);
    row("", "rights_told", u"NO"_s, u"no"_s);
    row("", "party_phone", u"０２８－８５５５０１００"_s, u"028-85550100"_s);
    row("", "party_phone", u"+86 (28) 8555 0100"_s, u"+86 (28) 8555 0100"_s);
    row("goods", "gtin", u"6901 2345 6789 2"_s, u"6901234567892"_s);
    row("links", "dossier", u"73EB2EEF-2e27-441f-bf63-a23758935dfd"_s,
        u"73eb2eef-2e27-441f-bf63-a23758935dfd"_s);
}

void TestFields::values() {
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, key);
    QFETCH(QString, given);
    QFETCH(QString, kept);
    const Field& field = visitField(key, list);
    const auto checked = checkValue(field, given);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
    QCOMPARE(checked->value, kept);
    QCOMPARE(checked->warnings.size(), 0U);
    // What is recorded is accepted again as it is.
    QCOMPARE(checkValue(field, kept).value().value, kept);
}

void TestFields::refused_data() {
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("given");
    const auto row = [](const char* name, const char* list, const char* key, const QString& given) {
        QTest::newRow(name) << QByteArray(list) << QByteArray(key) << given;
    };
    row("line break in a line", "", "title", u"a\nb"_s);
    row("escape", "", "notes", u"a\u001bb"_s);
    row("nul", "", "notes", u"a"_s + QChar(0) + u"b"_s);
    row("delete", "", "notes", u"a\u007fb"_s);
    row("c1", "", "notes", u"a\u0085b"_s);
    row("high surrogate", "", "title", u"a"_s + QChar(0xd83d));
    row("low surrogate", "", "title", QChar(0xde00) + u"a"_s);
    row("no such day", "", "started_at", u"2026-02-29 09:12"_s);
    row("no such hour", "", "started_at", u"2026-02-28 24:00"_s);
    row("no such offset", "", "started_at", u"2026-02-28T09:12:00+24:00"_s);
    row("no time", "", "started_at", u"2026-02-28"_s);
    row("run together", "", "started_at", u"2026-2-2809:12"_s);
    row("words", "", "started_at", u"yesterday"_s);
    row("thirteenth month", "goods", "production_date", u"2026-13"_s);
    row("packed nonsense", "goods", "production_date", u"20261324"_s);
    row("year alone", "goods", "production_date", u"2026"_s);
    row("two points", "goods", "quantity", u"1.2.3"_s);
    row("wrong groups", "goods", "quantity", u"12,60"_s);
    row("exponent", "goods", "quantity", u"1e3"_s);
    row("point alone", "goods", "quantity", u"."_s);
    row("not a number", "goods", "quantity", u"many"_s);
    row("maybe", "", "rights_told", u"maybe"_s);
    row("no dossier", "links", "dossier", u"the other one"_s);
}

void TestFields::refused() {
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, key);
    QFETCH(QString, given);
    const auto checked = checkValue(visitField(key, list), given);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::BadValue);
    QCOMPARE(checked.error().thing, QString::fromUtf8(key));
    QVERIFY(!checked.error().detail.isEmpty());
}

void TestFields::warned_data() {
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* list, const char* key, const QString& given, const QString& kept,
                        const QString& reason) {
        QTest::addRow("%s %s", key, qPrintable(given))
            << QByteArray(list) << QByteArray(key) << given << kept << reason;
    };
    row("", "party_credit_code", u"91350100M000100Y44"_s, u"91350100M000100Y44"_s, u"check_digit"_s);
    row("", "party_credit_code", u"９１35 0100 m000100y43"_s, u"91350100M000100Y43"_s, {});
    row("", "party_credit_code", u"12"_s, u"12"_s, u"length"_s);
    row("", "party_credit_code", u"91510104PDY000210E"_s, u"91510104PDY000210E"_s, u"org_check_digit"_s);
    row("people", "id_number", u"11010519491231002x"_s, u"11010519491231002X"_s, {});
    row("people", "id_number", u"110105194912310021"_s, u"110105194912310021"_s, u"check_digit"_s);
    row("goods", "gtin", u"9521 2345 4321 3"_s, u"9521234543213"_s, u"demonstration_prefix"_s);
    row("goods", "gtin", u"6901234567893"_s, u"6901234567893"_s, u"check_digit"_s);
    row("", "party_phone", u"ask the neighbour"_s, u"ask the neighbour"_s, u"unlikely_phone"_s);
    row("", "kind", u"my own kind"_s, u"my own kind"_s, u"not_listed"_s);
    row("", "notes", u"seen: 11010519491231002X."_s, u"seen: 11010519491231002X."_s, u"identity_number"_s);
    row("", "notes", u"lot 110105194912310021"_s, u"lot 110105194912310021"_s, {});
    row("", "complainant_name", u"甲 11010519491231002X"_s, u"甲 11010519491231002X"_s, {});
    row("", "title", u"invoice\u202egpj.exe"_s, u"invoice\u202egpj.exe"_s, u"hidden_characters"_s);
    row("", "title", u"家👨\u200d👩"_s, u"家👨\u200d👩"_s, {});
}

void TestFields::warned() {
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, key);
    QFETCH(QString, given);
    QFETCH(QString, kept);
    QFETCH(QString, reason);
    const Checked checked = checkValue(visitField(key, list), given).value();
    QCOMPARE(checked.value, kept);
    QCOMPARE(checked.warnings.size(), reason.isEmpty() ? 0U : 1U);
    if (!reason.isEmpty())
        QCOMPARE(checked.warnings.front().reason, reason);
}

void TestFields::choices() {
    for (const Field& field : fields())
        for (const Choice& choice : field.choices)
            for (const QString& spelling : {choice.key.toString(), choice.key.toString().toUpper(),
                                            QString::fromUtf8(choice.label), choice.printed.toString()}) {
                const Checked checked = checkValue(field, spelling).value();
                QCOMPARE(checked.value, choice.key.toString());
                QVERIFY(checked.warnings.empty());
            }
}

void TestFields::limits() {
    const QString line(chayan::limits::lineCharacters, u'字');
    QCOMPARE(checkValue(visitField("title"), line).value().value, line);
    QCOMPARE(checkValue(visitField("title"), line + u'x').error().kind, ErrorKind::TooLarge);
    const QString lines(chayan::limits::fieldCharacters, u'字');
    QCOMPARE(checkValue(visitField("notes"), lines).value().value, lines);
    QCOMPARE(checkValue(visitField("notes"), lines + u'x').error().kind, ErrorKind::TooLarge);
}

QTEST_APPLESS_MAIN(TestFields)
#include "test_fields.moc"
