#pragma once

#include "core/eye/pool.h"
#include "ui/capture/frame_source.h"
#include "ui/tasks/lanes.h"

#include <QImage>

namespace chayan::ui {

/// A frame as it is shown.
struct ShownFrame {
    CapturedFrame frame;
    QImage image;  ///< null where it cannot be shown; `notRead` says why
    std::optional<eye::NotRead> notRead;
};

/// What was read in a frame.
struct ReadFrame {
    qint64 number = 0;
    std::chrono::steady_clock::time_point at;  ///< when the frame was delivered
    eye::Reading reading;
};

/// Makes pictures of a source's frames and reads their codes, always of the newest, with threads and worker
/// processes of its own, so that photographs being stored do not keep it waiting, nor it the window: what is
/// late is dropped. Files are decoded by a worker process; frames go to one as grey pixels. GUI thread but
/// for what take() gives.
class LiveEye : public QObject {
    Q_OBJECT
  public:
    explicit LiveEye(Lanes& lanes);
    /// Without waiting: what still runs is waited for on a thread of the lanes.
    ~LiveEye() override;

    /// Takes a frame on any thread, also when this is gone.
    FrameSource::Take take();
    /// In which size pictures are wanted, in pixels of the screen.
    void setSize(QSize pixels);

  Q_SIGNALS:
    void shown(const chayan::ui::ShownFrame& frame);
    void read(const chayan::ui::ReadFrame& frame);
    /// The machine is to blame, and nothing is read.
    void failed(const chayan::Error& error);

  private:
    struct Engine;
    Q_INVOKABLE void takeOver();

    Lanes& m_lanes;
    std::shared_ptr<Engine> m_engine;
};

}  // namespace chayan::ui
