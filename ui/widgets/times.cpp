#include "ui/widgets/times.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

bool chinese() {
    return QLocale().language() == QLocale::Chinese;
}
QDateTime local(UtcMs utc) {
    return QDateTime::fromMSecsSinceEpoch(utc);
}

}  // namespace

QString longTime(UtcMs utc) {
    return chinese() ? local(utc).toString(u"yyyy年M月d日 HH:mm"_s)
                     : QLocale().toString(local(utc), u"d MMM yyyy, HH:mm"_s);
}

QString exactTime(UtcMs utc) {
    return u"%1 (%2)"_s.arg(local(utc).toString(Qt::ISODate), rfc3339(utc));
}

QString shortTime(UtcMs utc) {
    const QDateTime time = local(utc);
    return time.date().year() == QDate::currentDate().year() ? time.toString(u"MM-dd HH:mm"_s)
                                                             : time.toString(u"yyyy-MM-dd"_s);
}

QString shortTime(const QString& recorded) {
    const QDateTime time = QDateTime::fromString(recorded, Qt::ISODateWithMs);
    return time.isValid() ? shortTime(time.toMSecsSinceEpoch()) : recorded;
}

QString typedTime(const QString& recorded) {
    const QDateTime time = QDateTime::fromString(recorded, Qt::ISODateWithMs);
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : recorded;
}

QString withZone(const QString& typed) {
    const QDateTime time = QDateTime::fromString(typed.trimmed(), u"yyyy-MM-dd HH:mm"_s);
    return time.isValid() ? time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate) : typed;
}

}  // namespace chayan::ui
