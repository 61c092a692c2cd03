#include "core/base/places.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace chayan {

QString xdgFolder(const char* variable, QStringView fallback) {
    const QString named = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(named) ? named : u"%1/%2"_s.arg(QDir::homePath(), fallback);
}

QString eventLogPath() {
    return xdgFolder("XDG_STATE_HOME", u".local/state") + u"/chayan/chayan.log"_s;
}

}  // namespace chayan
