#include "core/services/search.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

Result<store::SearchResult> searchStore(const store::Store& store, const QString& text, qint64 limit) {
    if (store::SearchText(text).isEmpty())
        return fail(ErrorKind::BadInput, text, u"nothing to look for: no letter, digit or character"_s);
    CHAYAN_TRY(store::Database database, store.reader());
    return store::search(database, text, limit);
}

}  // namespace chayan::services
