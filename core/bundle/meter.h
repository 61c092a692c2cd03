#pragma once

#include "core/base/progress.h"
#include "core/bundle/problem.h"

#include <atomic>
#include <chrono>
#include <mutex>

namespace chayan::bundle {

/// Tells progress in bytes, five times a second at most, from any number of threads, one at a time.
class Meter {
  public:
    Meter(const Progress& progress, qint64 total) : m_progress(progress), m_total(total) {}
    Meter(Progress&&, qint64) = delete;

    /// Counts `bytes`; Cancelled once the work should end.
    Status add(qint64 bytes, QByteArrayView on);

  private:
    const Progress& m_progress;
    qint64 m_total;
    std::atomic<qint64> m_done = 0;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last;
};

}  // namespace chayan::bundle
