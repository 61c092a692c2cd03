#pragma once

#include "core/services/office.h"

namespace chayan::services {

/// An original as an upright JPEG in its own pixels, limits::shownSide at most, for one that is looked at
/// alone; made by a worker process and not kept. The error of the reading where it does not decode. Any
/// thread; waits.
Result<QByteArray> pictureOf(const Office& office, const Digest& original);

}  // namespace chayan::services
