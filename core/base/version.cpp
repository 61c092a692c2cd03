#include "core/base/version.h"

namespace chayan {

QString programVersion() {
    return QStringLiteral(CHAYAN_VERSION);
}

}  // namespace chayan
