#include "core/base/clock.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <sys/timex.h>

#include <ctime>
#include <optional>

using namespace Qt::StringLiterals;

namespace chayan {

QString rfc3339(UtcMs utc) {
    return QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

std::optional<UtcMs> fromRfc3339(QStringView text) {
    if (text.size() != 24)
        return {};
    auto time = QDateTime::fromString(text.toString(), u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
    if (!time.isValid())
        return {};
    time.setTimeSpec(Qt::UTC);
    const UtcMs utc = time.toMSecsSinceEpoch();
    if (rfc3339(utc) != text)
        return {};
    return utc;
}

namespace {

QString bootId() {
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    if (!file.open(QIODevice::ReadOnly))
        return u"unknown"_s;
    return QString::fromLatin1(file.read(64)).trimmed();
}

QString syncState() {
    timex state{};
    const int answer = adjtimex(&state);
    return answer >= 0 && answer != TIME_ERROR && (state.status & STA_UNSYNC) == 0 ? u"ntp"_s : u"none"_s;
}

}  // namespace

ClockReading SystemClock::read() const {
    static const QString boot = bootId();
    timespec mono{};
    clock_gettime(CLOCK_BOOTTIME, &mono);
    return {QDateTime::currentMSecsSinceEpoch(), boot, mono.tv_sec * 1000LL + mono.tv_nsec / 1'000'000,
            syncState()};
}

}  // namespace chayan
