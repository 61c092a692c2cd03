#pragma once

#include "core/base/safe_file.h"

#include <atomic>
#include <stop_token>
#include <thread>

namespace chayan::cli {

/// SIGINT and SIGTERM ask the work to stop and tidy up; the second one ends the program at once. Made before
/// any other thread, which then leaves the signals to it.
class StopOnSignal {
  public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }
    /// The signal that came, or 0.
    int signal() const { return m_signal; }

  private:
    void watch();

    std::stop_source m_stop;
    std::atomic<int> m_signal = 0;
    UniqueFd m_signals;
    UniqueFd m_end;
    std::thread m_thread;
};

}  // namespace chayan::cli
