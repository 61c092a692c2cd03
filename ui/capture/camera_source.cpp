#include "ui/capture/camera_source.h"

#include <QCamera>
#include <QDateTime>
#include <QMediaCaptureSession>
#include <QVideoSink>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

using std::chrono::seconds;

/// Some cameras take seconds to begin.
constexpr seconds patience{6};

}  // namespace

CameraSource::CameraSource(Media& media, QCameraDevice device, QCameraFormat format)
    : m_media(media), m_device(std::move(device)), m_format(std::move(format)) {
    connect(&m_watch, &QTimer::timeout, this, &CameraSource::watch);
}

void CameraSource::start(Take take) {
    m_opened = m_media.host(std::make_unique<QObject>());
    m_media.run([place = m_opened.get(), device = m_device, format = m_format, take = std::move(take),
                 frames = m_frames] {
        // In this order, and closed in this order: Qt 6.4's GStreamer back end links what comes last into a
        // pipeline that runs, and a sink that comes after the camera stops it at its first frame, for good.
        auto* sink = new QVideoSink(place);
        auto* camera = new QCamera(device, place);
        auto* session = new QMediaCaptureSession(place);
        if (!format.isNull())
            camera->setCameraFormat(format);
        session->setVideoSink(sink);
        session->setCamera(camera);
        QObject::connect(
            sink, &QVideoSink::videoFrameChanged, place,
            [take, frames](const QVideoFrame& frame) {
                if (frame.isValid())
                    take({(*frames)++, std::chrono::steady_clock::now(), {}, {}, 0, frame});
            },
            Qt::DirectConnection);
        camera->start();
    });
    m_watch.start(patience);
}

void CameraSource::watch() {
    const qint64 frames = *m_frames;
    const bool isSilent = frames == std::exchange(m_framesBefore, frames);
    if (isSilent && !std::exchange(m_isSilent, isSilent))
        Q_EMIT failed(tr("The camera does not answer: %1").arg(m_device.description()),
                      tr("Another program may hold it. What was taken is kept. Close the other program or "
                         "connect the camera again, or take frames from elsewhere."),
                      {});
    m_isSilent = isSilent;
}

Still CameraSource::still(const CapturedFrame& shown) const {
    const bool isJpeg = m_format.pixelFormat() == QVideoFrameFormat::Format_Jpeg;
    const QString name = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    Still still =
        losslessStill(shown, name + u".png"_s,
                      isJpeg ? u"frame of a camera, which delivers image/jpeg"_s : u"frame of a camera"_s);
    still.origin = u"captured"_s;
    still.device = m_device.description();
    return still;
}

}  // namespace chayan::ui
