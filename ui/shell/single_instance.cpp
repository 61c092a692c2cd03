#include "ui/shell/single_instance.h"

#include <QDataStream>
#include <QLocalSocket>

namespace chayan::ui {

namespace {

constexpr int waitMs = 1000;
constexpr qint64 greatestMessage = 1 << 20;

}  // namespace

SingleInstance::SingleInstance(const QString& name) : m_name(name) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (socket->bytesAvailable() > greatestMessage)
                    return socket->abort();
                QDataStream stream(socket);
                stream.startTransaction();
                QStringList files;
                stream >> files;
                if (!stream.commitTransaction())
                    return;
                socket->write("ok");
                socket->flush();
                Q_EMIT asked(files);
            });
        }
    });
}

bool SingleInstance::handOver(const QStringList& files) const {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(waitMs))
        return false;
    QDataStream stream(&socket);
    stream << files;
    return socket.waitForBytesWritten(waitMs) && socket.waitForReadyRead(waitMs);
}

bool SingleInstance::listen() {
    if (m_server.listen(m_name))
        return true;
    // What an unclean end left behind: handOver() found nobody there.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

}  // namespace chayan::ui
