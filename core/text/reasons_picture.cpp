#include "core/text/keyed.h"

namespace chayan::text {

std::span<const Row> pictureReasons() {
    static constexpr Row rows[] = {
        {"not_a_picture", QT_TRANSLATE_NOOP("picture", "This file is not a picture.")},
        {"unsupported", QT_TRANSLATE_NOOP("picture", "This kind of picture is not supported.")},
        {"heic", QT_TRANSLATE_NOOP("picture",
                                   "This is an HEIC picture, which cannot be opened here. Set the phone's "
                                   "camera to JPEG (“Most compatible”).")},
        {"video", QT_TRANSLATE_NOOP("picture", "This is a video; codes are read from still pictures only.")},
        {"empty", QT_TRANSLATE_NOOP("picture", "The file is empty.")},
        {"cut_off", QT_TRANSLATE_NOOP("picture", "The picture ends too early; a part of it is missing.")},
        {"too_large", QT_TRANSLATE_NOOP("picture", "The picture is too large to be read safely.")},
        {"damaged", QT_TRANSLATE_NOOP("picture", "The picture is damaged and cannot be decoded.")},
        {"timeout", QT_TRANSLATE_NOOP("picture", "Reading took too long and was stopped.")},
        {"crashed",
         QT_TRANSLATE_NOOP("picture", "Reading broke off twice; the picture could not be read safely.")},
        {"blurred",
         QT_TRANSLATE_NOOP("picture", "It is not sharp: hold still, focus on the label, take it again.")},
        {"dark", QT_TRANSLATE_NOOP("picture", "It is too dark: bring light, take it again.")},
        {"washed",
         QT_TRANSLATE_NOOP("picture", "There is too much light in it: print has become as light as paper.")},
        {"glare", QT_TRANSLATE_NOOP("picture",
                                    "A light is mirrored in it: tilt the goods or the lamp, take it again.")},
        {"small", QT_TRANSLATE_NOOP("picture",
                                    "What looks like a code is too small in it: go nearer, take it again.")},
        {"memory", QT_TRANSLATE_NOOP("picture", "Reading this picture needs too much memory.")},
        {"worker_missing",
         QT_TRANSLATE_NOOP("picture",
                           "The program part that reads pictures did not start, so no codes were looked "
                           "for; the file itself is stored. Install Chayan anew.")},
    };
    return rows;
}

}  // namespace chayan::text
