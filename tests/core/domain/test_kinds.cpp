#include "core/base/safe_file.h"
#include "core/domain/kinds.h"

#include <QtTest>

#include <set>

using namespace chayan;
using namespace chayan::domain;
using namespace Qt::StringLiterals;

class TestKinds : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void vectorsReadAndWriteBack();
    void roundTrip_data();
    void roundTrip();
    void everyFlawIsMalformed_data() { roundTrip_data(); }
    void everyFlawIsMalformed();
    void finerFlaws_data();
    void finerFlaws();
    void otherKinds();
};

namespace {

const ItemId someItem = ItemId::fromText(u"084835e2-5eb3-4b8f-82d2-d46b37158156"_s).value();

QString sealedDigest(char c) {
    return base64url(view(QByteArray(32, c)));
}
QString slot(char c) {
    return base64url(view(QByteArray(16, c)));
}

std::vector<Body> samples() {
    Digest digest;
    digest.bytes.fill(7);
    OriginalAdded plain{someItem, digest, 9, u"image/jpeg"_s, u"captured"_s, digest.hex()};
    OriginalAdded full{someItem, digest, 0, u"image/png"_s, u"derived"_s, u"张三"_s};
    full.device = u"camera"_s;
    full.app = u"chayan 0.1"_s;
    full.method = u"copied"_s;
    full.medium = u"sealed in bag 7"_s;
    full.sourceMtime = 1795485600123;
    full.clockOffset = -192'000;
    full.parents = {{digest, Digest{}}};
    full.recipe = u"rectified"_s;
    full.sm3 = digest.hex();
    CodeScanned scanned{someItem, {}};
    scanned.codes.push_back({u"QRCode"_s,
                             u"中\u001d"_s,
                             QByteArray("\x00\xff", 2),
                             {{{0, 1}, {2, 3}, {-4, 5}, {6, 7}}},
                             u"plain"_s});
    scanned.codes.push_back(scanned.codes[0]);
    scanned.codes[1].symbology = u"]Q3"_s;
    scanned.width = 4000;
    scanned.height = 3000;
    CodeScanned unread{someItem, {}};
    unread.flaws = {u"blurred"_s, u"glare"_s};
    unread.error = u"not_a_picture"_s;
    return {DossierOpened{u"visit"_s, {{sealedDigest('a'), slot('x')}, {sealedDigest('b'), slot('y')}}},
            FieldSet{u"title"_s, u"仓库\n\u0001"_s},
            SealedSet{{{sealedDigest('a'), slot('x')}}},
            ItemAdded{someItem, u"goods"_s, {{u"name"_s, u"鞋"_s}, {u"quantity"_s, u""_s}}},
            ItemSet{someItem, u"name"_s, u""_s},
            ItemRemoved{someItem},
            plain,
            full,
            scanned,
            unread,
            RecordSigned{someItem, u"9"_s, u"reason"_s},
            RecordSigned{someItem, u"9"_s},
            Cosigned{someItem},
            OriginalDestroyed{someItem, u"order 7"_s}};
}

bool malformed(const QString& kind, const Json& body) {
    const Body read = readBody(kind, body);
    const auto* flaw = std::get_if<Malformed>(&read);
    return flaw && !flaw->reason.isEmpty();
}

Json parsed(const char* text) {
    return parseCanonical(view(QByteArray(text))).value();
}

}  // namespace

void TestKinds::vectorsReadAndWriteBack() {
    const QByteArray log =
        readFile(QStringLiteral(CHAYAN_TEST_DATA "/formats_vectors/log.jsonl"), 1 << 20).value();
    int read = 0;
    for (const QByteArray& line : log.split('\n')) {
        if (line.isEmpty())
            continue;
        const Json entry = parseCanonical(view(line)).value();
        const QString kind = *entry.stringAt("kind");
        const Body body = readBody(kind, *entry.find("body"));
        QVERIFY2(!std::holds_alternative<Malformed>(body), line);
        QVERIFY2(!std::holds_alternative<UnknownKind>(body), line);
        if (std::holds_alternative<LogEvent>(body))
            continue;
        QCOMPARE(kindOf(body), kind);
        QCOMPARE(canonical(writeBody(body)).value(), canonical(*entry.find("body")).value());
        ++read;
    }
    QCOMPARE(read, 11);
}

void TestKinds::roundTrip_data() {
    QTest::addColumn<int>("index");
    const std::vector<Body> all = samples();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%d %s", int(i), qPrintable(kindOf(all[i]))) << int(i);
}

void TestKinds::roundTrip() {
    QFETCH(int, index);
    const Body body = samples()[std::size_t(index)];
    const Json json = writeBody(body);
    QVERIFY(readBody(kindOf(body), json) == body);
    const QByteArray bytes = canonical(json).value();
    QVERIFY(readBody(kindOf(body), parseCanonical(view(bytes)).value()) == body);
}

void TestKinds::everyFlawIsMalformed() {
    QFETCH(int, index);
    const Body body = samples()[std::size_t(index)];
    const QString kind = kindOf(body);
    const Json whole = writeBody(body);
    static const std::set<std::string> optional{"device",       "app",  "method", "medium",
                                                "source_mtime", "sm3",  "width",  "height",
                                                "error",        "note", "flaws",  "clock_offset_ms"};
    static const std::set<std::string> signedNumbers{"clock_offset_ms"};
    QVERIFY(malformed(kind, {}));
    QVERIFY(malformed(kind, u"text"_s));
    for (const auto& [key, value] : *whole.object()) {
        Json without = whole;
        without.object()->erase(key);
        QVERIFY2(malformed(kind, without) != optional.contains(key), key.c_str());
        for (const Json& wrong :
             {Json(), Json(true), Json(-1), Json(Json::Object{}), Json(Json::Array{Json()})}) {
            if (signedNumbers.contains(key) && wrong.integer())
                continue;
            Json other = whole;
            other.object()->insert_or_assign(key, wrong);
            QVERIFY2(malformed(kind, other), key.c_str());
        }
    }
    Json more = whole;
    more.object()->emplace("more", u"x"_s);
    QVERIFY(malformed(kind, more));
}

void TestKinds::finerFlaws_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const QString& kind, const QByteArray& body) {
        QTest::newRow(name) << kind << body;
    };
    const QByteArray item = R"("item":"084835e2-5eb3-4b8f-82d2-d46b37158156")";
    const QByteArray a = sealedDigest('a').toUtf8();
    const QByteArray b = sealedDigest('b').toUtf8();
    const QByteArray s = slot('s').toUtf8();
    const auto sealed = [&](const QByteArray& first, const QByteArray& second) {
        return R"({"sealed":[{"d":")" + first + R"(","slot":")" + s + R"("},{"d":")" + second +
               R"(","slot":")" + s + R"("}]})";
    };
    row("sealed out of order", u"sealed.set"_s, sealed(b, a));
    row("sealed twice", u"sealed.set"_s, sealed(a, a));
    row("sealed too short", u"sealed.set"_s, sealed(s, b));
    row("empty field", u"field.set"_s, R"({"field":"","value":"x"})");
    row("field twice", u"item.added"_s,
        "{" + item + R"(,"list":"goods","values":[{"field":"a","value":"1"},{"field":"a","value":"1"}]})");
    row("upper-case item", u"item.removed"_s, R"({"item":"084835E2-5eb3-4b8f-82d2-d46b37158156"})");
    const auto original = [&](const QByteArray& origin, const QByteArray& more) {
        const QByteArray sha(64, '0');
        return "{" + item + R"(,"maker":"m","origin":")" + origin + "\"" + more + R"(,"sha256":")" + sha +
               R"(","size":1,"type":"image/jpeg"})";
    };
    row("unknown origin", u"original.added"_s, original("found", ""));
    row("derived from nothing", u"original.added"_s, original("derived", ""));
    row("derived without recipe", u"original.added"_s,
        original("derived", R"(,"parents":[")" + QByteArray(64, '1') + R"("])"));
    row("captured with recipe", u"original.added"_s, original("captured", R"(,"recipe":"x")"));
    const auto code = [&](const QByteArray& bytes, const QByteArray& corners) {
        return R"({"codes":[{"bytes":")" + bytes + R"(","corners":)" + corners +
               R"(,"format":"QRCode","pass":"plain","text":"x"}],)" + item + "}";
    };
    row("odd hex", u"code.scanned"_s, code("abc", "[[0,0],[0,0],[0,0],[0,0]]"));
    row("upper-case hex", u"code.scanned"_s, code("AB", "[[0,0],[0,0],[0,0],[0,0]]"));
    row("three corners", u"code.scanned"_s, code("ab", "[[0,0],[0,0],[0,0]]"));
    row("far corner", u"code.scanned"_s, code("ab", "[[0,0],[0,0],[0,0],[9007199254740991,0]]"));
    row("flat corner", u"code.scanned"_s, code("ab", "[[0,0],[0,0],[0,0],[0]]"));
}

void TestKinds::finerFlaws() {
    QFETCH(QString, kind);
    QFETCH(QByteArray, body);
    QVERIFY(malformed(kind, parsed(body)));
}

void TestKinds::otherKinds() {
    QVERIFY(std::holds_alternative<LogEvent>(readBody(u"officer.admitted", parsed("{}"))));
    QVERIFY(std::holds_alternative<UnknownKind>(readBody(u"field.sett", parsed("{}"))));
    QVERIFY(writeBody(UnknownKind{}).isNull());
    QCOMPARE(kindOf(Malformed{}), QString());
}

QTEST_APPLESS_MAIN(TestKinds)
#include "test_kinds.moc"
