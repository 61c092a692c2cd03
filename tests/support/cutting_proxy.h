#pragma once

#include <QTcpServer>
#include <QTcpSocket>

/// Stands between a browser and a server on this machine and cuts every connection after so many bytes.
namespace chayan::test {

class CuttingProxy : public QTcpServer {
  public:
    /// `after`: so many bytes of what the browser sends pass, over each connection.
    CuttingProxy(quint16 to, qint64 after) : m_to(to), m_after(after) {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* browser = nextPendingConnection())
                join(browser);
        });
    }
    int cuts() const { return m_cuts; }
    /// From now on all passes.
    void heal() { m_after = std::numeric_limits<qint64>::max(); }

  private:
    void join(QTcpSocket* browser) {
        auto* server = new QTcpSocket(browser);
        server->connectToHost(QHostAddress::LocalHost, m_to);
        connect(browser, &QTcpSocket::readyRead, this, [this, browser, server, passed = qint64{0}]() mutable {
            const QByteArray bytes = browser->readAll();
            passed += bytes.size();
            if (passed > m_after) {
                ++m_cuts;
                server->write(bytes.first(bytes.size() / 2));
                server->flush();
                server->abort();
                browser->abort();
                return;
            }
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, browser,
                [browser, server] { browser->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, browser, [browser] { browser->disconnectFromHost(); });
        connect(browser, &QTcpSocket::disconnected, browser, &QObject::deleteLater);
    }

    quint16 m_to;
    qint64 m_after;
    int m_cuts = 0;
};

}  // namespace chayan::test
