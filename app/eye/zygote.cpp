#include "app/eye/zygote.h"

#include "app/eye/look.h"
#include "app/eye/sandbox.h"
#include "core/base/limits.h"
#include "core/eye/channel.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::eye {

namespace {

constexpr int replyMs = 10'000;

struct Pipe {
    UniqueFd reading;
    UniqueFd writing;
};

std::optional<Pipe> makePipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    return Pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/// The child's whole life. Whatever goes wrong ends it by a code that the zygote reads as a crash.
[[noreturn]] void lookAndExit(const Request& request, int picture, int answers, pid_t zygote) {
    constexpr int failed = 1;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    const int cpuSeconds = killAfterMs(request.maxMs) / 1000 + 2;
    if (::getppid() != zygote || !dropRightsForOnePicture(cpuSeconds))
        ::_exit(failed);
    const auto size = static_cast<std::size_t>(request.bytes);
    const void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, picture, 0);
    if (bytes == MAP_FAILED)
        ::_exit(failed);
    look(request, {static_cast<const std::uint8_t*>(bytes), size}, [&](const Reading& answer) {
        if (!writeAll(answers, view(framed(toWire(answer))), u"answer"_s))
            ::_exit(failed);
    });
    ::_exit(0);
}

/// Reads answers until the child has said its last; keeps the last good one. False when time ran out or the
/// pool went away.
bool listen(int answers, int pool, QDeadlineTimer deadline, QByteArray& last) {
    FrameCollector frames(limits::answerBytes);
    std::array<char, 64 * 1024> buffer;
    for (;;) {
        std::array<pollfd, 2> watched{pollfd{answers, POLLIN, 0}, pollfd{pool, 0, 0}};
        const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(deadline.remainingTime()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 || watched[1].revents != 0)
            return false;
        const ssize_t got = ::read(answers, buffer.data(), buffer.size());
        if (got <= 0)
            return true;
        frames.add(buffer.data(), got);
        while (const auto frame = frames.next())
            if (answerFrom(*frame))
                last = *frame;
            else
                return true;
        if (frames.malformed())
            return true;
    }
}

Reply answerFor(const Request& request, UniqueFd picture, int pool) {
    auto pipe = makePipe();
    if (!pipe)
        return {};
    const pid_t self = ::getpid();
    const pid_t child = ::fork();
    if (child < 0)
        return {};
    if (child == 0) {
        ::close(pool);
        pipe->reading.reset();
        lookAndExit(request, picture.get(), pipe->writing.get(), self);
    }
    pipe->writing.reset();
    Reply reply;
    const bool said =
        listen(pipe->reading.get(), pool, QDeadlineTimer(killAfterMs(request.maxMs)), reply.answer);
    // It may have closed its end and gone on; if it is ending by itself, this changes nothing.
    ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status))
        reply.signal = WTERMSIG(status);
    if (!said || reply.signal == SIGXCPU)
        reply.ending = Ending::TimedOut;
    else if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && !reply.answer.isEmpty())
        reply.ending = Ending::Finished;
    return reply;
}

}  // namespace

void serve(int socket) {
    for (;;) {
        Received received =
            receiveFrame(socket, limits::answerBytes, QDeadlineTimer(QDeadlineTimer::Forever));
        const auto request = received.heard == Heard::Frame ? requestFrom(received.frame) : std::nullopt;
        if (!request || !received.fd)
            return;
        const Reply reply = answerFor(*request, std::move(received.fd), socket);
        if (!sendFrame(socket, toWire(reply), QDeadlineTimer(replyMs)))
            return;
    }
}

}  // namespace chayan::eye
