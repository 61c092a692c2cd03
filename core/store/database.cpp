#include "core/store/database.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace chayan::store {

/// An open file, and the statements compiled for it that nobody uses at the moment, by their text.
struct Connection {
    template <class... Arguments>
    explicit Connection(Arguments&&... arguments) : database(std::forward<Arguments>(arguments)...) {}

    SQLite::Database database;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> idle;
};

namespace {

/// Far more than the texts that this program has; so texts made on the fly do not pile up.
constexpr std::size_t idleStatements = 200;

Error errorFrom(const SQLite::Exception& exception, const QString& path) {
    const QString detail =
        u"SQLite: %1 (%2)"_s.arg(QString::fromUtf8(exception.what())).arg(exception.getExtendedErrorCode());
    switch (exception.getErrorCode()) {
        case SQLITE_FULL:
            return {ErrorKind::DiskFull, path, detail};
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {ErrorKind::NoPermission, path, detail};
        case SQLITE_READONLY:
            return {ErrorKind::ReadOnly, path, detail};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorKind::Busy, path, detail};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorKind::Damaged, path, detail};
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
            return {ErrorKind::Io, path, detail};
        case SQLITE_INTERRUPT:
            return {ErrorKind::Cancelled, path, detail};
        default:
            return {ErrorKind::Internal, path, detail};
    }
}

/// The one place where SQLiteCpp's exceptions end.
template <class Work>
Status guarded(const QString& path, Work work) {
    try {
        work();
        return {};
    } catch (const SQLite::Exception& exception) {
        return fail(errorFrom(exception, path));
    }
}

}  // namespace

Query::Query(Database& database, const char* sql)
    : m_connection(&database.connection()), m_path(database.path()) {
    if (auto idle = m_connection->idle.extract(sql)) {
        m_statement = std::move(idle.mapped());
        return;
    }
    if (auto made = guarded(
            m_path, [&] { m_statement = std::make_unique<SQLite::Statement>(m_connection->database, sql); });
        !made)
        m_error = std::move(made).error();
}
Query::Query(Query&&) noexcept = default;
Query::~Query() {
    if (!m_statement || m_connection->idle.size() >= idleStatements)
        return;
    m_statement->tryReset();
    if (guarded(m_path, [&] { m_statement->clearBindings(); }))
        m_connection->idle.try_emplace(m_statement->getQuery(), std::move(m_statement));
}

Query& Query::bind(qint64 value) {
    if (!m_error && m_statement)
        if (auto bound = guarded(m_path, [&] { m_statement->bind(m_next, static_cast<int64_t>(value)); });
            !bound)
            m_error = std::move(bound).error();
    ++m_next;
    return *this;
}

Query& Query::bind(const QString& text) {
    if (!m_error && m_statement)
        if (auto bound = guarded(m_path, [&] { m_statement->bind(m_next, text.toStdString()); }); !bound)
            m_error = std::move(bound).error();
    ++m_next;
    return *this;
}

Query& Query::bind(const QByteArray& blob) {
    // A null pointer would bind NULL where empty bytes are meant.
    const char* data = blob.isEmpty() ? "" : blob.constData();
    if (!m_error && m_statement)
        if (auto bound =
                guarded(m_path, [&] { m_statement->bind(m_next, data, static_cast<int>(blob.size())); });
            !bound)
            m_error = std::move(bound).error();
    ++m_next;
    return *this;
}

Query& Query::bindNull() {
    if (!m_error && m_statement)
        if (auto bound = guarded(m_path, [&] { m_statement->bind(m_next); }); !bound)
            m_error = std::move(bound).error();
    ++m_next;
    return *this;
}

Result<bool> Query::step() {
    if (m_error)
        return fail(*m_error);
    bool row = false;
    CHAYAN_CHECK(guarded(m_path, [&] { row = m_statement->executeStep(); }));
    if (!row)
        reset();  // else SQLite takes no new bindings
    return row;
}

Status Query::run() {
    const auto stepped = step();
    reset();
    if (!stepped)
        return fail(stepped.error());
    return {};
}

void Query::reset() {
    if (m_statement)
        m_statement->tryReset();
    m_next = 1;
}

qint64 Query::integer(int column) const {
    return m_statement->getColumn(column).getInt64();
}

QString Query::text(int column) const {
    const SQLite::Column value = m_statement->getColumn(column);
    return QString::fromUtf8(value.getText(), value.getBytes());
}

QByteArray Query::blob(int column) const {
    const SQLite::Column value = m_statement->getColumn(column);
    return {static_cast<const char*>(value.getBlob()), value.getBytes()};
}

Result<Digest> Query::digest(int column) const {
    const auto digest = Digest::fromRaw(view(blob(column)));
    if (!digest)
        return fail(ErrorKind::Damaged, m_path, u"a hash column does not hold 32 bytes"_s);
    return *digest;
}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const QString& path, Mode mode) {
    Database database;
    database.m_path = path;
    const int flags = mode == Mode::ReadOnly ? SQLite::OPEN_READONLY
                      : mode == Mode::Create ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
                                             : SQLite::OPEN_READWRITE;
    constexpr int busyMs = 5000;
    CHAYAN_CHECK(guarded(path, [&] {
        database.m_connection = std::make_unique<Connection>(path.toStdString(), flags, busyMs);
    }));
    CHAYAN_CHECK(database.execute("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"));
    if (mode != Mode::ReadOnly) {
        CHAYAN_CHECK(database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"));
        Query journal = database.prepare("PRAGMA journal_mode");
        CHAYAN_TRY(const bool told, journal.step());
        CHAYAN_TRY(const qint64 synchronous, database.integer("PRAGMA synchronous"));
        constexpr qint64 full = 2;
        if (!told || journal.text(0) != u"wal" || synchronous != full)
            return fail(ErrorKind::Io, path, u"the file system does not allow WAL with full syncing"_s);
    }
    CHAYAN_TRY(const qint64 foreignKeys, database.integer("PRAGMA foreign_keys"));
    if (foreignKeys != 1)
        return fail(ErrorKind::Internal, path, u"SQLite was built without foreign keys"_s);
    return database;
}

Result<Database> Database::inMemory() {
    Database database;
    database.m_path = u":memory:"_s;
    CHAYAN_CHECK(guarded(database.m_path, [&] {
        database.m_connection = std::make_unique<Connection>(":memory:", SQLite::OPEN_READWRITE);
    }));
    return database;
}

Status Database::execute(const char* sql) {
    return guarded(m_path, [&] { m_connection->database.exec(sql); });
}

Result<qint64> Database::integer(const char* sql) {
    Query query = prepare(sql);
    CHAYAN_TRY(const bool row, query.step());
    return row ? query.integer(0) : 0;
}

Status Database::copyTo(const QString& path) {
    return guarded(path, [&] {
        SQLite::Database target(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup(target, m_connection->database).executeStep(-1);
    });
}

Result<Transaction> Transaction::begin(Database& database) {
    CHAYAN_CHECK(database.prepare("BEGIN IMMEDIATE").run());
    return Transaction(database);
}

Transaction::~Transaction() {
    if (m_database != nullptr)
        static_cast<void>(
            m_database->execute("ROLLBACK"));  // an error here means that SQLite already rolled back
}

Status Transaction::commit() {
    CHAYAN_CHECK(m_database->prepare("COMMIT").run());
    m_database = nullptr;
    return {};
}

}  // namespace chayan::store
