#pragma once

#include "core/bundle/verify_bundle.h"
#include "core/store/store.h"

namespace chayan::services {

/// A bundle's original that lies in the vault without its name.
struct StagedOriginal {
    store::Vault::Staged file;
    qint64 size = 0;
};
struct StagedOriginals {
    std::vector<StagedOriginal> files;
    qint64 alreadyThere = 0;
};

/// Copies the originals of a verified bundle that are not in the store, on all cores, and sees to it that
/// they are on disk; each is hashed again while it is copied. What is dropped leaves nothing behind.
Result<StagedOriginals> stageOriginals(const store::Store& store, const bundle::VerifiedBundle& bundle,
                                       const Progress& progress);

}  // namespace chayan::services
