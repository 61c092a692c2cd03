#pragma once

#include "core/store/database.h"

#include <QTemporaryDir>

/// The places in a store's folder; nothing outside core/store includes it.
namespace chayan::store {

QString databasePath(const QString& folder);
QString vaultPath(const QString& folder);
/// Present while a writer has the store open: left behind, it tells of an unclean end.
QString markerPath(const QString& folder);
/// Where what is taken in may be unpacked.
QString scratchPath(const QString& folder);
/// The certificate of whoever made the store or took it over.
QString certificatePath(const QString& folder);
/// When the last backup was made, RFC 3339.
QString backupNotePath(const QString& folder);

/// NotAStore when there is no database, NoPermission when that cannot be seen.
Status requireStore(const QString& folder);

/// Damaged when the file was cut: it ends before its own header says. A database whose write-ahead log still
/// holds pages may be short; then this says nothing.
Status requireWhole(const QString& databasePath);

/// A copy of database and write-ahead log in a temporary folder, for media on which SQLite cannot work. Busy
/// when somebody goes on writing meanwhile.
Result<std::unique_ptr<QTemporaryDir>> copyAside(const QString& folder);

/// Files that a killed program had not named yet, in the folder itself.
QStringList unnamedIn(const QString& folder);

/// Removes what an interrupted making of a store left. NotEmpty when anything else lies there.
Status clearUnfinished(const QString& folder);

}  // namespace chayan::store
