#pragma once

#include "core/store/check.h"
#include "core/store/copy_store.h"
#include "core/store/store.h"

namespace chayan::services {

/// store::check() over a store as it stands now; beside a writer, whose newest files are left aside, too.
/// With an unlocked officer every sealed value is opened.
Result<store::CheckReport> checkStore(const store::Store& store, const Progress& progress,
                                      const store::Signer* officer = nullptr);

/// Days after which a backup is old enough to remind of it.
inline constexpr int backupReminderDays = 7;

/// How old the last backup is.
struct BackupAge {
    std::optional<int> days;  ///< whole ones; nothing where there is no backup yet
    bool isDue() const { return !days || *days >= backupReminderDays; }
};
BackupAge backupAge(const store::Store& store, UtcMs now);

}  // namespace chayan::services
