#pragma once

#include "core/bundle/foreign_bag.h"
#include "core/eye/pool.h"

namespace chayan::services {

/// What a look at one file of a bag gave.
struct BagFile {
    eye::MediaType type = eye::MediaType::Unknown;
    /// Of pictures alone.
    std::optional<eye::Reading> reading;
};

/// Looks at every file of a checked bag, in the order of its source: what it is by its first bytes, and which
/// codes a picture shows; on all workers, with 256 MB of pictures in memory at most. `digest_mismatch` when
/// one is no longer what was checked; WorkerFailed and Cancelled end it.
Result<std::vector<BagFile>> lookAtBag(eye::EyePool& eyes, const bundle::ForeignBag& bag,
                                       const Progress& progress);

}  // namespace chayan::services
