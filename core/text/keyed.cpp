#include "core/text/keyed.h"

namespace chayan::text {

QString lookUp(const Table& table, const QString& key, const Texts& texts) {
    for (const Row& row : table.rows) {
        if (key == QLatin1StringView(row.key))
            return texts.say(table.context, row.source);
    }
    return key;
}

std::vector<QString> keysOf(const Table& table) {
    std::vector<QString> found;
    for (const Row& row : table.rows)
        found.push_back(QString::fromLatin1(row.key));
    return found;
}

}  // namespace chayan::text
