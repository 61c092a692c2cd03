#pragma once

#include "core/base/bytes.h"

#include <memory>
#include <optional>

namespace SQLite {
class Statement;
}  // namespace SQLite

namespace chayan::store {

class Database;
struct Connection;

/// A prepared statement, which goes back to its database for the next Query of the same text; so it lives no
/// longer than the database. Parameters are bound in order; binding starts anew after step() said no or
/// reset(). Errors are kept and given by the next step() or run(), so that bindings read straight down.
class Query {
  public:
    Query(Database& database, const char* sql);
    Query(Query&&) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();

    Query& bind(qint64 value);
    Query& bind(const QString& text);
    Query& bind(const QByteArray& blob);
    Query& bind(const Digest& digest) { return bind(digest.raw()); }
    Query& bindNull();

    /// True when there is a row.
    Result<bool> step();
    /// For statements without rows: steps once and resets.
    Status run();
    void reset();

    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /// Damaged when the column holds no 32 bytes.
    Result<Digest> digest(int column) const;

  private:
    Connection* m_connection;
    std::unique_ptr<SQLite::Statement> m_statement;
    std::optional<Error> m_error;
    QString m_path;
    int m_next = 1;
};

/// One connection. One thread at a time.
class Database {
  public:
    enum class Mode { ReadWrite, Create, ReadOnly };

    /// Opens, asks for WAL, synchronous=FULL and foreign keys, and checks that it got them (ReadOnly: the
    /// latter). Damaged when the file is no database.
    static Result<Database> open(const QString& path, Mode mode);

    /// An empty one that lives in memory, to compare with.
    static Result<Database> inMemory();

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Runs one or more statements without parameters.
    Status execute(const char* sql);
    Query prepare(const char* sql) { return Query(*this, sql); }
    /// The first column of the first row; 0 when there is none.
    Result<qint64> integer(const char* sql);

    /// A consistent copy of this database into a new file, while others use it (SQLite's online backup).
    Status copyTo(const QString& path);

    const QString& path() const { return m_path; }
    /// For Query.
    Connection& connection() { return *m_connection; }

  private:
    Database() = default;
    std::unique_ptr<Connection> m_connection;
    QString m_path;
};

/// BEGIN IMMEDIATE; rolls back unless commit() was called and succeeded.
class Transaction {
  public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    ~Transaction();
    Status commit();

  private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

}  // namespace chayan::store
