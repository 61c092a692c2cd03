#include "core/base/version.h"

#include "chayan_commit.h"

namespace chayan {

QString programVersion() {
    return QStringLiteral(CHAYAN_VERSION);
}

QString programCommit() {
    return QStringLiteral(CHAYAN_COMMIT);
}

}  // namespace chayan
