#pragma once

#include "ui/capture/frame_source.h"
#include "ui/capture/media.h"

#include <QCameraDevice>
#include <QCameraFormat>
#include <QTimer>

#include <atomic>

namespace chayan::ui {

/// A camera of this computer. A still is the frame that is looked at, without loss: Qt Multimedia hands out
/// frames decoded, and its own stills are these, encoded anew.
class CameraSource : public FrameSource {
    Q_OBJECT
  public:
    CameraSource(Media& media, QCameraDevice device, QCameraFormat format);

    void start(Take take) override;
    Still still(const CapturedFrame& shown) const override;

  private:
    void watch();

    Media& m_media;
    QCameraDevice m_device;
    QCameraFormat m_format;
    std::shared_ptr<QObject> m_opened;
    /// A camera that another program holds, or that is gone, says nothing.
    QTimer m_watch;
    std::shared_ptr<std::atomic<qint64>> m_frames = std::make_shared<std::atomic<qint64>>(0);
    qint64 m_framesBefore = 0;
    bool m_isSilent = false;
};

}  // namespace chayan::ui
