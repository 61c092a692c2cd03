#include "app/cli/notices.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"

namespace chayan::cli {

namespace {

/// A log that cannot be written must not keep anybody from working.
void noteEvent(const Context& context, const char* event, const std::vector<EventLog::Member>& members) {
    static_cast<void>(context.log.note(SystemClock().read().utc, event, members));
}

/// What the last end, or a copy, means for the records.
void tellOfRecords(const Context& context, const store::Recovery& recovery) {
    const text::Texts& texts = context.texts;
    if (recovery.lostRecords)
        context.note(texts.say(
            "cli",
            QT_TRANSLATE_NOOP("cli",
                              "Chayan did not end properly last time, and the newest records are gone: "
                              "the write-ahead log is missing. Compare with your newest backup before "
                              "you go on; the next record starts a new log.")));
    else if (recovery.unclean && recovery.keptOriginals == 0)
        context.note(texts.say(
            "cli",
            QT_TRANSLATE_NOOP("cli",
                              "Chayan did not end properly last time. Everything that was acknowledged is "
                              "there; removed: %1 unfinished files, %2 originals without a record."),
            {QString::number(recovery.strayFiles), QString::number(recovery.looseOriginals)}));
    if (recovery.keptOriginals > 0)
        context.note(texts.say(
            "cli",
            QT_TRANSLATE_NOOP(
                "cli",
                "%1 originals that were here before are named by no record. They were kept, since "
                "records may have been lost; “chayanctl check” names them. Compare with your newest "
                "backup."),
            {QString::number(recovery.keptOriginals)}));
    if (recovery.fromCopy)
        context.note(texts.say("cli", QT_TRANSLATE_NOOP("cli",
                                                        "This store is a copy. The next record starts a new "
                                                        "log that names the old one's last checkpoint.")));
}

}  // namespace

void tellOfOpening(const Context& context, const store::Store& store) {
    const text::Texts& texts = context.texts;
    const store::Recovery& recovery = store.recovery();
    tellOfRecords(context, recovery);
    if (recovery.clockMovedMs != 0)
        context.note(texts.say(
            "cli",
            QT_TRANSLATE_NOOP("cli",
                              "The computer's clock was moved by %1 seconds since the last record. Check it; "
                              "the next record notes the change."),
            {QString::number(recovery.clockMovedMs / 1000)}));
    const qint64 free = freeSpace(store.folder());
    const bool isNearlyFull = free >= 0 && free < limits::freeSpaceWarning;
    if (isNearlyFull)
        context.note(
            texts.say("cli", QT_TRANSLATE_NOOP("cli", "Only %1 MB are free on the store's disk. Make room."),
                      {QString::number(free / (1024 * 1024))}));
    if (recovery.unclean || recovery.lostRecords || recovery.fromCopy || recovery.clockMovedMs != 0 ||
        isNearlyFull)
        noteEvent(context, "opened",
                  {{"unclean", qint64{recovery.unclean}},
                   {"strays", qint64{recovery.strayFiles}},
                   {"loose", qint64{recovery.looseOriginals}},
                   {"kept", qint64{recovery.keptOriginals}},
                   {"lost_records", qint64{recovery.lostRecords}},
                   {"copy", qint64{recovery.fromCopy}},
                   {"clock_moved_ms", recovery.clockMovedMs},
                   {"free_bytes", free}});
}

void noteFailure(const Context& context, const QString& command, ErrorKind kind) {
    noteEvent(context, "failed", {{"command", command.toLatin1().constData()}, {"kind", kind}});
}

void noteAnswer(const Context& context, const QString& command, int exitCode) {
    noteEvent(context, "answered", {{"command", command.toLatin1().constData()}, {"exit", qint64{exitCode}}});
}

}  // namespace chayan::cli
