#include "app/eye/sandbox.h"
#include "core/base/limits.h"

#include <QtTest>

#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

using namespace chayan;

namespace {

enum class Rights { All, Dropped, OnePicture, OnePictureWithThreads };

constexpr int notDropped = 100;

/// How a child ended that did `deed` with these rights: its exit code, or minus the signal.
template <class Deed>
int outcomeOf(Rights rights, Deed deed) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGABRT, SIG_DFL);  // QtTest would print a report
        if (rights != Rights::All && !eye::dropRights())
            ::_exit(notDropped);
        if (rights == Rights::OnePicture && !eye::dropRightsForOnePicture(10))
            ::_exit(notDropped);
        if (rights == Rights::OnePictureWithThreads && !eye::dropRightsForOnePicture(10, eye::Need::Threads))
            ::_exit(notDropped);
        ::_exit(deed());
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/// 0 when a call worked, else its errno.
int verdict(long answer) {
    return answer < 0 ? errno : 0;
}

int openFile() {
    return verdict(::open("/etc/passwd", O_RDONLY));
}
int writeFile() {
    return verdict(::open("/tmp", O_TMPFILE | O_WRONLY, 0600));
}
int statFile() {
    struct stat info {};
    return verdict(::stat("/etc/passwd", &info));
}
int makeSocket() {
    return verdict(::socket(AF_INET, SOCK_STREAM, 0));
}
int runProgram() {
    ::execl("/bin/true", "true", nullptr);
    return errno;
}
int traceParent() {
    return verdict(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr));
}
int executableMemory() {
    const void* memory =
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? errno : 0;
}
int makeMemoryExecutable() {
    void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return verdict(::mprotect(memory, 4096, PROT_READ | PROT_EXEC));
}
int startThread() {
    pthread_t thread{};
    return ::pthread_create(
        &thread, nullptr, [](void* nothing) { return nothing; }, nullptr);
}
int forkAndWait() {
    const pid_t child = ::fork();
    if (child < 0)
        return errno;
    if (child == 0)
        ::_exit(0);
    int status = 0;
    return verdict(::waitpid(child, &status, 0));
}
int signalParent() {
    return verdict(::kill(::getppid(), 0));
}
int signalParentsThread() {
    return verdict(::tgkill(::getppid(), ::getppid(), 0));
}
int abortNow() {
    std::abort();
}
int useMemory() {
    // Touched, so that no optimiser takes it away.
    const std::size_t size = static_cast<std::size_t>(limits::workerMemory) + 64 * 1024 * 1024;
    volatile char* memory = static_cast<char*>(std::malloc(size));
    if (!memory)
        return ENOMEM;
    memory[0] = 1;
    return 0;
}
int useLittleMemory() {
    volatile char* memory = static_cast<char*>(std::malloc(512 * 1024 * 1024));
    if (!memory)
        return ENOMEM;
    memory[0] = 1;
    return 0;
}
int dumpsCore() {
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    return limit.rlim_max == 0 ? 0 : 1;
}

}  // namespace

class TestSandbox : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // What is refused below works before: otherwise the refusals would prove nothing.
    void allOfItWorksWithAllRights() {
        for (const auto& deed :
             {openFile, writeFile, statFile, makeSocket, executableMemory, makeMemoryExecutable, startThread,
              forkAndWait, signalParent, signalParentsThread, useMemory})
            QCOMPARE(outcomeOf(Rights::All, deed), 0);
        QCOMPARE(outcomeOf(Rights::All, runProgram), 0);
    }

    void filesNetworkAndProgramsAreGone() {
        for (const Rights rights : {Rights::Dropped, Rights::OnePicture, Rights::OnePictureWithThreads}) {
            QCOMPARE(outcomeOf(rights, openFile), EPERM);
            QCOMPARE(outcomeOf(rights, writeFile), EPERM);
            QCOMPARE(outcomeOf(rights, statFile), EPERM);
            QCOMPARE(outcomeOf(rights, makeSocket), -SIGSYS);
            QCOMPARE(outcomeOf(rights, runProgram), -SIGSYS);
            QCOMPARE(outcomeOf(rights, traceParent), -SIGSYS);
            QCOMPARE(outcomeOf(rights, executableMemory), EPERM);
            QCOMPARE(outcomeOf(rights, makeMemoryExecutable), EPERM);
            QCOMPARE(outcomeOf(rights, dumpsCore), 0);
        }
    }

    // libheif's decoder starts one; nothing else may.
    void threadsAreForHeicAlone() {
        QVERIFY(outcomeOf(Rights::OnePicture, startThread) != 0);
        QCOMPARE(outcomeOf(Rights::OnePictureWithThreads, startThread), 0);
    }

    void anAbortReadsAsOne() {
        QCOMPARE(outcomeOf(Rights::Dropped, abortNow), -SIGABRT);
        QCOMPARE(outcomeOf(Rights::OnePicture, abortNow), -SIGABRT);
    }

    void onlyThePicturesProcessCannotForkOrSignal() {
        QCOMPARE(outcomeOf(Rights::Dropped, forkAndWait), 0);
        for (const Rights rights : {Rights::OnePicture, Rights::OnePictureWithThreads}) {
            QCOMPARE(outcomeOf(rights, forkAndWait), EPERM);
            QCOMPARE(outcomeOf(rights, signalParent), EPERM);
            QCOMPARE(outcomeOf(rights, signalParentsThread), EPERM);
        }
    }

    void memoryIsBounded() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers need more memory than the bound");
#endif
        QCOMPARE(outcomeOf(Rights::OnePicture, useMemory), ENOMEM);
        QCOMPARE(outcomeOf(Rights::OnePicture, useLittleMemory), 0);
    }
};

QTEST_APPLESS_MAIN(TestSandbox)
#include "test_sandbox.moc"
