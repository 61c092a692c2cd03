#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/store/store.h"

namespace chayan::store {

struct Copied {
    qint64 originals = 0;
    qint64 bytes = 0;  ///< of the originals
};

/// A copy of a store in a new folder, which is there whole or not at all: first a snapshot of the database,
/// then every original that it names, each hashed while it is copied. Others may write meanwhile. The copy
/// knows that it is one: opened to write, it starts a new log, since the store goes on in the old one.
///
/// AlreadyExists when anything lies at `to` but an empty folder; Damaged when an original is missing or
/// altered.
Result<Copied> copyStore(const Store& store, const QString& to, UtcMs now, const Progress& progress = {});

/// copyStore() to a backup, whose time the store keeps in its folder where it can.
Result<Copied> backUp(const Store& store, const QString& to, UtcMs now, const Progress& progress = {});
/// When the last backup of a store was made.
std::optional<UtcMs> lastBackup(const Store& store);

}  // namespace chayan::store
