#pragma once

#include "core/bundle/verify_bundle.h"
#include "core/store/trust.h"

namespace chayan::services {

/// How well a key is known here.
enum class Standing { Trusted, Unknown, Compromised };

/// Something in a bundle is known to have existed at a time, by somebody's receipt that came home.
struct KnownTime {
    UtcMs notLaterThan = 0;
    crypto::Certificate by;
    Standing standing = Standing::Unknown;
    /// Of the whole bundle; else of a log's first `size` entries.
    bool wholeBundle = false;
    Digest log;
    qint64 size = 0;
};

/// Whose keys count in a bundle, and what is known here of its times (formats.md section 8).
struct Judgement {
    /// `valid`: every check holds and every key is trusted; `untrusted`: every check holds; else `invalid`.
    QString verdict;
    Standing signer = Standing::Unknown;
    std::vector<Standing> officers;  ///< as in BundleReport::officers
    std::vector<KnownTime> times;    ///< the earliest of each kind
};

/// `database` is that of the store whose trust counts; without one only `book` does.
Result<Judgement> judge(const bundle::VerifiedBundle& bundle, const store::TrustBook& book,
                        store::Database* database);

}  // namespace chayan::services
