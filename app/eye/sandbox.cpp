#include "app/eye/sandbox.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <memory>
#include <sched.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace chayan::eye {

namespace {

/// A seccomp filter in the making. What it does not name fails with EPERM.
class Filter {
  public:
    Filter() : m_context(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release) {
        m_good = m_context != nullptr && seccomp_attr_set(m_context.get(), SCMP_FLTATR_CTL_NNP, 1) == 0 &&
                 seccomp_attr_set(m_context.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
    }

    void allow(std::initializer_list<int> calls) { add(SCMP_ACT_ALLOW, calls); }
    void allowIf(int call, std::initializer_list<scmp_arg_cmp> conditions) {
        m_good = m_good &&
                 seccomp_rule_add_array(m_context.get(), SCMP_ACT_ALLOW, call,
                                        static_cast<unsigned>(conditions.size()), conditions.begin()) == 0;
    }
    void refuse(int call, int error) {
        m_good = m_good && seccomp_rule_add(m_context.get(), SCMP_ACT_ERRNO(static_cast<unsigned>(error)),
                                            call, 0) == 0;
    }
    void kill(std::initializer_list<int> calls) { add(SCMP_ACT_KILL_PROCESS, calls); }

    /// The filter as the kernel takes it, to be loaded later and quickly.
    Result<std::vector<sock_filter>> program() const {
        const QString thing = u"seccomp"_s;
        const UniqueFd file(::memfd_create("filter", MFD_CLOEXEC));
        if (!m_good || !file || seccomp_export_bpf(m_context.get(), file.get()) != 0)
            return fail(ErrorKind::Unsupported, thing, u"the filter cannot be made"_s);
        const off_t bytes = ::lseek(file.get(), 0, SEEK_END);
        std::vector<sock_filter> out(static_cast<std::size_t>(bytes) / sizeof(sock_filter));
        if (out.empty() || ::pread(file.get(), out.data(), static_cast<std::size_t>(bytes), 0) != bytes)
            return fail(errorFromErrno(errno, thing, u"exporting the filter"));
        return out;
    }

    Status load() const {
        if (!m_good)
            return fail(ErrorKind::Unsupported, u"seccomp"_s, u"the filter cannot be made"_s);
        if (const int code = seccomp_load(m_context.get()); code != 0)
            return fail(ErrorKind::Unsupported, u"seccomp"_s,
                        u"the kernel refuses the filter (errno %1)"_s.arg(-code));
        return {};
    }

  private:
    void add(std::uint32_t action, std::initializer_list<int> calls) {
        for (const int call : calls)
            m_good = m_good && seccomp_rule_add_array(m_context.get(), action, call, 0, nullptr) == 0;
    }
    std::unique_ptr<void, decltype(&seccomp_release)> m_context;
    bool m_good;
};

/// What reading a picture out of memory takes, and what abort() takes to read as an abort.
void allowLooking(Filter& filter) {
    filter.allow({SCMP_SYS(read),
                  SCMP_SYS(write),
                  SCMP_SYS(writev),
                  SCMP_SYS(close),
                  SCMP_SYS(exit),
                  SCMP_SYS(exit_group),
                  SCMP_SYS(brk),
                  SCMP_SYS(munmap),
                  SCMP_SYS(mremap),
                  SCMP_SYS(madvise),
                  SCMP_SYS(futex),
                  SCMP_SYS(rt_sigaction),
                  SCMP_SYS(rt_sigprocmask),
                  SCMP_SYS(rt_sigreturn),
                  SCMP_SYS(sigaltstack),
                  SCMP_SYS(gettid),
                  SCMP_SYS(getpid),
                  SCMP_SYS(getppid),
                  SCMP_SYS(clock_gettime),
                  SCMP_SYS(gettimeofday),
                  SCMP_SYS(getrandom),
                  SCMP_SYS(sched_yield),
                  SCMP_SYS(sched_getaffinity),
                  SCMP_SYS(sysinfo),
                  SCMP_SYS(restart_syscall),
                  SCMP_SYS(rseq),
                  SCMP_SYS(set_robust_list)});
    filter.allowIf(SCMP_SYS(mmap), {SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)});
    filter.allowIf(SCMP_SYS(mprotect), {SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)});
}

/// Nothing here ever does these by mistake, so whoever tries is not us any more.
void killAttacks(Filter& filter) {
    filter.kill({SCMP_SYS(execve),
                 SCMP_SYS(execveat),
                 SCMP_SYS(socket),
                 SCMP_SYS(connect),
                 SCMP_SYS(bind),
                 SCMP_SYS(listen),
                 SCMP_SYS(accept),
                 SCMP_SYS(accept4),
                 SCMP_SYS(ptrace),
                 SCMP_SYS(process_vm_readv),
                 SCMP_SYS(process_vm_writev),
                 SCMP_SYS(io_uring_setup),
                 SCMP_SYS(bpf),
                 SCMP_SYS(userfaultfd),
                 SCMP_SYS(perf_event_open),
                 SCMP_SYS(keyctl),
                 SCMP_SYS(add_key),
                 SCMP_SYS(request_key),
                 SCMP_SYS(unshare),
                 SCMP_SYS(setns),
                 SCMP_SYS(mount),
                 SCMP_SYS(chroot),
                 SCMP_SYS(pidfd_getfd)});
}

constexpr unsigned namespaces =
    CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;

/// A thread of the same process. What clone3() is asked for lies in memory, where no filter looks: the C
/// library takes clone() when it seems to be missing.
void allowThreads(Filter& filter) {
    constexpr unsigned thread = CLONE_VM | CLONE_THREAD | CLONE_SIGHAND;
    filter.allowIf(SCMP_SYS(clone), {SCMP_A0(SCMP_CMP_MASKED_EQ, thread | namespaces, thread)});
    filter.refuse(SCMP_SYS(clone3), ENOSYS);
}

Status limit(int resource, qint64 most) {
    const rlimit value{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    if (::setrlimit(static_cast<__rlimit_resource>(resource), &value) != 0)
        return fail(errorFromErrno(errno, u"setrlimit"_s, u"%1"_s.arg(resource)));
    return {};
}

/// Sanitizers keep terabytes of shadow memory.
constexpr bool boundsMemory =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    false;
#else
    true;
#endif

/// Stands for a child's own process id in its filter until there is one.
constexpr std::uint32_t ownPid = 0x7E57A71D;

/// Made once, since making a filter takes longer than reading a small picture.
std::vector<sock_filter>& childProgram(Need need) {
    static std::array<std::vector<sock_filter>, 3> programs;
    return programs[static_cast<std::size_t>(need)];
}

Status makeChildProgram(Need need) {
    Filter filter;
    allowLooking(filter);
    killAttacks(filter);
    if (need == Need::Threads)
        allowThreads(filter);
    if (need == Need::Frames)
        filter.allow({SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(recvmsg)});
    filter.allowIf(SCMP_SYS(tgkill), {SCMP_A0(SCMP_CMP_EQ, ownPid)});
    CHAYAN_TRY(childProgram(need), filter.program());
    if (std::ranges::count(childProgram(need), ownPid, &sock_filter::k) != 1)
        return fail(ErrorKind::Internal, u"seccomp"_s, u"the filter is not as expected"_s);
    return {};
}

}  // namespace

Status dropRights() {
    for (const Need need : {Need::Nothing, Need::Threads, Need::Frames})
        CHAYAN_CHECK(makeChildProgram(need));
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return fail(errorFromErrno(errno, u"prctl"_s, u"no new privileges"));
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return fail(errorFromErrno(errno, u"prctl"_s, u"not dumpable"));
    CHAYAN_CHECK(limit(RLIMIT_CORE, 0));
    CHAYAN_CHECK(limit(RLIMIT_FSIZE, 0));
    CHAYAN_CHECK(limit(RLIMIT_NOFILE, 16));
    Filter filter;
    allowLooking(filter);
    killAttacks(filter);
    filter.allow({SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg), SCMP_SYS(wait4),
                  SCMP_SYS(kill), SCMP_SYS(tgkill), SCMP_SYS(seccomp), SCMP_SYS(set_tid_address)});
    filter.allowIf(SCMP_SYS(socketpair), {SCMP_A0(SCMP_CMP_EQ, AF_UNIX)});
    // fork(), and threads for the children that may have them; nothing else that shares memory, and no
    // namespace.
    constexpr unsigned notForking = CLONE_VM | CLONE_THREAD | namespaces;
    allowThreads(filter);
    filter.allowIf(SCMP_SYS(clone), {SCMP_A0(SCMP_CMP_MASKED_EQ, notForking, 0)});
    // A child's own narrower filter, its limits, and its end with ours.
    filter.allowIf(SCMP_SYS(prctl), {SCMP_A0(SCMP_CMP_EQ, PR_SET_PDEATHSIG)});
    filter.allowIf(SCMP_SYS(prctl), {SCMP_A0(SCMP_CMP_EQ, PR_SET_NO_NEW_PRIVS)});
    filter.allowIf(SCMP_SYS(prctl), {SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP)});
    filter.allowIf(SCMP_SYS(prctl), {SCMP_A0(SCMP_CMP_EQ, PR_GET_SECCOMP)});
    filter.allowIf(SCMP_SYS(prlimit64), {SCMP_A0(SCMP_CMP_EQ, 0)});
    CHAYAN_CHECK(filter.load());
    if (const int fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC); fd >= 0) {
        ::close(fd);
        return fail(ErrorKind::Unsupported, u"seccomp"_s, u"the filter is loaded and does nothing"_s);
    }
    return {};
}

Status dropRightsForOnePicture(int cpuSeconds, Need need) {
    if (boundsMemory)
        CHAYAN_CHECK(limit(RLIMIT_DATA, limits::workerMemory));
    CHAYAN_CHECK(limit(RLIMIT_CPU, cpuSeconds));
    std::vector<sock_filter> program = childProgram(need);
    for (sock_filter& step : program)
        if (step.k == ownPid)
            step.k = static_cast<std::uint32_t>(::getpid());
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    if (program.empty() || ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) != 0)
        return fail(errorFromErrno(errno, u"seccomp"_s, u"the filter of one picture"));
    return {};
}

}  // namespace chayan::eye
