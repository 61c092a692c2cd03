#pragma once

#include "ui/capture/frame_source.h"

#include <QCameraDevice>
#include <QCameraFormat>

#include <atomic>
#include <deque>

class QCamera;
class QImageCapture;
class QMediaCaptureSession;
class QVideoSink;

namespace chayan::ui {

/// A camera of this computer. Stills are files that its interface writes, in a folder named.
class CameraSource : public FrameSource {
    Q_OBJECT
  public:
    /// `scratch` lies on the store's disk.
    CameraSource(QCameraDevice device, QCameraFormat format, QString scratch);
    ~CameraSource() override;

    void start(Take take) override;
    void takeStill(const CapturedFrame& shown, Taken taken) override;
    bool isNewEachTime() const override { return true; }

  private:
    void takeNext();
    void fail(const QString& why);

    QCameraDevice m_device;
    QCameraFormat m_format;
    QString m_scratch;
    QMediaCaptureSession* m_session = nullptr;
    QCamera* m_camera = nullptr;
    QVideoSink* m_sink = nullptr;
    QImageCapture* m_capture = nullptr;
    struct Waiting {
        QSize size;  ///< of the camera's frames
        Taken taken;
    };
    /// Those whose still has not come; the first is being taken.
    std::deque<Waiting> m_waiting;
    bool m_taking = false;
    int m_taken = 0;
    std::shared_ptr<std::atomic<qint64>> m_number = std::make_shared<std::atomic<qint64>>(0);
};

/// `1920 × 1080, 30 a second`; each size once, with its most frames a second, the largest first.
std::vector<QCameraFormat> formatsOf(const QCameraDevice& device);
QString formatWords(const QCameraFormat& format);

}  // namespace chayan::ui
