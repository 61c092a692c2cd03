#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <chrono>
#include <mutex>

namespace chayan::cli {

/// The one line on stderr that says how far work is; silent where stderr is no terminal. Any thread.
class ProgressLine {
  public:
    ProgressLine();
    ~ProgressLine() { clear(); }
    /// Shows it, several times a second at most.
    void show(qint64 done, qint64 total, const QString& on);
    /// Takes it away, so that another line can be written.
    void clear();

  private:
    const bool m_terminal;
    std::mutex m_mutex;
    bool m_shown = false;
    std::chrono::steady_clock::time_point m_last = {};
};

/// Asks on the terminal, without echo. PassphraseNeeded where nobody can be asked, Cancelled when asked to
/// stop.
Result<QByteArray> askSecret(const QString& question, const std::stop_token& stop);

}  // namespace chayan::cli
