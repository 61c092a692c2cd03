#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

/// One connection to a server on this machine that says exactly the bytes it is told to.
namespace chayan::test {

class HttpTalk {
  public:
    explicit HttpTalk(const QUrl& url) : m_url(url) {
        m_socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        m_socket.waitForConnected(waitMs);
    }

    struct Answer {
        int status = 0;  ///< 0: cut, with nothing said
        QByteArray head = {};
        QByteArray body = {};
        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        bool operator==(const Answer&) const = default;
    };

    void say(const QByteArray& bytes) {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(waitMs)) {
        }
    }
    /// A request as a browser makes it; other headers in place of its own where given.
    Answer ask(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
               const QByteArray& host = {}, const QByteArray& more = {}) {
        say(head(method, path, body.size(), host, more) + body);
        return hear();
    }
    QByteArray head(const QByteArray& method, const QByteArray& path, qint64 length,
                    const QByteArray& host = {}, const QByteArray& more = {}) const {
        QByteArray head = method + ' ' + path +
                          " HTTP/1.1\r\nHost: " + (host.isEmpty() ? authority() : host) +
                          "\r\nUser-Agent: Mozilla/5.0 (Linux; Android 10; K)\r\n" + more;
        if (method == "PUT" || method == "POST")
            head += "Content-Length: " + QByteArray::number(length) + "\r\n";
        return head + "\r\n";
    }
    Answer hear(int ms = waitMs) {
        QByteArray all;
        while (true) {
            const qsizetype end = all.indexOf("\r\n\r\n");
            if (end >= 0) {
                const QByteArray low = all.first(end).toLower();
                const qsizetype at = low.indexOf("content-length: ");
                const qsizetype length = at < 0 ? 0 : low.mid(at + 16).split('\r').first().toLongLong();
                if (all.size() >= end + 4 + length)
                    return {all.mid(9, 3).toInt(), all.first(end), all.mid(end + 4, length)};
            }
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(ms))
                return {};
            all += m_socket.readAll();
        }
    }
    /// Whether the other side ends it.
    bool isCut(int ms = waitMs) {
        return m_socket.state() != QAbstractSocket::ConnectedState || m_socket.waitForDisconnected(ms);
    }
    QByteArray authority() const { return m_url.authority().toLatin1(); }
    QTcpSocket& socket() { return m_socket; }

    static constexpr int waitMs = 10'000;

  private:
    QUrl m_url;
    QTcpSocket m_socket;
};

}  // namespace chayan::test
