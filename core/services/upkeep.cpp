#include "core/services/upkeep.h"

namespace chayan::services {

Result<store::CheckReport> checkStore(const store::Store& store, const Progress& progress,
                                      const store::Signer* officer) {
    CHAYAN_TRY(store::Database database, store.reader());
    // Nobody else adds originals while this process holds the lock.
    const store::Beside beside = store.holdsLock() ? store::Beside::Nobody : store::Beside::AWriter;
    return store::check(database, store.vault(), beside, progress, officer);
}

}  // namespace chayan::services
