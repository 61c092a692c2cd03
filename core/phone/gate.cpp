#include "core/phone/gate.h"

#include "core/base/phone_limits.h"

#include <QHostAddress>

#include <optional>

namespace chayan::phone {

namespace {

/// The value of a header, its first; `times` counts how often it stands there.
QByteArray header(const QList<QByteArray>& lines, QByteArrayView name, int& times) {
    QByteArray value;
    times = 0;
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (times++ == 0)
            value = line.sliced(colon + 1).trimmed();
    }
    return value;
}

std::optional<qint64> length(const QByteArray& text) {
    constexpr qsizetype digits = 9;
    if (text.isEmpty() || text.size() > digits)
        return std::nullopt;
    qint64 value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

GatedSocket::GatedSocket(QObject* parent) : QTcpSocket(parent) {
    // A second wall: whatever Qt's server does, no more than one request lies here.
    setReadBufferSize(limits::phoneHeadBytes + limits::phonePieceBytes);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { cut(); });
    connect(this, &QTcpSocket::readyRead, this, &GatedSocket::look);
    connect(this, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_patience.start(limits::phoneHeadMs);
}

void GatedSocket::begin(Part part, int ms) {
    m_part = part;
    m_patience.start(ms);
}

void GatedSocket::answered() {
    m_head.clear();
    begin(Part::Head, limits::phoneIdleMs);
}

void GatedSocket::cut() {
    disconnect(this, &QTcpSocket::readyRead, nullptr, nullptr);  // Qt's server does not hear of this one
    abort();
}

void GatedSocket::look() {
    // Qt's server takes whatever there is each time it is told, so all that is here is new.
    const qint64 fresh = bytesAvailable();
    if (m_part == Part::Head) {
        if (m_head.isEmpty() && fresh > 0)
            m_patience.start(limits::phoneHeadMs);
        m_head += peek(fresh);
        if (!takeHead())
            cut();
        return;
    }
    if (m_part == Part::Answer || fresh > m_left)
        return cut();
    m_left -= fresh;
    if (m_left == 0)
        begin(Part::Answer, limits::phoneRequestMs);
}

bool GatedSocket::takeHead() {
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0)
        return m_head.size() <= limits::phoneHeadBytes && !m_head.contains("\n\n") && !m_head.contains('\0');
    if (end > limits::phoneHeadBytes)
        return false;
    QByteArray head = m_head.first(end);
    const qint64 body = m_head.size() - end - 4;
    head.replace("\r\n", "\n");
    if (head.contains('\r') || head.contains('\0') || head.contains("\n "))
        return false;
    const QList<QByteArray> lines = head.split('\n');
    const bool sends = lines[0].startsWith("PUT ") || lines[0].startsWith("POST ");
    if (!lines[0].endsWith(" HTTP/1.1"))
        return false;
    int times = 0;
    header(lines, "transfer-encoding", times);
    if (times > 0)
        return false;
    header(lines, "upgrade", times);
    if (times > 0)
        return false;
    header(lines, "expect", times);
    if (times > 0)
        return false;
    const QByteArray said = header(lines, "content-length", times);
    if (times > 1 || (times == 1 && !length(said)) || (sends && times == 0))
        return false;
    const qint64 total = times == 1 ? *length(said) : 0;
    if (total > limits::phonePieceBytes || (!sends && total > 0) || body > total)
        return false;
    m_left = total - body;
    if (m_left > 0)
        begin(Part::Body, limits::phoneRequestMs);
    else
        begin(Part::Answer, limits::phoneRequestMs);
    return true;
}

void Gate::incomingConnection(qintptr handle) {
    auto* socket = new GatedSocket(this);
    if (!socket->setSocketDescriptor(handle)) {
        delete socket;
        return;
    }
    int all = 0;
    int same = 0;
    for (const QObject* child : children())
        if (const auto* other = dynamic_cast<const QTcpSocket*>(child);
            other != nullptr && other->state() == QAbstractSocket::ConnectedState) {
            ++all;
            same += other->peerAddress() == socket->peerAddress() ? 1 : 0;
        }
    if (all > limits::phoneConnections || same > limits::phoneConnectionsEach) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    addPendingConnection(socket);
}

}  // namespace chayan::phone
