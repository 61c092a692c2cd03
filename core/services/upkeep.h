#pragma once

#include "core/store/check.h"
#include "core/store/copy_store.h"
#include "core/store/store.h"

namespace chayan::services {

/// store::check() over a store as it stands now; beside a writer, whose newest files are left aside, too.
/// With an unlocked officer every sealed value is opened.
Result<store::CheckReport> checkStore(const store::Store& store, const Progress& progress,
                                      const store::Signer* officer = nullptr);

}  // namespace chayan::services
