#include "core/eye/worker.h"

#include "core/base/limits.h"

#include <QFile>

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace chayan::eye {

namespace {

// Loading the libraries from a cold disk takes seconds on an old laptop.
constexpr int startMs = 30'000;
// The worker kills a picture in time itself; this is for a worker that cannot.
constexpr int graceMs = 2'000;
constexpr int sendMs = 10'000;

/// Where the worker finds its socket.
constexpr int workerSocket = 3;

/// Nothing of our environment but what the loader and Qt need to find their files.
std::vector<std::string> workerEnvironment() {
    // Large pages for the pixels: a picture is touched once, and the first touch of a small page costs more
    // than decoding what lies in it. What one pass frees the next one takes, rather than asking the system
    // for it again: with glibc's own thresholds a fourth of the system's time goes there.
    std::vector<std::string> out{"LC_ALL=C.UTF-8",
                                 "GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432:"
                                 "glibc.malloc.trim_threshold=268435456"};
    for (const char* name : {"LD_LIBRARY_PATH", "QT_PLUGIN_PATH"})
        if (qEnvironmentVariableIsSet(name))
            out.push_back(std::string(name) + '=' + qgetenv(name).toStdString());
    return out;
}

/// posix_spawn's two objects, freed in any case.
struct SpawnPlan {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    SpawnPlan() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
};

/// 0 or an errno value.
int spawn(const QString& program, int socket, pid_t& pid) {
    SpawnPlan plan;
    for (int standard = 0; standard < workerSocket; ++standard)
        posix_spawn_file_actions_addopen(&plan.actions, standard, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&plan.actions, socket, workerSocket);
    posix_spawn_file_actions_addclosefrom_np(&plan.actions, workerSocket + 1);
    // Its own group: Ctrl-C at a terminal ends the program, which then ends its workers in order.
    posix_spawnattr_setflags(
        &plan.attributes,
        static_cast<short>(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&plan.attributes, &none);
    posix_spawnattr_setsigdefault(&plan.attributes, &all);
    QByteArray path = QFile::encodeName(program);
    std::vector<std::string> environment = workerEnvironment();
    std::vector<char*> variables;
    variables.reserve(environment.size() + 1);
    for (std::string& variable : environment)
        variables.push_back(variable.data());
    variables.push_back(nullptr);
    std::array<char*, 2> arguments{path.data(), nullptr};
    return posix_spawn(&pid, path.constData(), &plan.actions, &plan.attributes, arguments.data(),
                       variables.data());
}

}  // namespace

Result<SealedBytes> SealedBytes::copyOf(ByteView bytes) {
    const QString thing = u"shared memory"_s;
    UniqueFd fd(::memfd_create("picture", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!fd)
        return fail(errorFromErrno(errno, thing, u"memfd_create"));
    CHAYAN_CHECK(writeAll(fd.get(), bytes, thing));
    if (::fcntl(fd.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0)
        return fail(errorFromErrno(errno, thing, u"sealing"));
    return SealedBytes(std::move(fd), std::ssize(bytes));
}

Result<Worker> Worker::start(const QString& program, int wake) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(errorFromErrno(errno, program, u"socketpair"));
    UniqueFd ours(ends[0]);
    UniqueFd theirs(ends[1]);
    pid_t pid = -1;
    if (const int code = spawn(program, theirs.get(), pid); code != 0)
        return fail(ErrorKind::WorkerFailed, program, errorFromErrno(code, program, u"starting").detail);
    theirs.reset();
    Worker worker(pid, std::move(ours));
    const Received first =
        receiveFrame(worker.m_socket.get(), limits::answerBytes, QDeadlineTimer(startMs), wake);
    if (first.heard == Heard::Woken)
        return fail(ErrorKind::Cancelled, program);
    const auto hello = first.heard == Heard::Frame ? helloFrom(first.frame) : std::nullopt;
    if (!hello)
        return fail(ErrorKind::WorkerFailed, program, u"it ended or hung before it was ready"_s);
    if (!hello->failure.isEmpty())
        return fail(ErrorKind::WorkerFailed, program, hello->failure);
    if (hello->version != protocolVersion)
        return fail(ErrorKind::WorkerFailed, program, u"it is of another version"_s);
    return worker;
}

Worker::~Worker() {
    if (m_pid < 0)
        return;
    ::kill(m_pid, SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

Worker::Outcome Worker::ask(const Request& request, const SealedBytes& picture, int wake) {
    Outcome out;
    if (!sendFrame(m_socket.get(), toWire(request), QDeadlineTimer(sendMs), picture.fd()))
        return out;
    Received received = receiveFrame(m_socket.get(), 2 * limits::answerBytes,
                                     QDeadlineTimer(killAfterMs(request.maxMs) + graceMs), wake);
    out.heard = received.heard;
    if (received.heard != Heard::Frame)
        return out;
    const auto reply = replyFrom(received.frame);
    if (reply)
        out.reply = *reply;
    else
        out.heard = Heard::Malformed;
    return out;
}

}  // namespace chayan::eye
