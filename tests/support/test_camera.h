#pragma once

#include <QImage>
#include <QList>
#include <QString>

#include <functional>

/// Cameras as GStreamer's device providers announce them, so that Qt Multimedia finds, opens and loses them
/// as it does those of a computer; what they see is drawn. One set for a program: GStreamer's registry is its
/// own.
namespace chayan::test::cameras {

struct Format {
    QSize size;
    int framesASecond;
    bool isJpeg = false;  ///< else YUY2, as webcams deliver small pictures
};

/// Call before anything of Qt Multimedia. `see` draws frame `number`; called on any thread, one at a time.
void install(std::function<QImage(int number)> see);
void plugIn(const QString& name, const QList<Format>& formats);
void unplug(const QString& name);
/// From now on they deliver nothing but an error, as a camera that another program holds.
void setBroken(bool broken);
/// The caps in which a camera was opened last.
QString openedAs();
/// The bytes of the frame that was delivered last, as the wire had them.
QByteArray lastDelivered();

}  // namespace chayan::test::cameras
