#pragma once

#include "core/base/clock.h"

#include <QString>

namespace chayan::ui {

/// Times as people read them here, in local time: `2026年11月24日 09:12`, `24 Nov 2026, 09:12`. The language
/// is that of the default locale. Of a text that is no time nothing is made.
QString longTime(UtcMs utc);
/// With the zone, for details and tool tips.
QString exactTime(UtcMs utc);
/// `11-24 09:12` this year, else `2025-11-24`.
QString shortTime(UtcMs utc);

/// The same of a recorded value, RFC 3339 with its zone; what does not parse is given back.
QString shortTime(const QString& recorded);
/// As it is typed: `2026-11-24 09:12` in local time.
QString typedTime(const QString& recorded);
/// The inverse, with this computer's zone; anything else is given back, to be judged as it is.
QString withZone(const QString& typed);

}  // namespace chayan::ui
