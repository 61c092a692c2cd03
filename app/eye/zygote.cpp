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

/// Looks at one picture, and says what it sees.
void lookAt(const Request& request, int picture, int line) {
    constexpr int failed = 1;
    const auto size = static_cast<std::size_t>(request.bytes);
    void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, picture, 0);
    if (bytes == MAP_FAILED)
        ::_exit(failed);
    const auto say = [&](const QByteArray& frame) {
        if (!writeAll(line, view(framed(frame)), u"answer"_s))
            ::_exit(failed);
    };
    look(request, {static_cast<const std::uint8_t*>(bytes), size},
         [&](const Reading& answer) { say(toWire(answer)); });
    ::munmap(bytes, size);
    say(allSaid);
}

struct Asked {
    Request request;
    UniqueFd picture;
};

/// What is to be looked at next; the process ends when there is nothing, or it is malformed.
Asked asked(int line) {
    constexpr int failed = 1;
    Received received = receiveFrame(line, limits::answerBytes, QDeadlineTimer(QDeadlineTimer::Forever));
    const auto request = received.heard == Heard::Frame ? requestFrom(received.frame) : std::nullopt;
    if (!request || !received.fd)
        ::_exit(failed);
    return {*request, std::move(received.fd)};
}

/// The child's whole life. Whatever goes wrong ends it by a code that the zygote reads as a crash.
[[noreturn]] void lookAndExit(UniqueFd line, pid_t zygote) {
    constexpr int failed = 1, aDay = 24 * 3600;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (::getppid() != zygote)
        ::_exit(failed);
    warmUp();
    const Asked first = asked(line.get());
    const MediaType type = first.request.type;
    const bool isHeif = type == MediaType::Heic || type == MediaType::Heif || type == MediaType::Avif;
    const bool isStream = first.request.stream;
    // The zygote's clock bounds each frame; together they may take long.
    const int cpuSeconds = isStream ? aDay : killAfterMs(first.request.maxMs) / 1000 + 2;
    if (!dropRightsForOnePicture(cpuSeconds, isStream ? Need::Frames
                                             : isHeif ? Need::Threads
                                                      : Need::Nothing))
        ::_exit(failed);
    lookAt(first.request, first.picture.get(), line.get());
    while (isStream) {
        const Asked next = asked(line.get());
        lookAt(next.request, next.picture.get(), line.get());
    }
    ::_exit(0);
}

std::optional<Spare> makeSpare(int pool, int otherLine = -1, int anotherLine = -1) {
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
        for (const int other : {otherLine, anotherLine})
            if (other >= 0)
                ::close(other);
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
    std::optional<Spare> watching;  // a live preview
    int watched = 0;
    for (;;) {
        Received received =
            receiveFrame(socket, limits::answerBytes, QDeadlineTimer(QDeadlineTimer::Forever));
        const auto request = received.heard == Heard::Frame ? requestFrom(received.frame) : std::nullopt;
        if (!request || !received.fd)
            return;
        const bool goesOn = request->stream && watching;
        if (!goesOn && !spare)
            spare = makeSpare(socket, watching ? watching->line.get() : -1);
        std::optional<Spare>& taker = goesOn ? watching : spare;
        Reply reply;
        if (!taker ||
            !sendFrame(taker->line.get(), received.frame, QDeadlineTimer(replyMs), received.fd.get())) {
            if (taker)
                reap(taker->pid);
            taker.reset();
            if (!sendFrame(socket, toWire(reply), QDeadlineTimer(replyMs)))
                return;
            continue;
        }
        received.fd.reset();
        Spare looking = std::move(*taker);
        taker.reset();
        const QDeadlineTimer deadline(killAfterMs(request->maxMs));
        // While this one looks there is time to fork the next.
        if (!spare)
            spare = makeSpare(socket, looking.line.get(), watching ? watching->line.get() : -1);
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
        // What a library may leak frame by frame does not add up for ever.
        constexpr int mostWatched = 2000;
        watched = goesOn ? watched + 1 : request->stream ? 1 : watched;
        if (said == Said::All && request->stream && watched < mostWatched)
            watching = std::move(looking);
        else if (said == Said::All)
            reap(looking.pid);
        if (!sent)
            return;
    }
}

}  // namespace chayan::eye
