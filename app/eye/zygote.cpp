#include "app/eye/zygote.h"

#include "app/eye/look.h"
#include "app/eye/preload.h"
#include "app/eye/sandbox.h"
#include "core/base/limits.h"
#include "core/eye/channel.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::eye {

namespace {

constexpr int replyMs = 10'000;

/// What a child says last; no Answer is empty.
const QByteArray allSaid;

/// A child that waits for its picture, forked before there is one: forking takes longer than reading a small
/// picture does.
struct Spare {
    pid_t pid = -1;
    /// The request goes down, answers come up.
    UniqueFd line;
};

/// The child's whole life. Whatever goes wrong ends it by a code that the zygote reads as a crash.
[[noreturn]] void lookAndExit(UniqueFd line, pid_t zygote) {
    constexpr int failed = 1;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (::getppid() != zygote)
        ::_exit(failed);
    warmUp();
    const Received received =
        receiveFrame(line.get(), limits::answerBytes, QDeadlineTimer(QDeadlineTimer::Forever));
    const auto request = received.heard == Heard::Frame ? requestFrom(received.frame) : std::nullopt;
    if (!request || !received.fd)
        ::_exit(failed);
    const int cpuSeconds = killAfterMs(request->maxMs) / 1000 + 2;
    const bool isHeif = request->type == MediaType::Heic || request->type == MediaType::Heif ||
                        request->type == MediaType::Avif;
    if (!dropRightsForOnePicture(cpuSeconds, isHeif ? Threads::Some : Threads::None))
        ::_exit(failed);
    const auto size = static_cast<std::size_t>(request->bytes);
    const void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, received.fd.get(), 0);
    if (bytes == MAP_FAILED)
        ::_exit(failed);
    const auto say = [&](const QByteArray& frame) {
        if (!writeAll(line.get(), view(framed(frame)), u"answer"_s))
            ::_exit(failed);
    };
    look(*request, {static_cast<const std::uint8_t*>(bytes), size},
         [&](const Reading& answer) { say(toWire(answer)); });
    say(allSaid);
    ::_exit(0);
}

std::optional<Spare> makeSpare(int pool, int otherLine = -1) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return {};
    UniqueFd ours(ends[0]), theirs(ends[1]);
    const pid_t self = ::getpid();
    const pid_t child = ::fork();
    if (child < 0)
        return {};
    if (child == 0) {
        ::close(pool);
        if (otherLine >= 0)
            ::close(otherLine);
        ours.reset();
        lookAndExit(std::move(theirs), self);
    }
    return Spare{child, std::move(ours)};
}

/// Why listening to a child ended.
enum class Said { All, Stopped, TimedOut };

/// Reads answers until the child has said its last; keeps the last good one. TimedOut also when the pool went
/// away.
Said listen(int answers, int pool, QDeadlineTimer deadline, QByteArray& last) {
    FrameCollector frames(limits::answerBytes);
    std::array<char, 64 * 1024> buffer;
    for (;;) {
        std::array<pollfd, 2> watched{pollfd{answers, POLLIN, 0}, pollfd{pool, 0, 0}};
        const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(deadline.remainingTime()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 || watched[1].revents != 0)
            return Said::TimedOut;
        const ssize_t got = ::read(answers, buffer.data(), buffer.size());
        if (got <= 0)
            return Said::Stopped;
        frames.add(buffer.data(), got);
        while (const auto frame = frames.next()) {
            if (*frame == allSaid)
                return Said::All;
            if (!answerFrom(*frame))
                return Said::Stopped;
            last = *frame;
        }
        if (frames.malformed())
            return Said::Stopped;
    }
}

/// How the child ended; it is gone after this. If it is ending by itself, the signal changes nothing.
int reap(pid_t child) {
    ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

}  // namespace

void serve(int socket) {
    std::optional<Spare> spare = makeSpare(socket);
    for (;;) {
        Received received =
            receiveFrame(socket, limits::answerBytes, QDeadlineTimer(QDeadlineTimer::Forever));
        const auto request = received.heard == Heard::Frame ? requestFrom(received.frame) : std::nullopt;
        if (!request || !received.fd)
            return;
        if (!spare)
            spare = makeSpare(socket);
        Reply reply;
        if (!spare ||
            !sendFrame(spare->line.get(), received.frame, QDeadlineTimer(replyMs), received.fd.get())) {
            if (spare)
                reap(spare->pid);
            spare.reset();
            if (!sendFrame(socket, toWire(reply), QDeadlineTimer(replyMs)))
                return;
            continue;
        }
        received.fd.reset();
        const Spare looking = std::move(*spare);
        const QDeadlineTimer deadline(killAfterMs(request->maxMs));
        // While this one looks there is time to fork the next.
        spare = makeSpare(socket, looking.line.get());
        const Said said = listen(looking.line.get(), socket, deadline, reply.answer);
        if (said == Said::All) {
            // The reply need not wait for the child's memory to be taken apart.
            reply.ending = reply.answer.isEmpty() ? Ending::Crashed : Ending::Finished;
        } else {
            reply.signal = reap(looking.pid);
            if (said == Said::TimedOut || reply.signal == SIGXCPU)
                reply.ending = Ending::TimedOut;
        }
        const bool sent = sendFrame(socket, toWire(reply), QDeadlineTimer(replyMs));
        if (said == Said::All)
            reap(looking.pid);
        if (!sent)
            return;
    }
}

}  // namespace chayan::eye
