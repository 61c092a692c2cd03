#include "core/text/phone_words.h"

#include "core/text/keyed.h"

namespace chayan::text {

namespace {

std::span<const Row> phoneRows() {
    static constexpr Row rows[] = {
        {"title", QT_TRANSLATE_NOOP("phone", "Photographs to the laptop")},
        {"heading", QT_TRANSLATE_NOOP("phone", "Send to the laptop")},
        {"lead", QT_TRANSLATE_NOOP(
                     "phone", "What you send goes straight into the visit that is open there, as it is.")},
        {"choose", QT_TRANSLATE_NOOP("phone", "Take or choose photographs and videos")},
        {"count", QT_TRANSLATE_NOOP("phone", "%1 of %2 safe on the laptop")},
        {"all_safe", QT_TRANSLATE_NOOP("phone", "Everything has arrived. You may close this page.")},
        {"some_failed", QT_TRANSLATE_NOOP("phone", "%1 could not be sent; see below.")},
        {"waiting", QT_TRANSLATE_NOOP("phone", "Waiting")},
        {"sending", QT_TRANSLATE_NOOP("phone", "Sending")},
        {"keeping", QT_TRANSLATE_NOOP("phone", "Arrived, being saved")},
        {"safe", QT_TRANSLATE_NOOP("phone", "Safe on the laptop")},
        {"failed", QT_TRANSLATE_NOOP("phone", "Not sent")},
        {"again", QT_TRANSLATE_NOOP("phone", "Try again")},
        {"cut", QT_TRANSLATE_NOOP("phone", "Connection lost, trying again")},
        {"cut_long",
         QT_TRANSLATE_NOOP("phone", "The connection is lost. It goes on by itself once it is back.")},
        {"over",
         QT_TRANSLATE_NOOP("phone",
                           "This address is no longer valid. Scan the code on the laptop again; what is not "
                           "marked safe has to be chosen once more.")},
        {"why_over", QT_TRANSLATE_NOOP("phone", "Not known to be saved")},
        {"why_unsupported", QT_TRANSLATE_NOOP("phone", "Not taken: no known kind of photograph or video")},
        {"why_too_large", QT_TRANSLATE_NOOP("phone", "Not taken: the file is too large")},
        {"why_disk_full", QT_TRANSLATE_NOOP("phone", "Not taken: the laptop's disk is full")},
        {"why_bad_input", QT_TRANSLATE_NOOP("phone", "Not taken: the file is empty or damaged")},
        {"why_unreadable", QT_TRANSLATE_NOOP("phone", "This phone cannot read the file")},
        {"note_awake",
         QT_TRANSLATE_NOOP("phone", "Keep this page in front and the screen on until everything is safe.")},
        {"note_iphone",
         QT_TRANSLATE_NOOP("phone",
                           "On an iPhone, tap “Options” when choosing: leave the location on and set "
                           "the format to “Current”, so that the pictures stay as they were taken.")},
        {"note_hash", QT_TRANSLATE_NOOP("phone",
                                        "The eight characters beside a file begin its fingerprint (SHA-256), "
                                        "which the laptop has computed. The laptop shows the same ones.")},
        {"note_plain", QT_TRANSLATE_NOOP("phone",
                                         "The way to the laptop is not encrypted: use its own hotspot or a "
                                         "network whose password you trust.")},
    };
    return rows;
}

}  // namespace

QMap<QString, QString> phoneWords(const Texts& texts) {
    QMap<QString, QString> words;
    for (const Row& row : phoneRows())
        words[QString::fromUtf8(row.key)] = texts.say("phone", row.source);
    return words;
}

}  // namespace chayan::text
