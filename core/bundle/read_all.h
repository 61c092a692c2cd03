#pragma once

#include "core/bundle/bag_source.h"
#include "core/crypto/named_digest.h"

namespace chayan::bundle {

/// What reading one member gave.
struct MemberReading {
    Digest sha256;
    /// The digests asked for, in that order.
    std::vector<QByteArray> others;
    /// A finding instead: the container's CRC, its compression, its end.
    std::optional<Problem> problem;
};

/// Reads and hashes every member once, on all cores, in constant memory but for the answers, which stand in
/// the members' order. Fails when the machine does, and with Cancelled.
Result<std::vector<MemberReading>> readAll(const BagSource& source,
                                           const std::vector<crypto::Algorithm>& others,
                                           const Progress& progress);

}  // namespace chayan::bundle
