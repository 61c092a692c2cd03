#pragma once

#include "core/store/database.h"

#include <QStringList>

#include <variant>
#include <vector>

/// Any row of any table, to change it behind the program's back.
namespace chayan::store {

using namespace Qt::StringLiterals;

using Value = std::variant<std::monostate, qint64, QString, QByteArray>;
using Row = std::vector<Value>;

struct Table {
    QString name;
    QStringList columns;
    QStringList types;
};

inline void bindTo(Query& query, const Value& value) {
    if (const auto* integer = std::get_if<qint64>(&value))
        query.bind(*integer);
    else if (const auto* text = std::get_if<QString>(&value))
        query.bind(*text);
    else if (const auto* blob = std::get_if<QByteArray>(&value))
        query.bind(*blob);
    else
        query.bindNull();
}

inline std::vector<Table> tablesOf(Database& database) {
    std::vector<Table> tables;
    Query names = database.prepare("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name");
    while (names.step().value()) {
        Table table{names.text(0), {}, {}};
        Query columns = database.prepare("SELECT name, type FROM pragma_table_info(?)");
        columns.bind(table.name);
        while (columns.step().value()) {
            table.columns += columns.text(0);
            table.types += columns.text(1);
        }
        tables.push_back(table);
    }
    return tables;
}

inline std::vector<Row> rowsOf(Database& database, const Table& table) {
    std::vector<Row> rows;
    QStringList columns;
    for (const QString& column : table.columns)
        columns += column + u", typeof("_s + column + u')';
    Query query =
        database.prepare(u"SELECT %1 FROM %2"_s.arg(columns.join(u", "_s), table.name).toUtf8().constData());
    while (query.step().value()) {
        Row row;
        for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
            const QString type = query.text(2 * i + 1);
            row.push_back(type == u"integer" ? Value(query.integer(2 * i))
                          : type == u"text"  ? Value(query.text(2 * i))
                          : type == u"blob"  ? Value(query.blob(2 * i))
                                             : Value());
        }
        rows.push_back(row);
    }
    return rows;
}

inline Value changed(const Value& value) {
    if (const auto* integer = std::get_if<qint64>(&value))
        return *integer + 1000;
    if (const auto* text = std::get_if<QString>(&value))
        return *text + u'x';
    if (const auto* blob = std::get_if<QByteArray>(&value)) {
        QByteArray other = *blob;
        if (other.isEmpty())
            return QByteArray("x");
        other[other.size() / 2] = static_cast<char>(other[other.size() / 2] ^ 1);
        return other;
    }
    return qint64{1};
}

inline QString where(const Table& table) {
    QStringList terms;
    for (const QString& column : table.columns)
        terms += column + u" IS ?"_s;
    return terms.join(u" AND "_s);
}

}  // namespace chayan::store
