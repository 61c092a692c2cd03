#include "ui/capture/frame_source.h"

#include "ui/capture/frame_pixels.h"

using namespace Qt::StringLiterals;

namespace chayan::ui {

Still losslessStill(const CapturedFrame& shown, const QString& name, const QString& made) {
    Still still;
    still.name = name;
    still.method =
        u"%1; image/png, lossless; %2x%3"_s.arg(made).arg(shown.video.width()).arg(shown.video.height());
    still.file = [shown](const QString& scratch) -> Result<QString> {
        const QString file =
            u"%1/frame %2 %3.png"_s.arg(scratch).arg(shown.number).arg(shown.at.time_since_epoch().count());
        const QImage picture = pictureOf(shown.video);
        if (picture.isNull() || !picture.save(file, "PNG"))
            return fail(ErrorKind::Io, file, u"the frame could not be written"_s);
        return file;
    };
    return still;
}

}  // namespace chayan::ui
