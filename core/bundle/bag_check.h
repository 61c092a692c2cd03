#pragma once

#include "core/bundle/bag_source.h"
#include "core/bundle/bag_text.h"

namespace chayan::bundle {

/// What checking one of our bags found.
struct BagReport {
    /// Empty for a whole and unchanged bag. In a fixed order: the bag's own files, then members in the
    /// container's order. At most limits::problemsListed; `problemCount` counts them all.
    std::vector<Problem> problems;
    qint64 problemCount = 0;
    BagInfo info;
    /// tagmanifest-sha256.txt, which the signature is made over: through it the signature covers every file
    /// of the bag. Empty where it is missing.
    QByteArray tagManifest;
    /// The SHA-256 of each member as read, by its index in the source.
    std::vector<Digest> digests;
    Oxum payload;

    bool ok() const { return problemCount == 0; }
};

/// Checks a bag by RFC 8493 and formats.md section 7: bagit.txt and bag-info.txt, Payload-Oxum, that the
/// manifests list every file but `tagmanifest-sha256.txt` and its .p7s and .tsr, that every listed file is
/// there, and every digest, on all cores. A signature must be there; whether it is good is not this question.
/// Fails only when the machine does, and with Cancelled.
Result<BagReport> checkBag(const BagSource& source, const Progress& progress);

}  // namespace chayan::bundle
