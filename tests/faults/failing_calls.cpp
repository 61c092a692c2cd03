#include "failing_calls.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

/// Preloaded into a program, this stands between it and libc and lets one call fail, as a bad disk, a full
/// one or a folder without permission would. It counts the calls that change what lies below one folder:
/// opening to write, write, sync, rename, link, truncate, allocate, mkdir, mapping to write. What it is to do
/// stands in the environment:
///
///   CHAYAN_FAULT_PROGRAM  the only program that is meant (what that one starts inherits the library)
///   CHAYAN_FAULT_BELOW    the folder
///   CHAYAN_FAULT_CALL     n: which call fails, from 1; 0: none, and how many there were is told at the end
///   CHAYAN_FAULT_MODE     eio: the n-th call fails, all others work
///                         full: the n-th write is cut short, and from then on there is no space
///                         short: the n-th write is cut short, all others work
///                         denied: the n-th call that names a path fails with EACCES
///   CHAYAN_FAULT_TOLD     a file that is written when the n-th call came: its name and what it was about
namespace {

enum class Mode { Eio, Full, Short, Denied };
/// What a call does, which decides how a mode concerns it.
enum class Act { Name, NameNew, Write, Space, Map };

struct Plan {
    bool armed = false;
    Mode mode = Mode::Eio;
    long at = 0;
    char below[4096] = {};
    char told[4096] = {};

    Plan() {
        const char* program = std::getenv("CHAYAN_FAULT_PROGRAM");
        const char* folder = std::getenv("CHAYAN_FAULT_BELOW");
        const char* call = std::getenv("CHAYAN_FAULT_CALL");
        const char* how = std::getenv("CHAYAN_FAULT_MODE");
        const char* where = std::getenv("CHAYAN_FAULT_TOLD");
        if (!program || !folder || !call || !how || !where ||
            std::string_view(program) != program_invocation_short_name)
            return;
        arm(folder, where, how, std::atol(call));
    }

    void arm(const char* folder, const char* where, std::string_view how, long call) {
        std::snprintf(below, sizeof below, "%s", folder);
        std::snprintf(told, sizeof told, "%s", where);
        at = call;
        mode = how == "full"     ? Mode::Full
               : how == "short"  ? Mode::Short
               : how == "denied" ? Mode::Denied
                                 : Mode::Eio;
        armed = true;
    }
};

Plan& plan() {
    static Plan made;
    return made;
}

std::atomic<long> count = 0;

template <class F>
F next(F, const char* name) {
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}
#define NEXT(name) static const auto real = next(&::name, #name)

bool isBelow(const char* path) {
    return std::strncmp(path, plan().below, std::strlen(plan().below)) == 0;
}

/// The path of an open file; empty where it has none.
bool nameOf(int fd, char (&path)[4096]) {
    char link[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t n = ::readlink(link, path, sizeof path - 1);
    path[n > 0 ? n : 0] = '\0';
    return n > 0;
}

bool concerns(int fd) {
    char path[4096];
    return plan().armed && fd > 2 && nameOf(fd, path) && isBelow(path);
}

bool concerns(int folder, const char* path) {
    if (!plan().armed || path == nullptr)
        return false;
    if (path[0] == '/')
        return isBelow(path);
    char there[4096];
    if (folder == AT_FDCWD)
        return ::getcwd(there, sizeof there) != nullptr && isBelow(there);
    return nameOf(folder, there) && isBelow(there);
}

void tell(const char* call, const char* about) {
    static const auto openIt = next(&::open, "open");
    static const auto writeIt = next(&::write, "write");
    char line[8192];
    const int size = std::snprintf(line, sizeof line, "%s %s\n", call, about);
    const int fd = openIt(plan().told, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0)
        return;
    static_cast<void>(writeIt(fd, line, static_cast<size_t>(size)));
    ::close(fd);
}

/// With n = 0 nothing fails, and the end tells how many calls there were.
struct Counted {
    ~Counted() {
        char number[32];
        std::snprintf(number, sizeof number, "%ld", count.load());
        if (plan().armed && plan().at == 0)
            tell("counted", number);
    }
} counted;

/// What becomes of a call that concerns us: 0 it goes on, 1 it goes on cut short; -1 it fails, errno is set.
int fate(const char* call, Act act, const char* about) {
    const Plan& p = plan();
    const bool names = act == Act::Name || act == Act::NameNew;
    if ((p.mode == Mode::Denied && !names) || (p.mode == Mode::Short && act != Act::Write) ||
        (p.mode == Mode::Full && (act == Act::Name || act == Act::Map)))
        return 0;
    const long n = ++count;
    if (p.at == 0 || n < p.at || (n > p.at && p.mode != Mode::Full))
        return 0;
    if (n == p.at)
        tell(call, about);
    switch (p.mode) {
        case Mode::Eio:
            errno = act == Act::Map ? ENOMEM : EIO;
            return -1;
        case Mode::Denied:
            errno = EACCES;
            return -1;
        case Mode::Short:
            return 1;
        case Mode::Full:
            break;
    }
    if (n == p.at && act == Act::Write)
        return 1;
    errno = ENOSPC;
    return -1;
}

int fateOf(const char* call, Act act, int fd) {
    char path[4096];
    nameOf(fd, path);
    return fate(call, act, path);
}

bool opensToWrite(int flags) {
    return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0;
}
Act actOf(int flags) {
    return (flags & (O_CREAT | __O_TMPFILE)) != 0 ? Act::NameNew : Act::Name;
}

}  // namespace

extern "C" {

void chayan_fail_call(const char* below, const char* told, const char* mode, long at) {
    count = 0;
    plan().arm(below, told, mode, at);
}

long chayan_fail_no_call() {
    plan().armed = false;
    return count;
}

#define CHAYAN_OPEN(name)                                                                           \
    int name(const char* path, int flags, ...) {                                                    \
        NEXT(name);                                                                                 \
        va_list arguments;                                                                          \
        va_start(arguments, flags);                                                                 \
        const mode_t mode = actOf(flags) == Act::NameNew ? va_arg(arguments, mode_t) : 0;           \
        va_end(arguments);                                                                          \
        if (opensToWrite(flags) && concerns(AT_FDCWD, path) && fate(#name, actOf(flags), path) < 0) \
            return -1;                                                                              \
        return real(path, flags, mode);                                                             \
    }
CHAYAN_OPEN(open)
CHAYAN_OPEN(open64)

#define CHAYAN_OPENAT(name)                                                                       \
    int name(int folder, const char* path, int flags, ...) {                                      \
        NEXT(name);                                                                               \
        va_list arguments;                                                                        \
        va_start(arguments, flags);                                                               \
        const mode_t mode = actOf(flags) == Act::NameNew ? va_arg(arguments, mode_t) : 0;         \
        va_end(arguments);                                                                        \
        if (opensToWrite(flags) && concerns(folder, path) && fate(#name, actOf(flags), path) < 0) \
            return -1;                                                                            \
        return real(folder, path, flags, mode);                                                   \
    }
CHAYAN_OPENAT(openat)
CHAYAN_OPENAT(openat64)

ssize_t write(int fd, const void* bytes, size_t size) {
    NEXT(write);
    if (concerns(fd)) {
        const int f = fateOf("write", Act::Write, fd);
        if (f < 0)
            return -1;
        if (f > 0 && size > 1)
            size /= 2;
    }
    return real(fd, bytes, size);
}

ssize_t writev(int fd, const iovec* parts, int n) {
    NEXT(writev);
    if (concerns(fd)) {
        const int f = fateOf("writev", Act::Write, fd);
        if (f < 0)
            return -1;
        if (f > 0 && n > 1)
            n /= 2;
    }
    return real(fd, parts, n);
}

#define CHAYAN_PWRITE(name, offset_type)                                   \
    ssize_t name(int fd, const void* bytes, size_t size, offset_type at) { \
        NEXT(name);                                                        \
        if (concerns(fd)) {                                                \
            const int f = fateOf(#name, Act::Write, fd);                   \
            if (f < 0)                                                     \
                return -1;                                                 \
            if (f > 0 && size > 1)                                         \
                size /= 2;                                                 \
        }                                                                  \
        return real(fd, bytes, size, at);                                  \
    }
CHAYAN_PWRITE(pwrite, off_t)
CHAYAN_PWRITE(pwrite64, off64_t)

ssize_t copy_file_range(int from, off64_t* fromAt, int to, off64_t* toAt, size_t size, unsigned flags) {
    NEXT(copy_file_range);
    if (concerns(to)) {
        const int f = fateOf("copy_file_range", Act::Write, to);
        if (f < 0)
            return -1;
        if (f > 0 && size > 1)
            size /= 2;
    }
    return real(from, fromAt, to, toAt, size, flags);
}

#define CHAYAN_ON_FD(name)                                     \
    int name(int fd) {                                         \
        NEXT(name);                                            \
        if (concerns(fd) && fateOf(#name, Act::Space, fd) < 0) \
            return -1;                                         \
        return real(fd);                                       \
    }
CHAYAN_ON_FD(fsync)
CHAYAN_ON_FD(fdatasync)

int syncfs(int fd) noexcept {
    NEXT(syncfs);
    if (concerns(fd) && fateOf("syncfs", Act::Space, fd) < 0)
        return -1;
    return real(fd);
}

#define CHAYAN_TRUNCATE(name, offset_type)                     \
    int name(int fd, offset_type size) noexcept {              \
        NEXT(name);                                            \
        if (concerns(fd) && fateOf(#name, Act::Space, fd) < 0) \
            return -1;                                         \
        return real(fd, size);                                 \
    }
CHAYAN_TRUNCATE(ftruncate, off_t)
CHAYAN_TRUNCATE(ftruncate64, off64_t)

#define CHAYAN_ALLOCATE(name, offset_type)                         \
    int name(int fd, int mode, offset_type at, offset_type size) { \
        NEXT(name);                                                \
        if (concerns(fd) && fateOf(#name, Act::Space, fd) < 0)     \
            return -1;                                             \
        return real(fd, mode, at, size);                           \
    }
CHAYAN_ALLOCATE(fallocate, off_t)
CHAYAN_ALLOCATE(fallocate64, off64_t)

#define CHAYAN_POSIX_ALLOCATE(name, offset_type)               \
    int name(int fd, offset_type at, offset_type size) {       \
        NEXT(name);                                            \
        if (concerns(fd) && fateOf(#name, Act::Space, fd) < 0) \
            return errno;                                      \
        return real(fd, at, size);                             \
    }
CHAYAN_POSIX_ALLOCATE(posix_fallocate, off_t)
CHAYAN_POSIX_ALLOCATE(posix_fallocate64, off64_t)

#define CHAYAN_MAP(name, offset_type)                                                             \
    void* name(void* at, size_t size, int rights, int flags, int fd, offset_type from) noexcept { \
        NEXT(name);                                                                               \
        if ((flags & MAP_SHARED) != 0 && (rights & PROT_WRITE) != 0 && fd > 2 && concerns(fd) &&  \
            fateOf(#name, Act::Map, fd) < 0)                                                      \
            return MAP_FAILED;                                                                    \
        return real(at, size, rights, flags, fd, from);                                           \
    }
CHAYAN_MAP(mmap, off_t)
CHAYAN_MAP(mmap64, off64_t)

int rename(const char* from, const char* to) noexcept {
    NEXT(rename);
    if (concerns(AT_FDCWD, to) && fate("rename", Act::NameNew, to) < 0)
        return -1;
    return real(from, to);
}
int renameat(int fromFolder, const char* from, int toFolder, const char* to) noexcept {
    NEXT(renameat);
    if (concerns(toFolder, to) && fate("renameat", Act::NameNew, to) < 0)
        return -1;
    return real(fromFolder, from, toFolder, to);
}
int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept {
    NEXT(renameat2);
    if (concerns(toFolder, to) && fate("renameat2", Act::NameNew, to) < 0)
        return -1;
    return real(fromFolder, from, toFolder, to, flags);
}
int link(const char* from, const char* to) noexcept {
    NEXT(link);
    if (concerns(AT_FDCWD, to) && fate("link", Act::NameNew, to) < 0)
        return -1;
    return real(from, to);
}
int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept {
    NEXT(linkat);
    if (concerns(toFolder, to) && fate("linkat", Act::NameNew, to) < 0)
        return -1;
    return real(fromFolder, from, toFolder, to, flags);
}
int mkdir(const char* path, mode_t mode) noexcept {
    NEXT(mkdir);
    if (concerns(AT_FDCWD, path) && fate("mkdir", Act::NameNew, path) < 0)
        return -1;
    return real(path, mode);
}
int mkdirat(int folder, const char* path, mode_t mode) noexcept {
    NEXT(mkdirat);
    if (concerns(folder, path) && fate("mkdirat", Act::NameNew, path) < 0)
        return -1;
    return real(folder, path, mode);
}

}  // extern "C"
