#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace chayan;
using namespace Qt::StringLiterals;

// Independent vectors, see tests/data/formats_vectors/README.md.
class TestJson : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void vectors();
    void writesWhatItReads();
    void refusesWhatCannotBeHashed();
};

void TestJson::vectors() {
    QFile file(QStringLiteral(CHAYAN_TEST_DATA "/formats_vectors/vectors.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object().value(u"canonical"_s).toObject();
    const QJsonArray accept = all.value(u"accept"_s).toArray();
    const QJsonArray refuse = all.value(u"refuse"_s).toArray();
    QVERIFY(accept.size() >= 12 && refuse.size() >= 30);
    for (const QJsonValue& text : accept) {
        const QByteArray bytes = text.toString().toUtf8();
        const auto value = parseCanonical(view(bytes));
        QVERIFY2(value, bytes.constData());
        QCOMPARE(canonical(*value).value(), bytes);
    }
    for (const QJsonValue& text : refuse) {
        const QByteArray bytes = text.toString().toUtf8();
        QVERIFY2(!parseCanonical(view(bytes)), bytes.constData());
    }
}

void TestJson::writesWhatItReads() {
    const Json value(Json::Object{{"b", Json(Json::Array{Json(1), Json(true), Json(nullptr)})},
                                  {"a", Json(u"“é\u0001\n\"\\😀"_s)}});
    const QByteArray bytes = canonical(value).value();
    QCOMPARE(bytes, QByteArray("{\"a\":\"“é\\u0001\\n\\\"\\\\😀\",\"b\":[1,true,null]}"));
    QVERIFY(parseCanonical(view(bytes)).value() == value);
}

void TestJson::refusesWhatCannotBeHashed() {
    QVERIFY(!canonical(Json(Json::Object{{"A", Json(1)}})));
    QVERIFY(!canonical(Json(Json::Object{{"", Json(1)}})));
    QVERIFY(!canonical(Json(9007199254740992)));
    QVERIFY(!canonical(Json(QString(QChar(0xD800)))));
    Json deep(1);
    for (int i = 0; i < 17; ++i)
        deep = Json(Json::Array{deep});
    QVERIFY(!canonical(deep));
    // Not UTF-8: overlong, a surrogate, beyond the last code point, cut short.
    for (const char* bad : {"\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xE4\xB8\""})
        QVERIFY(!parseCanonical(view(QByteArray(bad))));
}

QTEST_APPLESS_MAIN(TestJson)
#include "test_json.moc"
