#include "core/store/sweep.h"

#include "core/ledger/entry.h"
#include "core/store/store_folder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

Status remove(const QString& path) {
    if (::unlink(QFile::encodeName(path).constData()) != 0)
        return fail(errorFromErrno(errno, path, u"remove"));
    return {};
}

/// The originals that neither table original nor any record names.
Result<std::vector<Digest>> looseOriginals(Database& database, const Vault& vault) {
    std::unordered_set<Digest> loose;
    Query kept = database.prepare("SELECT 1 FROM original WHERE sha256=?");
    for (int part = 0; part < Vault::parts; ++part) {
        CHAYAN_TRY(const std::vector<Digest> originals, vault.originalsOf(part));
        for (const Digest& original : originals) {
            CHAYAN_TRY(const bool known, kept.bind(original).step());
            kept.reset();
            if (!known)
                loose.insert(original);
        }
    }
    // A row may be missing because the database was tampered with; what a record names is never removed.
    Query records = database.prepare("SELECT bytes FROM entry WHERE kind='original.added'");
    while (!loose.empty()) {
        CHAYAN_TRY(const bool row, records.step());
        if (!row)
            break;
        const auto entry = ledger::parseEntry(records.blob(0));
        const QString* sha256 = entry ? entry->body.stringAt("sha256") : nullptr;
        if (const auto named = sha256 != nullptr ? Digest::fromHex(*sha256) : std::nullopt)
            loose.erase(*named);
    }
    return std::vector<Digest>(loose.begin(), loose.end());
}

}  // namespace

Status sweep(Database& database, const Vault& vault, const QString& folder, std::optional<qint64> since,
             Recovery& recovery) {
    CHAYAN_TRY(std::vector<QString> strays, vault.strays());
    for (const QString& path : unnamedIn(folder))
        strays.push_back(path);
    for (const QString& stray : strays) {
        CHAYAN_CHECK(remove(stray));
        ++recovery.strayFiles;
    }
    QDir scratch(scratchPath(folder));
    if (scratch.exists()) {
        if (!scratch.removeRecursively())
            return fail(ErrorKind::Io, scratch.path(),
                        u"what an interrupted import left cannot be removed"_s);
        ++recovery.strayFiles;
    }
    CHAYAN_TRY(const std::vector<Digest> loose, looseOriginals(database, vault));
    for (const Digest& original : loose) {
        const QString path = vault.pathOf(original);
        const qint64 written = QFileInfo(path).lastModified().toMSecsSinceEpoch();
        if (recovery.lostRecords || !since || written < *since) {
            ++recovery.keptOriginals;
            continue;
        }
        CHAYAN_CHECK(remove(path));
        ++recovery.looseOriginals;
    }
    return {};
}

}  // namespace chayan::store
