#pragma once

#include "core/store/store.h"
#include "core/store/trust.h"

namespace chayan::services {

/// Those whose signatures count here by decision.
Result<std::vector<store::Trusted>> listTrusted(const store::Store& store);

/// Records that the fingerprint was compared with its holder: its signatures count from now on. Durable when
/// it returns.
Status trust(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
             const crypto::Certificate& certificate);
/// Takes it back, wholly or from a date on. NotFound when there is no such decision.
Status distrust(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                const Digest& fingerprint, std::optional<UtcMs> compromisedSince = {});

}  // namespace chayan::services
