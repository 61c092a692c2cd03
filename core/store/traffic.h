#pragma once

#include "core/ledger/entry.h"
#include "core/store/database.h"

#include <QStringList>

/// What the log's own dossier says of bundles, receipts and their dossiers, as tables to ask. All of it can
/// be made again from the entries.
namespace chayan::store {

/// Dossiers that one entry about a bundle names; more take further entries with the same tag manifest.
inline constexpr std::size_t dossiersAnEntry = 250;

/// Takes an entry of the kinds `bundle.exported bundle.imported anchor.received` into the tables `traffic`,
/// `traffic_dossier` and `anchor`; nothing for others and for bodies that are not what they should be.
Status projectTraffic(Database& database, const ledger::Entry& entry);

/// Empties those tables and fills them from this installation's own logs.
Status rebuildTraffic(Database& database);

/// Those of the tables that are not what the entries give.
Result<QStringList> compareTraffic(Database& database);

/// How far a dossier has come: `saved`, `sent`, `received` (a receipt for it came home).
Result<QString> dossierState(Database& database, const DossierId& dossier);

}  // namespace chayan::store
