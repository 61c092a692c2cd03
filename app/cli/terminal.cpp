#include "app/cli/terminal.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"

#include <QFileInfo>

#include <sys/eventfd.h>

#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <tuple>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace chayan::cli {

namespace {

constexpr auto showEvery = std::chrono::milliseconds(150);

/// A terminal that does not show what is typed, until this goes.
class WithoutEcho {
  public:
    explicit WithoutEcho(int terminal) : m_terminal(terminal) {
        m_known = ::tcgetattr(terminal, &m_before) == 0;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_known)
            ::tcsetattr(terminal, TCSAFLUSH, &hidden);
    }
    ~WithoutEcho() {
        if (m_known)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

  private:
    int m_terminal;
    bool m_known = false;
    termios m_before = {};
};

}  // namespace

ProgressLine::ProgressLine() : m_terminal(::isatty(STDERR_FILENO) != 0) {}

void ProgressLine::show(qint64 done, qint64 total, const QString& on) {
    const auto now = std::chrono::steady_clock::now();
    const std::scoped_lock lock(m_mutex);
    if (!m_terminal || now - m_last < showEvery)
        return;
    m_last = now;
    m_shown = true;
    const QString far = total > 0 ? u"%1 / %2"_s.arg(done).arg(total) : QString::number(done);
    const QByteArray line = u"\r\033[K%1  %2"_s.arg(far, QFileInfo(on).fileName().left(40)).toUtf8();
    std::ignore = std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

void ProgressLine::clear() {
    const std::scoped_lock lock(m_mutex);
    if (m_shown)
        std::ignore = std::fputs("\r\033[K", stderr);
    m_shown = false;
}

Result<QByteArray> askSecret(const QString& question, const std::stop_token& stop) {
    const UniqueFd terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    if (!terminal || ::isatty(STDIN_FILENO) == 0)
        return fail(ErrorKind::PassphraseNeeded, u"--passphrase-file"_s,
                    u"neither --passphrase-file nor CHAYAN_PASSPHRASE_FILE names a file"_s);
    const UniqueFd wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const std::stop_callback onStop(stop, [&wake] { ::eventfd_write(wake.get(), 1); });
    const WithoutEcho hidden(terminal.get());
    CHAYAN_CHECK(writeAll(terminal.get(), view(question.toUtf8()), u"terminal"_s));
    QByteArray typed(limits::passphraseBytes, '\0');
    pollfd ready[] = {{terminal.get(), POLLIN, 0}, {wake.get(), POLLIN, 0}};
    while (::poll(ready, 2, -1) < 0 && errno == EINTR) {
    }
    const ssize_t n = ready[1].revents != 0
                          ? -1
                          : ::read(terminal.get(), typed.data(), static_cast<std::size_t>(typed.size()));
    CHAYAN_CHECK(writeAll(terminal.get(), view(QByteArrayLiteral("\n")), u"terminal"_s));
    if (n < 0)
        return fail(ErrorKind::Cancelled, u"passphrase"_s);
    typed.truncate(n);
    if (typed.endsWith('\n'))
        typed.chop(1);
    if (typed.isEmpty())
        return fail(ErrorKind::PassphraseNeeded, u"passphrase"_s, u"nothing was typed"_s);
    return typed;
}

}  // namespace chayan::cli
