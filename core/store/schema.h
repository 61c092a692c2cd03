#pragma once

#include "core/store/database.h"

namespace chayan::store {

/// The newest schema this program writes; the database keeps its own number in `user_version`.
int newestSchema();

/// Brings a database to the newest schema, one numbered script and one transaction at a time. A database that
/// holds something is first copied to `PATH.before-N` beside it. NewerVersion when a newer program made it.
Status migrate(Database& database);

/// NewerVersion when a newer program made it, NotAStore when it holds no schema at all.
Status checkSchema(Database& database);

}  // namespace chayan::store
