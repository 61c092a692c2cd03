#include "core/services/upkeep.h"

#include <algorithm>

namespace chayan::services {

Result<store::CheckReport> checkStore(const store::Store& store, const Progress& progress,
                                      const store::Signer* officer) {
    CHAYAN_TRY(store::Database database, store.reader());
    // Nobody else adds originals while this process holds the lock.
    const store::Beside beside = store.holdsLock() ? store::Beside::Nobody : store::Beside::AWriter;
    return store::check(database, store.vault(), beside, progress, officer);
}

BackupAge backupAge(const store::Store& store, UtcMs now) {
    constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
    const std::optional<UtcMs> last = store::lastBackup(store);
    if (!last)
        return {};
    return {static_cast<int>(std::max<qint64>(0, now - *last) / dayMs)};
}

}  // namespace chayan::services
