#pragma once

#include "core/base/safe_file.h"

#include <QDeadlineTimer>

namespace chayan::eye {

/// How waiting for a frame ended.
enum class Heard {
    Frame,
    /// The other side is gone.
    Closed,
    TimedOut,
    /// `wake` became readable.
    Woken,
    /// A length beyond the limit, or a frame that stops half way.
    Malformed,
};

struct Received {
    Heard heard = Heard::Closed;
    QByteArray frame;
    /// A file descriptor that came with the frame.
    UniqueFd fd;
};

/// A frame as it travels: its length as 32 bits, little-endian, then the bytes.
QByteArray framed(const QByteArray& frame);

/// Sends one frame on a socket, and `passed` with it when it is not -1. False when the other side is gone or
/// does not take it in time.
bool sendFrame(int socket, const QByteArray& frame, QDeadlineTimer deadline, int passed = -1);

/// Waits for one frame of at most `limit` bytes on a socket. `wake` is watched too unless it is -1.
Received receiveFrame(int socket, qint64 limit, QDeadlineTimer deadline, int wake = -1);

/// Frames out of a stream of bytes that arrive in pieces.
class FrameCollector {
  public:
    explicit FrameCollector(qint64 limit) : m_limit(limit) {}
    void add(const char* bytes, qsizetype count) { m_bytes.append(bytes, count); }
    /// The next whole frame, or nothing yet.
    std::optional<QByteArray> next();
    /// A length beyond the limit came: nothing after it can be trusted.
    bool malformed() const { return m_malformed; }

  private:
    QByteArray m_bytes;
    qint64 m_limit;
    bool m_malformed = false;
};

}  // namespace chayan::eye
