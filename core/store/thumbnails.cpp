#include "core/store/thumbnails.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace chayan::store {

namespace {

Result<Database> openCache(const QString& path) {
    CHAYAN_TRY(Database database, Database::open(path, Database::Mode::Create));
    // A power cut may cost the whole cache, which is no loss.
    CHAYAN_CHECK(database.execute("PRAGMA synchronous=OFF"));
    CHAYAN_CHECK(database.execute(
        "CREATE TABLE IF NOT EXISTS thumbnail(sha256 BLOB PRIMARY KEY, jpeg BLOB NOT NULL) WITHOUT ROWID"));
    return database;
}

}  // namespace

Result<std::unique_ptr<Thumbnails>> Thumbnails::open(const QString& folder) {
    const QString path = folder + u"/cache_v1.sqlite"_s;
    Result<Database> database = openCache(path);
    if (!database && database.error().kind == ErrorKind::Damaged) {
        for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + suffix);
        database = openCache(path);
    }
    if (!database)
        return fail(database.error());
    return std::unique_ptr<Thumbnails>(new Thumbnails(std::move(*database)));
}

Result<std::optional<QByteArray>> Thumbnails::find(const Digest& original) const {
    const std::scoped_lock lock(m_mutex);
    Query query = m_database.prepare("SELECT jpeg FROM thumbnail WHERE sha256=?");
    CHAYAN_TRY(const bool kept, query.bind(original).step());
    return kept ? std::optional(query.blob(0)) : std::nullopt;
}

Status Thumbnails::keep(const Digest& original, const QByteArray& jpeg) {
    const std::scoped_lock lock(m_mutex);
    Query query = m_database.prepare("INSERT OR REPLACE INTO thumbnail(sha256, jpeg) VALUES(?, ?)");
    return query.bind(original).bind(jpeg).run();
}

}  // namespace chayan::store
