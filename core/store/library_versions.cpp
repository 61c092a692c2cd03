#include "core/store/library_versions.h"

#include <SQLiteCpp/Database.h>

using namespace Qt::StringLiterals;

namespace chayan::store {

std::vector<LibraryVersion> libraryVersions() {
    return {{u"SQLite"_s, QString::fromLatin1(SQLite::getLibVersion())}};
}

}  // namespace chayan::store
