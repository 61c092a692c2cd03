#pragma once

#include "core/base/progress.h"
#include "core/ledger/entry.h"
#include "core/store/database.h"

namespace chayan::store {

/// The projection tables: what lists and searches read, computed from the entries alone (projection.h). The
/// writing functions run inside a transaction of the caller, on the writer's thread.

/// Brings the projections up to an entry that was just inserted and that builds on all heads of its dossier,
/// as the own log's do. Costs a few rows, however long the dossier is; a removed item that comes back, or an
/// item that was changed before it was added, costs reproject().
Status projectAppended(Database& database, const ledger::Entry& entry);

/// Makes the rows of one dossier anew from its entries: after foreign entries were inserted. Removes them
/// when it has no entries.
Status reproject(Database& database, const DossierId& dossier);

/// Makes all projections anew.
Status rebuildProjections(Database& database);

/// False when the projections were made under other rules, by an older program: then they want a rebuild.
Result<bool> projectionsAreCurrent(Database& database);

/// A projection that is not what the entries give.
struct ProjectionDifference {
    /// The dossier; empty for the full-text index.
    QString dossier;
    /// The table: `dossier item text_row conflict head text_index`; `entry` where one of its entries cannot
    /// be read, so that nothing can be compared.
    QString table;
    bool operator==(const ProjectionDifference&) const = default;
};

/// Compares every projection with what the entries give. Only reads; holds one dossier at a time and, in
/// SQLite's temporary file, a second full-text index. Cancelled when told so.
Result<std::vector<ProjectionDifference>> compareProjections(Database& database,
                                                             const Progress& progress = {});

}  // namespace chayan::store
