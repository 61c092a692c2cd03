#pragma once

#include "core/store/database.h"

#include <vector>

namespace chayan::store {

/// A table and how many rows it has.
struct TableSize {
    QString table;
    qint64 rows = 0;
};

/// Every table of ours, by name; not those that the full-text index keeps for itself.
Result<std::vector<TableSize>> tableSizes(Database& database);

}  // namespace chayan::store
