#include "core/base/clock.h"

#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <sys/timex.h>

#include <chrono>
#include <ctime>
#include <optional>

using namespace Qt::StringLiterals;

namespace chayan {

// By hand: a QDateTime that is parsed as local time asks for the zone's file each time, and there is one time
// an entry.
QString rfc3339(UtcMs utc) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(utc)};
    const sys_days day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return QString::asprintf(
        "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
}

QString offsetText(qint64 ms) {
    using namespace std::chrono;
    const hh_mm_ss apart{milliseconds(ms)};
    return QString::asprintf(
        "%c%d:%02d:%02d", apart.is_negative() ? '-' : '+', static_cast<int>(apart.hours().count()),
        static_cast<int>(apart.minutes().count()), static_cast<int>(apart.seconds().count()));
}

std::optional<UtcMs> fromRfc3339(QStringView text) {
    using namespace std::chrono;
    constexpr QStringView pattern = u"0000-00-00T00:00:00.000Z";
    if (text.size() != pattern.size())
        return {};
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'0' ? !isDigit(text[i]) : text[i] != pattern[i])
            return {};
    }
    const auto number = [&](qsizetype from, qsizetype count) {
        int value = 0;
        for (const QChar c : text.sliced(from, count))
            value = value * 10 + (c.unicode() - u'0');
        return value;
    };
    const year_month_day date{year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                              day(static_cast<unsigned>(number(8, 2)))};
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    if (!date.ok() || hour > 23 || minute > 59 || second > 59)
        return {};
    const milliseconds utc = sys_days{date}.time_since_epoch() + hours(hour) + minutes(minute) +
                             seconds(second) + milliseconds(number(20, 3));
    return utc.count();
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
