#include "core/phone/server.h"

#include "core/base/phone_limits.h"
#include "core/crypto/random.h"
#include "core/phone/gate.h"
#include "core/phone/page.h"
#include "core/phone/transfers.h"

#include <QAbstractHttpServer>
#include <QEventLoop>
#include <QHostAddress>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QJsonDocument>
#include <QUrlQuery>

#include <chrono>
#include <deque>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace chayan::phone {

namespace {

constexpr int secretBytes = 16;
constexpr int ok = 200;
constexpr int nothing = 404;

qint64 steadyMs() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Takes the same time wherever they differ.
bool same(QByteArrayView one, QByteArrayView other) {
    if (one.size() != other.size())
        return false;
    unsigned differs = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        differs |= static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]);
    return differs == 0;
}

struct Reply {
    int status = nothing;
    QByteArray type = "text/plain";
    QByteArray body = {};
    QByteArray policy = "default-src 'none'";
};

/// Calls that wait for the server's thread. Outlives it: what comes late is dropped.
class Mailbox {
  public:
    void post(std::function<void()> call) {
        const std::scoped_lock lock(m_mutex);
        if (m_loop == nullptr)
            return;
        m_calls.push_back(std::move(call));
        QMetaObject::invokeMethod(
            m_loop, [this] { take(); }, Qt::QueuedConnection);
    }
    void open(QObject* loop) {
        const std::scoped_lock lock(m_mutex);
        m_loop = loop;
    }
    void close() {
        const std::scoped_lock lock(m_mutex);
        m_loop = nullptr;
        m_calls.clear();
    }

  private:
    void take() {
        std::function<void()> call;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_calls.empty())
                return;
            call = std::move(m_calls.front());
            m_calls.pop_front();
        }
        call();
    }
    std::mutex m_mutex;
    QObject* m_loop = nullptr;
    std::deque<std::function<void()>> m_calls;
};

/// Qt's server with one handler for all.
class Http : public QAbstractHttpServer {
  public:
    using Handler = std::function<Reply(const QHttpServerRequest&)>;
    explicit Http(Handler handler) : m_handler(std::move(handler)) {}

  protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override {
        const Reply reply = m_handler(request);
        makeResponder(request, socket)
            .write(reply.body,
                   {{"Content-Type", reply.type},
                    {"Cache-Control", "no-store"},
                    {"Referrer-Policy", "no-referrer"},
                    {"X-Content-Type-Options", "nosniff"},
                    {"Cross-Origin-Resource-Policy", "same-origin"},
                    {"Content-Security-Policy", reply.policy}},
                   static_cast<QHttpServerResponder::StatusCode>(reply.status));
        if (auto* gated = dynamic_cast<GatedSocket*>(socket))
            gated->answered();
        return true;
    }
    void missingHandler(const QHttpServerRequest&, QTcpSocket* socket) override { socket->abort(); }

  private:
    Handler m_handler;
};

}  // namespace

class Server::Inside {
  public:
    explicit Inside(Settings settings)
        : m_settings(std::move(settings)), m_page(makePage(m_settings.words, m_settings.language)) {
        if (!m_settings.nowMs)
            m_settings.nowMs = steadyMs;
    }
    ~Inside() {
        if (!m_thread.joinable())
            return;
        m_mail->post([this] { m_loop->quit(); });
        m_thread.join();
    }

    Status start() {
        std::promise<Status> started;
        auto answer = started.get_future();
        m_thread = std::thread([this, &started] { run(started); });
        return answer.get();
    }

    /// Runs it on the server's thread and waits.
    template <class Call>
    auto ask(Call call) const {
        std::promise<decltype(call())> promise;
        auto answer = promise.get_future();
        m_mail->post([&] { promise.set_value(call()); });
        return answer.get();
    }

    QString url() const {
        const std::scoped_lock lock(m_mutex);
        return u"http://%1/%2"_s.arg(QString::fromLatin1(m_host), QString::fromLatin1(m_secret));
    }
    Snapshot snapshot() const {
        Snapshot snapshot = m_transfers->list();
        const std::scoped_lock lock(m_mutex);
        snapshot.leftMs = std::max<qint64>(0, m_used + m_settings.idleMs - m_settings.nowMs());
        return snapshot;
    }
    Status listen(const QString& address) {
        return ask([this, address] { return open(address); });
    }
    void renew() {
        ask([this] { return newSecret(); });
    }

  private:
    // The server's thread.

    void run(std::promise<Status>& started) {
        QEventLoop loop;
        m_loop = &loop;
        m_mail->open(&loop);
        m_transfers.emplace(
            m_settings.intake, [mail = m_mail](std::function<void()> call) { mail->post(std::move(call)); },
            m_settings.changed);
        const Status opened = open(m_settings.address);
        started.set_value(opened);
        if (opened)
            loop.exec();
        m_mail->close();
        m_http.reset();
        m_transfers.reset();
    }

    Status open(const QString& address) {
        auto gate = std::make_unique<Gate>();
        if (!gate->listen(QHostAddress(address)))
            return fail(ErrorKind::Io, address, gate->errorString());
        CHAYAN_CHECK(newSecret());
        {
            const std::scoped_lock lock(m_mutex);
            m_host = u"%1:%2"_s.arg(address).arg(gate->serverPort()).toLatin1();
        }
        // The old one goes with its connections.
        m_http = std::make_unique<Http>([this](const QHttpServerRequest& request) { return reply(request); });
        m_http->bind(gate.release());
        return {};
    }

    Status newSecret() {
        CHAYAN_TRY(const QByteArray bytes, crypto::randomBytes(secretBytes));
        const std::scoped_lock lock(m_mutex);
        m_secret = base64url(view(bytes)).toLatin1();
        m_used = m_settings.nowMs();
        return {};
    }

    bool mayEnter(const QHttpServerRequest& request, QByteArrayView secret) const {
        const QByteArray origin = request.value("origin");
        const qint64 idle = m_settings.nowMs() - m_used;
        // A page elsewhere whose name was made to lead here names itself in both.
        return same(secret, m_secret) && idle < m_settings.idleMs && request.value("host") == m_host &&
               (origin.isEmpty() || origin == "http://" + m_host);
    }

    Reply reply(const QHttpServerRequest& request) {
        // As the phone spelt it: nothing is decoded, so nothing has two spellings.
        const QByteArray path = request.url().path(QUrl::FullyEncoded).toLatin1();
        const QList<QByteArray> parts = path.split('/');
        if (parts.size() < 2 || !parts[0].isEmpty() || !mayEnter(request, parts[1]))
            return {};
        const Reply reply = inside(request, parts.mid(2));
        if (reply.status != nothing) {
            const std::scoped_lock lock(m_mutex);
            m_used = m_settings.nowMs();
        }
        return reply;
    }

    Reply inside(const QHttpServerRequest& request, const QList<QByteArray>& rest) {
        using Method = QHttpServerRequest::Method;
        const Method method = request.method();
        if (rest.isEmpty() && method == Method::Get)
            return {ok, "text/html; charset=utf-8", m_page.html, m_page.policy};
        if (rest.isEmpty() || rest[0] != "files" || rest.size() > 2)
            return {};
        const QString agent = QString::fromUtf8(request.value("user-agent"));
        if (rest.size() == 2 && method == Method::Put)
            return json(
                m_transfers->add(QString::fromLatin1(rest[1]), number(request, u"at"_s), request.body()));
        if (rest.size() == 1 && method == Method::Get)
            return json(m_transfers->states(request.query().queryItemValue(u"phone"_s)));
        if (rest.size() == 1 && method == Method::Post && request.body().size() <= limits::phoneOfferBytes)
            return json(m_transfers->offer(request.body(), agent));
        return {};
    }

    static Reply json(const Transfers::Answer& answer) {
        if (answer.status == nothing)
            return {};
        return {answer.status, "application/json", QJsonDocument(answer.body).toJson(QJsonDocument::Compact)};
    }
    static qint64 number(const QHttpServerRequest& request, const QString& key) {
        bool good = false;
        const qint64 value = request.query().queryItemValue(key).toLongLong(&good);
        return good ? value : -1;
    }

    Settings m_settings;
    Page m_page;
    std::shared_ptr<Mailbox> m_mail = std::make_shared<Mailbox>();
    mutable std::mutex m_mutex;  // what url() and snapshot() see
    QByteArray m_host;
    QByteArray m_secret;
    qint64 m_used = 0;
    std::optional<Transfers> m_transfers;
    std::unique_ptr<Http> m_http;
    QEventLoop* m_loop = nullptr;
    std::thread m_thread;
};

Server::Server(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::start(Settings settings) {
    auto inside = std::make_unique<Inside>(std::move(settings));
    CHAYAN_CHECK(inside->start());
    return std::unique_ptr<Server>(new Server(std::move(inside)));
}

QString Server::url() const {
    return m_inside->url();
}
Snapshot Server::snapshot() const {
    return m_inside->snapshot();
}
Status Server::listen(const QString& address) {
    return m_inside->listen(address);
}
void Server::renew() {
    m_inside->renew();
}

}  // namespace chayan::phone
