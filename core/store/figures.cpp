#include "core/store/figures.h"

using namespace Qt::StringLiterals;

namespace chayan::store {

Result<std::vector<TableSize>> tableSizes(Database& database) {
    Query tables = database.prepare(
        "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'text_index%' ORDER BY name");
    std::vector<TableSize> sizes;
    while (true) {
        CHAYAN_TRY(const bool row, tables.step());
        if (!row)
            return sizes;
        const QString table = tables.text(0);
        const QByteArray count = u"SELECT count(*) FROM \"%1\""_s.arg(table).toUtf8();
        CHAYAN_TRY(const qint64 rows, database.integer(count.constData()));
        sizes.push_back({table, rows});
    }
}

}  // namespace chayan::store
