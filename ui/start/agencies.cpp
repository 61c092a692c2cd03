#include "ui/start/agencies.h"

#include "core/codes/division_table.h"

#include <QFile>

using namespace Qt::StringLiterals;

// The resource lies in a static library, where nothing else would keep it; the macro may stand in no
// namespace.
static void keepReference() {
    Q_INIT_RESOURCE(reference);
}

namespace chayan::ui {

namespace {

const QString bureau = u"市场监督管理局"_s;

}  // namespace

QStringList agencyNames() {
    keepReference();
    QStringList names;
    QFile file(u":/reference/agencies.txt"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.startsWith(u'#'))
                names << line;
        }
    }
    for (const codes::Division& division : codes::sichuanDivisions())
        names << division.name.toString() + bureau;
    names.removeDuplicates();
    return names;
}

QStringList divisionNames() {
    QStringList names;
    for (const codes::Division& division : codes::sichuanDivisions())
        names << u"%1  %2"_s.arg(division.code).arg(division.name);
    return names;
}

QString divisionOfAgency(const QString& agency) {
    for (const codes::Division& division : codes::sichuanDivisions()) {
        if (agency.startsWith(division.name))
            return QString::number(division.code);
    }
    return {};
}

}  // namespace chayan::ui
