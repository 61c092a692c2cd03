#pragma once

#include "core/eye/channel.h"
#include "core/eye/wire.h"

#include <sys/types.h>

namespace chayan::eye {

/// A picture's bytes in memory that nobody can change any more (a sealed memfd), to be shared with a worker.
class SealedBytes {
  public:
    /// Io when the machine gives no memory.
    static Result<SealedBytes> copyOf(ByteView bytes);

    int fd() const { return m_fd.get(); }
    qint64 size() const { return m_size; }

  private:
    SealedBytes(UniqueFd fd, qint64 size) : m_fd(std::move(fd)), m_size(size) {}
    UniqueFd m_fd;
    qint64 m_size;
};

/// One running `chayan-eye`. One thread at a time. Killed and reaped by the destructor.
class Worker {
  public:
    /// Starts the program and waits until it has dropped its rights. WorkerFailed when it cannot, in
    /// particular when this machine does not let it; Cancelled when `wake` became readable.
    static Result<Worker> start(const QString& program, int wake);

    Worker(Worker&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1)), m_socket(std::move(other.m_socket)) {}
    Worker& operator=(Worker&&) = delete;
    ~Worker();

    /// What came of one request. Anything but Frame means that this worker is of no more use.
    struct Outcome {
        Heard heard = Heard::Closed;
        Reply reply;
    };
    /// Waits somewhat longer than the worker itself allows the picture.
    Outcome ask(const Request& request, const SealedBytes& picture, int wake);

  private:
    Worker(pid_t pid, UniqueFd socket) : m_pid(pid), m_socket(std::move(socket)) {}
    pid_t m_pid;
    UniqueFd m_socket;
};

}  // namespace chayan::eye
