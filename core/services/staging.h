#pragma once

#include "core/bundle/verify_bundle.h"
#include "core/store/store.h"

namespace chayan::services {

/// An original that lies in the vault without its name.
struct StagedOriginal {
    store::Vault::Staged file;
    qint64 size = 0;
};
struct StagedOriginals {
    std::vector<StagedOriginal> files;
    qint64 alreadyThere = 0;
};

/// Copies those of a bag's originals that are not in the store, on all cores, and sees to it that they are on
/// disk; each is hashed again while it is copied. No hash stands twice in `originals`. What is dropped leaves
/// nothing behind.
Result<StagedOriginals> stageOriginals(const store::Store& store, const bundle::BagSource& source,
                                       const std::vector<bundle::VerifiedBundle::Original>& originals,
                                       const Progress& progress);

}  // namespace chayan::services
