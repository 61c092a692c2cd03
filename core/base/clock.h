#pragma once

#include "core/base/result.h"

#include <QString>

namespace chayan {

/// Milliseconds since 1970-01-01T00:00:00Z.
using UtcMs = qint64;

/// RFC 3339 in UTC with milliseconds, `2026-11-24T02:00:00.000Z` (formats.md section 2).
QString rfc3339(UtcMs utc);
/// The strict inverse: only the spelling above, only dates that exist.
std::optional<UtcMs> fromRfc3339(QStringView text);

/// How far one clock is ahead of another, with its sign, hours, minutes and seconds: `+0:03:12`.
QString offsetText(qint64 ms);

/// What the laptop's clocks read at one moment: a claim, and what speaks for it.
struct ClockReading {
    UtcMs utc = 0;
    /// The boot id, so that monotonic times of one boot can be compared.
    QString boot;
    /// Monotonic milliseconds since that boot, time asleep included.
    qint64 monotonicMs = 0;
    /// How the clock was last set: `ntp` when the kernel says it is disciplined, else `none`.
    QString sync;
};

/// Where times come from; tests set their own.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual ClockReading read() const = 0;
};

class SystemClock : public Clock {
  public:
    ClockReading read() const override;
};

}  // namespace chayan
