#include "core/eye/channel.h"

#include <QtEndian>

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace chayan::eye {

namespace {

constexpr qsizetype lengthBytes = 4;

int remaining(QDeadlineTimer deadline) {
    if (deadline.isForever())
        return -1;
    return static_cast<int>(std::min<qint64>(deadline.remainingTime(), std::numeric_limits<int>::max()));
}

/// One poll, begun again after a signal. 0 means that the time is up.
int pollUntil(pollfd* watched, nfds_t count, QDeadlineTimer deadline) {
    for (;;) {
        const int ready = ::poll(watched, count, remaining(deadline));
        if (ready >= 0 || errno != EINTR)
            return ready;
    }
}

ssize_t sendSome(int socket, const char* bytes, std::size_t count, int passed) {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec part{const_cast<char*>(bytes), count};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (passed >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &passed, sizeof passed);
    }
    return ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

/// Like recv(), keeping a file descriptor that comes along in `fd`.
ssize_t receiveSome(int socket, char* bytes, std::size_t count, UniqueFd& fd) {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec part{bytes, count};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    if (got < 0)
        return got;
    for (cmsghdr* header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        int received = -1;
        std::memcpy(&received, CMSG_DATA(header), sizeof received);
        fd = UniqueFd(received);
    }
    return got;
}

Heard receiveAll(int socket, QByteArray& bytes, QDeadlineTimer deadline, int wake, UniqueFd& fd) {
    qsizetype at = 0;
    while (at < bytes.size()) {
        std::array<pollfd, 2> watched{pollfd{socket, POLLIN, 0}, pollfd{wake, POLLIN, 0}};
        const int ready = pollUntil(watched.data(), watched.size(), deadline);
        if (ready == 0)
            return Heard::TimedOut;
        if (ready < 0)
            return Heard::Closed;
        if (watched[1].revents)
            return Heard::Woken;
        const ssize_t got =
            receiveSome(socket, bytes.data() + at, static_cast<std::size_t>(bytes.size() - at), fd);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got <= 0)
            return at == 0 ? Heard::Closed : Heard::Malformed;
        at += got;
    }
    return Heard::Frame;
}

}  // namespace

QByteArray framed(const QByteArray& frame) {
    QByteArray bytes(lengthBytes, '\0');
    qToLittleEndian(static_cast<std::uint32_t>(frame.size()), bytes.data());
    return bytes + frame;
}

bool sendFrame(int socket, const QByteArray& frame, QDeadlineTimer deadline, int passed) {
    const QByteArray bytes = framed(frame);
    for (qsizetype at = 0; at < bytes.size();) {
        pollfd watched{socket, POLLOUT, 0};
        if (pollUntil(&watched, 1, deadline) <= 0)
            return false;
        const ssize_t sent = sendSome(socket, bytes.constData() + at,
                                      static_cast<std::size_t>(bytes.size() - at), at == 0 ? passed : -1);
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        at += std::max<ssize_t>(sent, 0);
    }
    return true;
}

Received receiveFrame(int socket, qint64 limit, QDeadlineTimer deadline, int wake) {
    Received out;
    QByteArray length(lengthBytes, '\0');
    out.heard = receiveAll(socket, length, deadline, wake, out.fd);
    if (out.heard != Heard::Frame)
        return out;
    const qint64 count = qFromLittleEndian<std::uint32_t>(length.constData());
    if (count > limit) {
        out.heard = Heard::Malformed;
        return out;
    }
    out.frame = QByteArray(count, Qt::Uninitialized);
    out.heard = receiveAll(socket, out.frame, deadline, wake, out.fd);
    if (out.heard == Heard::Closed)
        out.heard = Heard::Malformed;
    return out;
}

std::optional<QByteArray> FrameCollector::next() {
    if (m_malformed || m_bytes.size() < lengthBytes)
        return {};
    const qint64 count = qFromLittleEndian<std::uint32_t>(m_bytes.constData());
    m_malformed = count > m_limit;
    if (m_malformed || m_bytes.size() < lengthBytes + count)
        return {};
    const QByteArray frame = m_bytes.mid(lengthBytes, count);
    m_bytes.remove(0, lengthBytes + count);
    return frame;
}

}  // namespace chayan::eye
