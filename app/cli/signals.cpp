#include "app/cli/signals.h"

#include <sys/eventfd.h>
#include <sys/signalfd.h>

#include <csignal>
#include <poll.h>
#include <tuple>
#include <unistd.h>

namespace chayan::cli {

namespace {

sigset_t endings() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}  // namespace

StopOnSignal::StopOnSignal() : m_end(::eventfd(0, EFD_CLOEXEC)) {
    const sigset_t set = endings();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_signals = UniqueFd(::signalfd(-1, &set, SFD_CLOEXEC));
    m_thread = std::thread([this] { watch(); });
}

StopOnSignal::~StopOnSignal() {
    ::eventfd_write(m_end.get(), 1);
    m_thread.join();
}

void StopOnSignal::watch() {
    pollfd ready[] = {{m_signals.get(), POLLIN, 0}, {m_end.get(), POLLIN, 0}};
    while (true) {
        if (::poll(ready, 2, -1) < 0)
            continue;
        if (ready[1].revents != 0)
            return;
        signalfd_siginfo info;
        if (::read(m_signals.get(), &info, sizeof info) != sizeof info)
            continue;
        const int came = static_cast<int>(info.ssi_signo);
        if (m_signal.exchange(came) != 0) {
            std::ignore = std::signal(came, SIG_DFL);
            const sigset_t set = endings();
            ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
            std::ignore = std::raise(came);
        }
        m_stop.request_stop();
    }
}

}  // namespace chayan::cli
