#pragma once

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace chayan::phone {

/// A connection that is cut, with nothing said, as soon as what comes over it is no plain request of bounded
/// size: Qt's server would gather the body of any, however long, in memory, and takes a missing length for
/// none. It looks at each byte before Qt does. Requests come one after the other; a body only with its
/// length.
class GatedSocket : public QTcpSocket {
  public:
    explicit GatedSocket(QObject* parent);

    /// The request that is being handled has been answered: the next may come.
    void answered();

  private:
    enum class Part { Head, Body, Answer };
    void look();
    bool takeHead();
    void cut();
    void begin(Part part, int ms);

    Part m_part = Part::Head;
    QByteArray m_head;
    qint64 m_left = 0;  ///< of the body
    QTimer m_patience;
};

/// Listens, and lets only so many in at once.
class Gate : public QTcpServer {
  public:
    using QTcpServer::QTcpServer;

  protected:
    void incomingConnection(qintptr handle) override;
};

}  // namespace chayan::phone
