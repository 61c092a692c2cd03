#include "core/base/phone_limits.h"
#include "core/crypto/digest.h"
#include "core/phone/phone_name.h"
#include "core/phone/server.h"
#include "tests/support/http_talk.h"

#include <QJsonArray>
#include <QThread>
#include <QtTest>

#include <atomic>
#include <mutex>

using namespace chayan;
using namespace chayan::phone;
using namespace Qt::StringLiterals;
using test::HttpTalk;

namespace {

/// Keeps what comes in memory, and is durable when it is told.
struct Shelf {
    std::mutex mutex;
    std::map<QString, QByteArray> files;
    std::vector<std::function<void()>> durable;
    std::atomic<int> open = 0;
    std::atomic<bool> atOnce = true;
    std::atomic<bool> full = false;
    std::atomic<qint64> now = 0;
};

class OnShelf : public Incoming {
  public:
    OnShelf(Shelf& shelf, Offer offer) : m_shelf(shelf), m_offer(std::move(offer)) { ++m_shelf.open; }
    ~OnShelf() override { --m_shelf.open; }
    Status add(ByteView bytes) override {
        m_bytes.append(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        if (m_bytes.startsWith("%PDF"))
            return fail(ErrorKind::Unsupported, m_offer.name);
        return {};
    }
    void finish(std::function<void(const Result<Digest>&)> done) override {
        const std::scoped_lock lock(m_shelf.mutex);
        m_shelf.files[m_offer.name] = m_bytes;
        auto call = [done = std::move(done), digest = crypto::sha256(view(m_bytes))] { done(digest); };
        if (m_shelf.atOnce)
            call();
        else
            m_shelf.durable.push_back(std::move(call));
    }

  private:
    Shelf& m_shelf;
    Offer m_offer;
    QByteArray m_bytes;
};

/// A server on a shelf, and the way to it.
struct Session {
    Shelf shelf;
    std::unique_ptr<Server> server;
    QUrl url;
    QByteArray path;

    Session() {
        Settings settings;
        settings.address = u"127.0.0.1"_s;
        settings.words = {{u"title"_s, u"照片 </script><b>"_s}};
        settings.language = u"zh-CN"_s;
        settings.idleMs = 1000;
        settings.nowMs = [this] { return shelf.now.load(); };
        settings.intake = [this](const Offer& offer) -> Result<std::unique_ptr<Incoming>> {
            if (shelf.full)
                return fail(ErrorKind::DiskFull, offer.name);
            return std::make_unique<OnShelf>(shelf, offer);
        };
        server = Server::start(std::move(settings)).value();
        look();
    }
    void look() {
        url = QUrl(server->url());
        path = url.path().toLatin1();
    }
};

QByteArray offerOf(const char* phone, const QByteArray& name, qint64 size) {
    return "{\"phone\":\"" + QByteArray(phone) + "\",\"name\":\"" + name +
           "\",\"size\":" + QByteArray::number(size) + ",\"modified\":1764300000000}";
}

QByteArray some(qsizetype size, char seed = 1) {
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(seed + i * 31 + (i >> 8));
    return bytes;
}

}  // namespace

class TestServer : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void thePage();
    void nothingElse_data();
    void nothingElse();
    void notWhenIdleNorAfterwards();
    void aSecretIsForItsSession();
    void inPieces();
    void goesOnWhereItWas();
    void safeOnlyWhenDurable();
    void twoPhones();
    void refusedFiles();
    void hostile_data();
    void hostile();
    void neverMoreThanOnePiece();
    void fewConnections();
    void movesToAnotherAddress();
    void names_data();
    void names();
};

void TestServer::thePage() {
    Session session;
    QCOMPARE(session.path.size(), 23);  // a slash and 128 bits
    HttpTalk talk(session.url);
    const auto page = talk.ask("GET", session.path);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.startsWith("<!DOCTYPE html>"));
    QVERIFY(page.body.contains("lang=\"zh-CN\"") && page.body.contains("照片"));
    QVERIFY(!page.body.contains("{{"));
    QCOMPARE(page.body.count("</script>"), 2);  // a word cannot end the element
    const QByteArray head = page.head.toLower();
    for (const char* line : {"cache-control: no-store", "referrer-policy: no-referrer",
                             "x-content-type-options: nosniff", "default-src 'none'"})
        QVERIFY2(head.contains(line), line);
    QVERIFY(!head.contains("access-control"));
    // The policy names just the style and the program that are in it.
    for (const QByteArray& element : {QByteArray("style"), QByteArray("script")}) {
        const qsizetype begin = page.body.lastIndexOf("<" + element + ">") + element.size() + 2;
        const QByteArray inlined = page.body.mid(begin, page.body.lastIndexOf("</" + element + ">") - begin);
        const QByteArray hash = crypto::sha256(view(inlined)).raw().toBase64();
        QVERIFY(page.head.contains(element + "-src 'sha256-" + hash + "'"));
    }
    QCOMPARE(talk.ask("GET", session.path).status, 200);  // over the same connection
}

void TestServer::nothingElse_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");  // SECRET stands for it
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("more");
    const QByteArray none;
    const auto row = [&](const char* name, const char* method, const char* path, const QByteArray& host = {},
                         const QByteArray& more = {}) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << host << more;
    };
    row("root", "GET", "/");
    row("icon", "GET", "/favicon.ico");
    row("another", "GET", "/AAAAAAAAAAAAAAAAAAAAAA");
    row("another's files", "GET", "/AAAAAAAAAAAAAAAAAAAAAA/files");
    row("half", "GET", "/SECRE");
    row("longer", "GET", "/SECRETx");
    row("below", "GET", "/SECRET/");
    row("deeper", "GET", "/SECRET/files/1/2");
    row("up", "GET", "/SECRET/../SECRET/..");
    row("a file", "GET", "/SECRET/etc/passwd");
    row("double slash", "GET", "//SECRET");
    row("delete", "DELETE", "/SECRET");
    row("head", "HEAD", "/SECRET");
    row("options", "OPTIONS", "/SECRET/files");
    row("post the page", "POST", "/SECRET");
    row("put all", "PUT", "/SECRET/files");
    row("no such file", "PUT", "/SECRET/files/1234?at=0");
    row("foreign host", "GET", "/SECRET", "evil.example:80");
    row("host without port", "GET", "/SECRET", "127.0.0.1");
    row("foreign origin", "POST", "/SECRET/files", none, "Origin: http://evil.example\r\n");
    row("no origin", "POST", "/SECRET/files", none, "Origin: null\r\n");
}

void TestServer::nothingElse() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, more);
    Session session;
    path.replace("SECRET", session.path.mid(1));
    path.replace("SECRE", session.path.mid(1, 21));
    const auto answer = HttpTalk(session.url).ask(method, path, {}, host, more);
    if (method != "HEAD" && method != "OPTIONS")
        QCOMPARE(answer.status, 404);
    QVERIFY(answer.status == 404 || answer.status == 0);
    QVERIFY(answer.body.isEmpty());
    // Exactly what one hears who knows nothing.
    if (answer.status == 404 && method == "GET")
        QCOMPARE(answer.head, HttpTalk(session.url).ask("GET", "/nothing").head);
    QVERIFY(session.server->snapshot().phones.empty());
}

void TestServer::notWhenIdleNorAfterwards() {
    Session session;
    session.shelf.now = 900;
    QCOMPARE(HttpTalk(session.url).ask("GET", session.path).status, 200);
    session.shelf.now = 1800;  // a wrong one does not keep it open
    QCOMPARE(HttpTalk(session.url).ask("GET", "/x").status, 404);
    QCOMPARE(session.server->snapshot().leftMs, 100);
    session.shelf.now = 1900;
    QCOMPARE(HttpTalk(session.url).ask("GET", session.path).status, 404);
    QCOMPARE(HttpTalk(session.url).ask("POST", session.path + "/files", offerOf("a", "1.jpg", 5)).status,
             404);
    QCOMPARE(session.server->snapshot().leftMs, 0);
    const QByteArray old = session.path;
    session.server->renew();
    session.look();
    QVERIFY(session.path != old);
    QCOMPARE(HttpTalk(session.url).ask("GET", old).status, 404);
    QCOMPARE(HttpTalk(session.url).ask("GET", session.path).status, 200);

    HttpTalk kept(session.url);
    QCOMPARE(kept.ask("POST", session.path + "/files", offerOf("a", "1.jpg", 5)).status, 200);
    QCOMPARE(session.shelf.open, 1);
    session.server.reset();
    QVERIFY(kept.isCut());
    QCOMPARE(session.shelf.open, 0);  // what was not whole is let go
    HttpTalk late(session.url);
    QCOMPARE(late.socket().state(), QAbstractSocket::UnconnectedState);
}

void TestServer::aSecretIsForItsSession() {
    Session one;
    Session other;
    QVERIFY(one.path != other.path);
    QCOMPARE(HttpTalk(one.url).ask("GET", other.path).status, 404);
    QCOMPARE(HttpTalk(one.url).ask("GET", one.path, {}, other.url.authority().toLatin1()).status, 404);
}

void TestServer::inPieces() {
    Session session;
    const QByteArray bytes = some(9'000'001);
    HttpTalk talk(session.url);
    const auto offered = talk.ask("POST", session.path + "/files", offerOf("a", "IMG.jpg", bytes.size()), {},
                                  "Origin: http://" + session.url.authority().toLatin1() + "\r\n");
    QCOMPARE(offered.status, 200);
    QCOMPARE(offered.json()[u"state"_s].toString(), u"sending"_s);
    const QByteArray file = session.path + "/files/" + offered.json()[u"id"_s].toString().toLatin1();
    for (qsizetype at = 0; at < bytes.size(); at += limits::phonePieceBytes) {
        const auto wrong = talk.ask("PUT", file + "?at=" + QByteArray::number(at + 1), "x");
        QCOMPARE(wrong.status, 409);
        QCOMPARE(wrong.json()[u"received"_s].toInteger(), at);
        const auto put =
            talk.ask("PUT", file + "?at=" + QByteArray::number(at), bytes.mid(at, limits::phonePieceBytes));
        QCOMPARE(put.status, 200);
    }
    QTRY_COMPARE(session.server->snapshot().files[0].state, Arrival::State::Safe);
    QCOMPARE(session.shelf.files[u"IMG.jpg"_s], bytes);
    const auto states = talk.ask("GET", session.path + "/files?phone=a").json()[u"files"_s].toArray();
    QCOMPARE(states.size(), 1);
    QCOMPARE(states[0].toObject()[u"sha256"_s].toString(), crypto::sha256(view(bytes)).hex());
    QVERIFY(talk.ask("GET", session.path + "/files?phone=b").json()[u"files"_s].toArray().isEmpty());
    const Snapshot snapshot = session.server->snapshot();
    QCOMPARE(snapshot.phones.size(), 1u);
    QCOMPARE(snapshot.phones[0].device, u"Android"_s);
    // Chosen once more it is known, and not sent again.
    QCOMPARE(talk.ask("POST", session.path + "/files", offerOf("a", "IMG.jpg", bytes.size()))
                 .json()[u"state"_s]
                 .toString(),
             u"safe"_s);
    QCOMPARE(talk.ask("PUT", file + "?at=0", "x").json()[u"state"_s].toString(), u"safe"_s);
    QCOMPARE(session.shelf.files.size(), 1u);
}

void TestServer::goesOnWhereItWas() {
    Session session;
    const QByteArray bytes = some(300'000);
    QByteArray file;
    {
        HttpTalk talk(session.url);
        const auto offered = talk.ask("POST", session.path + "/files", offerOf("a", "1.jpg", bytes.size()));
        file = session.path + "/files/" + offered.json()[u"id"_s].toString().toLatin1();
        QCOMPARE(talk.ask("PUT", file + "?at=0", bytes.first(100'000)).status, 200);
        // The next one breaks off in its middle.
        talk.say(talk.head("PUT", file + "?at=100000", 100'000) + bytes.mid(100'000, 40'000));
        talk.socket().abort();
    }
    HttpTalk again(session.url);
    const auto offered = again.ask("POST", session.path + "/files", offerOf("a", "1.jpg", bytes.size()));
    QCOMPARE(offered.json()[u"received"_s].toInteger(), 100'000);
    QCOMPARE(session.path + "/files/" + offered.json()[u"id"_s].toString().toLatin1(), file);
    // CRC-32 of the first 100,000, by another implementation of it.
    const auto crcOf = [](QByteArrayView of) {
        quint32 crc = 0xffffffff;
        for (const char c : of)
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ (((crc ^ (static_cast<quint8>(c) >> bit)) & 1) != 0 ? 0xedb88320 : 0);
        return qint64{crc ^ 0xffffffff};
    };
    QCOMPARE(crcOf("123456789"), 0xcbf43926);
    QCOMPARE(offered.json()[u"crc"_s].toInteger(), crcOf(QByteArrayView(bytes).first(100'000)));
    QCOMPARE(again.ask("PUT", file + "?at=100000", bytes.mid(100'000)).status, 200);
    QCOMPARE(session.shelf.files[u"1.jpg"_s], bytes);
    // Another file of the same name, size and time begins anew.
    const QByteArray more = offerOf("a", "2.jpg", 6);
    const QByteArray first =
        again.ask("POST", session.path + "/files", more).json()[u"id"_s].toString().toLatin1();
    QCOMPARE(again.ask("PUT", session.path + "/files/" + first + "?at=0", "abc").status, 200);
    QByteArray anew = more;
    anew.chop(1);
    const auto begun = again.ask("POST", session.path + "/files", anew + ",\"anew\":true}").json();
    QCOMPARE(begun[u"received"_s].toInteger(), 0);
    QCOMPARE(again.ask("PUT", session.path + "/files/" + first + "?at=3", "def").status, 404);
    const QByteArray second = session.path + "/files/" + begun[u"id"_s].toString().toLatin1();
    QCOMPARE(again.ask("PUT", second + "?at=0", "ghijkl").status, 200);
    QCOMPARE(session.shelf.files[u"2.jpg"_s], "ghijkl");
    QCOMPARE(session.shelf.open, 0);
}

void TestServer::safeOnlyWhenDurable() {
    Session session;
    session.shelf.atOnce = false;
    HttpTalk talk(session.url);
    const auto offered = talk.ask("POST", session.path + "/files", offerOf("a", "1.jpg", 3));
    const auto put = talk.ask(
        "PUT", session.path + "/files/" + offered.json()[u"id"_s].toString().toLatin1() + "?at=0", "abc");
    QCOMPARE(put.json()[u"state"_s].toString(), u"keeping"_s);
    QVERIFY(!put.body.contains("sha256"));
    const auto state = [&] {
        return talk.ask("GET", session.path + "/files?phone=a").json()[u"files"_s].toArray()[0].toObject();
    };
    QCOMPARE(state()[u"state"_s].toString(), u"keeping"_s);
    session.shelf.durable.front()();
    QTRY_COMPARE(state()[u"state"_s].toString(), u"safe"_s);
    QCOMPARE(state()[u"sha256"_s].toString(), crypto::sha256(view(QByteArray("abc"))).hex());
    // What becomes durable after the end troubles nobody.
    const auto late = talk.ask("POST", session.path + "/files", offerOf("a", "2.jpg", 3));
    talk.ask("PUT", session.path + "/files/" + late.json()[u"id"_s].toString().toLatin1() + "?at=0", "abd");
    session.server.reset();
    QCOMPARE(session.shelf.durable.size(), 2u);
    session.shelf.durable.back()();
}

void TestServer::twoPhones() {
    Session session;
    HttpTalk one(session.url);
    HttpTalk other(session.url);
    const auto first = one.ask("POST", session.path + "/files", offerOf("a", "1.jpg", 4));
    const auto second = other.ask("POST", session.path + "/files", offerOf("b", "1.jpg", 4));
    QVERIFY(first.json()[u"id"_s] != second.json()[u"id"_s]);
    const auto send = [&](HttpTalk& talk, const HttpTalk::Answer& offered, int at, const char* bytes) {
        return talk.ask("PUT",
                        session.path + "/files/" + offered.json()[u"id"_s].toString().toLatin1() +
                            "?at=" + QByteArray::number(at),
                        bytes);
    };
    send(one, first, 0, "aa");
    send(other, second, 0, "bb");
    send(one, first, 2, "aa");
    QCOMPARE(session.shelf.files[u"1.jpg"_s], "aaaa");
    send(other, second, 2, "bb");
    QCOMPARE(session.shelf.files[u"1.jpg"_s], "bbbb");
    const Snapshot snapshot = session.server->snapshot();
    QCOMPARE(snapshot.phones.size(), 2u);
    QCOMPARE(snapshot.files[0].phone, 1);
    QCOMPARE(snapshot.files[1].phone, 2);
}

void TestServer::refusedFiles() {
    Session session;
    HttpTalk talk(session.url);
    const auto offer = [&](const QByteArray& body) {
        return talk.ask("POST", session.path + "/files", body);
    };
    for (const char* body :
         {"", "{", "[]", "{\"phone\":\"a\"}", "{\"phone\":1,\"name\":\"1\",\"size\":1}",
          "{\"phone\":\"a\",\"name\":\"1\",\"size\":-1}", "{\"phone\":\"a\",\"name\":\"1\",\"size\":1e30}",
          "{\"phone\":\"\",\"name\":\"1\",\"size\":1}"})
        QCOMPARE(offer(body).status, 400);
    QCOMPARE(offer(QByteArray(limits::phoneOfferBytes + 1, ' ')).status, 404);
    const auto empty = offer(offerOf("a", "0.jpg", 0)).json();
    QCOMPARE(empty[u"state"_s].toString(), u"failed"_s);
    QCOMPARE(empty[u"why"_s].toString(), u"bad_input"_s);
    session.shelf.full = true;
    QCOMPARE(offer(offerOf("a", "1.jpg", 5)).json()[u"why"_s].toString(), u"disk_full"_s);
    session.shelf.full = false;
    QCOMPARE(session.server->snapshot().files.size(), 2u);
    const auto again = offer(offerOf("a", "1.jpg", 5)).json();  // room was made meanwhile
    QCOMPARE(again[u"state"_s].toString(), u"sending"_s);
    QCOMPARE(session.server->snapshot().files.size(), 2u);
    const QByteArray file = session.path + "/files/" + again[u"id"_s].toString().toLatin1();
    const auto more = talk.ask("PUT", file + "?at=0", "123456").json();
    QCOMPARE(more[u"why"_s].toString(), u"too_large"_s);
    QVERIFY(session.shelf.files.empty());
    const auto wrong = offer(offerOf("a", "1.pdf", 8)).json();
    const auto sent = talk.ask(
        "PUT", session.path + "/files/" + wrong[u"id"_s].toString().toLatin1() + "?at=0", "%PDF-1.7");
    QCOMPARE(sent.json()[u"why"_s].toString(), u"unsupported"_s);
    QCOMPARE(session.shelf.open, 0);
    // No more than so many at once, and no more phones.
    for (std::size_t i = 0; i < limits::phoneFilesUnderWay; ++i)
        QCOMPARE(offer(offerOf("a", "x" + QByteArray::number(static_cast<int>(i)), 5)).status, 200);
    QCOMPARE(offer(offerOf("a", "y", 5)).status, 429);
    Session busy;
    HttpTalk many(busy.url);
    for (std::size_t i = 0; i < limits::phones; ++i)
        QCOMPARE(many.ask("POST", busy.path + "/files",
                          offerOf(QByteArray::number(static_cast<int>(i)).constData(), "1", 0))
                     .status,
                 200);
    QCOMPARE(many.ask("POST", busy.path + "/files", offerOf("another", "1", 5)).status, 429);
}

void TestServer::hostile_data() {
    QTest::addColumn<QByteArray>("said");  // PATH and HOST stand for them
    const auto row = [](const char* name, const QByteArray& said) { QTest::newRow(name) << said; };
    const QByteArray put = "PUT PATH/files/1?at=0 HTTP/1.1\r\nHost: HOST\r\n";
    row("chunked", put + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n");
    row("chunked with a length", put + "Content-Length: 5\r\ntransfer-encoding:chunked\r\n\r\n0\r\n\r\n");
    row("chunked in capitals", put + "TRANSFER-ENCODING: CHUNKED\r\n\r\nffffffffffff\r\n");
    row("no length", put + "\r\nabcde");
    row("two lengths", put + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde");
    row("a negative length", put + "Content-Length: -1\r\n\r\n");
    row("a length with a sign", put + "Content-Length: +5\r\n\r\nabcde");
    row("an enormous length", put + "Content-Length: 9223372036854775807\r\n\r\nabcde");
    row("beyond every number", put + "Content-Length: 99999999999999999999999999\r\n\r\nabcde");
    row("more than a piece", put + "Content-Length: 4194305\r\n\r\nabcde");
    row("more than it says", put + "Content-Length: 5\r\n\r\nabcdefghij");
    row("a body to a question", "GET PATH HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\n\r\nabcde");
    row("an upgrade",
        "GET PATH HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    row("expect", put + "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    row("HTTP/1.0", "GET PATH HTTP/1.0\r\n\r\n");
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("TLS", QByteArray::fromHex("1603010200010001fc0303") + QByteArray(500, '\0'));
    row("an endless line", "GET /" + QByteArray(20'000, 'a'));
    row("an endless head", "GET PATH HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(3000));
    row("bare line feeds", "GET PATH HTTP/1.1\nHost: HOST\n\n");
    row("a folded header", "GET PATH HTTP/1.1\r\nHost: HOST\r\nX: a\r\n Content-Length: 3\r\n\r\n");
    row("a zero", "GET PATH HTTP/1.1\r\nHost: HOST\r\nX: " + QByteArray("a\0b", 3) + "\r\n\r\n");
    row("two at once", QByteArray("GET PATH HTTP/1.1\r\nHost: HOST\r\n\r\n").repeated(2));
}

void TestServer::hostile() {
    QFETCH(QByteArray, said);
    Session session;
    said.replace("PATH", session.path).replace("HOST", session.url.authority().toLatin1());
    // In one go, and byte by byte as slow ones do.
    HttpTalk quick(session.url);
    quick.say(said);
    QVERIFY(quick.isCut());
    QCOMPARE(quick.socket().readAll(), QByteArray());
    if (said.size() < 300) {
        HttpTalk slow(session.url);
        slow.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (const char c : said) {
            if (slow.socket().state() != QAbstractSocket::ConnectedState)
                break;
            slow.say(QByteArray(1, c));
            QThread::usleep(200);
        }
        // Where an answer could come in between, what follows is the next request.
        const QByteArrayView row = QTest::currentDataTag();
        if (row != "two at once" && row != "more than it says")
            QVERIFY(slow.isCut());
    }
    // Nobody else is troubled.
    QCOMPARE(HttpTalk(session.url).ask("GET", session.path).status, 200);
}

void TestServer::neverMoreThanOnePiece() {
    Session session;
    HttpTalk talk(session.url);
    const auto offered = talk.ask("POST", session.path + "/files", offerOf("a", "1.jpg", 1'000'000'000));
    const QByteArray file = session.path + "/files/" + offered.json()[u"id"_s].toString().toLatin1();
    // As large as it may be, and then a byte more.
    QCOMPARE(talk.ask("PUT", file + "?at=0", some(limits::phonePieceBytes)).status, 200);
    talk.say(talk.head("PUT", file + "?at=4194304", limits::phonePieceBytes));
    qint64 went = 0;
    const QByteArray block = some(1024 * 1024);
    while (went < 256LL * 1024 * 1024 && !talk.isCut(0)) {
        talk.say(block);
        went += block.size();
    }
    QVERIFY(talk.isCut());
    QVERIFY2(went < 64LL * 1024 * 1024, qPrintable(QString::number(went)));
    QVERIFY(session.server->snapshot().files[0].received <= 2 * limits::phonePieceBytes);
}

void TestServer::fewConnections() {
    Session session;
    std::vector<std::unique_ptr<HttpTalk>> talks;
    for (int i = 0; i < limits::phoneConnectionsEach + 8; ++i)
        talks.push_back(std::make_unique<HttpTalk>(session.url));
    int answered = 0;
    for (const auto& talk : talks)
        answered += talk->ask("GET", session.path).status == 200 ? 1 : 0;
    QCOMPARE(answered, limits::phoneConnectionsEach);
    talks.clear();
    QTRY_COMPARE(HttpTalk(session.url).ask("GET", session.path).status, 200);
}

void TestServer::movesToAnotherAddress() {
    Session session;
    HttpTalk old(session.url);
    QCOMPARE(old.ask("POST", session.path + "/files", offerOf("a", "1.jpg", 4)).status, 200);
    const QUrl before = session.url;
    QVERIFY(session.server->listen(u"127.0.0.2"_s));
    session.look();
    QCOMPARE(session.url.host(), u"127.0.0.2"_s);
    QVERIFY(old.isCut());
    QCOMPARE(HttpTalk(before).socket().state(), QAbstractSocket::UnconnectedState);
    HttpTalk now(session.url);
    QCOMPARE(now.ask("GET", before.path().toLatin1()).status, 404);
    const auto known = now.ask("POST", session.path + "/files", offerOf("a", "1.jpg", 4));
    QCOMPARE(known.status, 200);
    QCOMPARE(session.server->snapshot().files.size(), 1u);
    QCOMPARE(session.server->listen(u"192.0.2.1"_s).error().kind, ErrorKind::Io);
    QCOMPARE(now.ask("GET", session.path).status, 200);  // as before
}

void TestServer::names_data() {
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"IMG_0001.HEIC"_s << u"IMG_0001.HEIC"_s;
    QTest::newRow("chinese") << u"仓库 1.jpg"_s << u"仓库 1.jpg"_s;
    QTest::newRow("path") << u"../../etc/cron.d/x.jpg"_s << u"x.jpg"_s;
    QTest::newRow("windows path") << u"C:\\Users\\x.jpg"_s << u"x.jpg"_s;
    QTest::newRow("folder") << u"a/"_s << u"unnamed"_s;
    QTest::newRow("empty") << u""_s << u"unnamed"_s;
    QTest::newRow("dots") << u"/.."_s << u"unnamed"_s;
    QTest::newRow("control") << u"a\nb\0.jpg"_s.replace(QChar(0), u"\u0001"_s) << u"a\u240Ab\u2401.jpg"_s;
    QTest::newRow("turned") << u"a\u202Egpj.exe"_s << u"a\uFFFDgpj.exe"_s;
    QTest::newRow("marks") << u"a\u200Fb.jpg"_s << u"a\uFFFDb.jpg"_s;
    QTest::newRow("half a character") << u"a"_s + QChar(0xD800) + u".jpg"_s << u"a\uFFFD.jpg"_s;
    QTest::newRow("long") << QString(300, u'a') + u".jpeg"_s << QString(250, u'a') + u".jpeg"_s;
    QTest::newRow("very long") << QString(100'000, u'货') + u".jpeg"_s << QString(83, u'货') + u".jpeg"_s;
}

void TestServer::names() {
    QFETCH(QString, said);
    QFETCH(QString, name);
    QCOMPARE(nameFrom(said), name);
    QVERIFY(nameFrom(said).toUtf8().size() <= limits::phoneNameBytes);
}

QTEST_GUILESS_MAIN(TestServer)
#include "test_server.moc"
