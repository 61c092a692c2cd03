#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QVideoFrame>

#include <chrono>
#include <functional>

namespace chayan::ui {

/// One frame of a live picture as its source delivers it: a picture file's bytes, or a video frame. A value.
struct CapturedFrame {
    qint64 number = 0;  ///< counts the source's frames from 0
    std::chrono::steady_clock::time_point at;
    /// Of a folder: the file, its bytes, and when it was changed.
    QString path = {};
    QByteArray bytes = {};
    qint64 changed = 0;
    /// Of a camera or a video file.
    QVideoFrame video = {};
    qint64 us = 0;  ///< where in the video file
};

/// A still that is to be stored, as formats.md section 5 tells of originals.
struct Still {
    /// Gives the file; where there is none yet it is made in the folder named. Any thread.
    std::function<Result<QString>(const QString& scratch)> file;
    /// How it is called; empty for the file's own name.
    QString name;
    QString origin;
    std::optional<QString> device;
    QString method;
};

/// A frame of a camera or a video file as a PNG, which has every pixel as it was shown; `made` says what it
/// is a frame of.
Still losslessStill(const CapturedFrame& shown, const QString& name, const QString& made);

/// What a live picture comes from. GUI thread; nothing is opened before start().
class FrameSource : public QObject {
    Q_OBJECT
  public:
    /// Called on any thread with each frame, and back at once.
    using Take = std::function<void(CapturedFrame)>;

    virtual void start(Take take) = 0;
    /// The frame that is looked at, to be stored.
    virtual Still still(const CapturedFrame& shown) const = 0;

  Q_SIGNALS:
    /// No frames come: why, and what to do.
    void failed(const QString& what, const QString& advice, const QString& details);
    /// The last frame was delivered.
    void ended();
};

}  // namespace chayan::ui
