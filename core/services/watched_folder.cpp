#include "core/services/watched_folder.h"

#include "core/base/limits.h"
#include "core/crypto/digest.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <set>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

constexpr QStringView halfNames[] = {u".part",       u".partial",  u".tmp",      u".temp",
                                     u".crdownload", u".download", u".filepart", u".!qb"};

bool isHalfNamed(const QString& name) {
    for (const QStringView ending : halfNames)
        if (name.endsWith(ending, Qt::CaseInsensitive))
            return true;
    return false;
}

/// A JPEG that has begun and not ended. Phones write more behind the end marker, so it is looked for in the
/// last part; what is no JPEG counts as ended.
bool lacksItsEnd(const QString& path) {
    constexpr qint64 tail = 256 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.read(2) != QByteArray("\xff\xd8", 2))
        return false;
    file.seek(std::max<qint64>(0, file.size() - tail));
    return !file.read(tail).contains(QByteArray("\xff\xd9", 2));
}

Result<Digest> digestOf(const QString& path) {
    constexpr qint64 piece = 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, path, file.errorString());
    crypto::Sha256 hash;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            return fail(ErrorKind::Io, path, file.errorString());
        hash.add(view(bytes));
    }
    return hash.finish();
}

}  // namespace

Result<bool> WatchedFolder::isNew(const store::Store& store, const QString& path) const {
    CHAYAN_TRY(const Digest digest, digestOf(path));
    CHAYAN_TRY(store::Database database, store.reader());
    store::Query query = database.prepare("SELECT 1 FROM original WHERE sha256=?");
    CHAYAN_TRY(const bool here, query.bind(digest).step());
    return !here;
}

Result<QStringList> WatchedFolder::look(const store::Store& store, UtcMs now) {
    const QDir folder(m_folder);
    if (!folder.exists())
        return fail(ErrorKind::NotFound, m_folder, u"the watched folder is not there"_s);
    QStringList whole;
    std::set<QString> there;
    for (const QFileInfo& file : folder.entryInfoList(QDir::Files | QDir::Readable, QDir::Name)) {
        const qint64 changed = file.fileTime(QFile::FileMetadataChangeTime).toMSecsSinceEpoch();
        if (changed < m_since || isHalfNamed(file.fileName()) || file.size() == 0)
            continue;
        const QString path = file.absoluteFilePath();
        there.insert(path);
        Seen& seen = m_seen[path];
        if (seen.size != file.size() || seen.changed != changed) {
            seen = {file.size(), changed, now, false};
            continue;
        }
        const qint64 quiet = now - seen.since;
        if (seen.given || quiet < quietMs || (quiet < patienceMs && lacksItsEnd(path)))
            continue;
        seen.given = true;
        const auto fresh = isNew(store, path);
        if (!fresh)
            seen.given = false;  // gone meanwhile, or not readable yet
        else if (*fresh)
            whole << path;
    }
    std::erase_if(m_seen, [&](const auto& seen) { return !there.contains(seen.first); });
    return whole;
}

void WatchedFolder::forget(const QStringList& files) {
    for (const QString& file : files)
        m_seen.erase(file);
}

}  // namespace chayan::services
