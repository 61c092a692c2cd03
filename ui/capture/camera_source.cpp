#include "ui/capture/camera_source.h"

#include <QCamera>
#include <QDateTime>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QVideoSink>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace chayan::ui {

CameraSource::CameraSource(QCameraDevice device, QCameraFormat format, QString scratch)
    : m_device(std::move(device)), m_format(std::move(format)), m_scratch(std::move(scratch)) {}

CameraSource::~CameraSource() {
    if (m_camera == nullptr)
        return;
    m_sink->disconnect(this);
    m_camera->disconnect(this);
    m_camera->stop();
}

void CameraSource::start(Take take) {
    m_session = new QMediaCaptureSession(this);
    m_camera = new QCamera(m_device, this);
    m_sink = new QVideoSink(this);
    m_capture = new QImageCapture(this);
    if (!m_format.isNull())
        m_camera->setCameraFormat(m_format);
    // As it comes: no other size, and the least loss where it must be encoded at all.
    m_capture->setQuality(QImageCapture::VeryHighQuality);
    m_capture->setFileFormat(QImageCapture::JPEG);
    m_session->setCamera(m_camera);
    m_session->setVideoSink(m_sink);
    m_session->setImageCapture(m_capture);
    connect(
        m_sink, &QVideoSink::videoFrameChanged, this,
        [take = std::move(take), number = m_number](const QVideoFrame& frame) {
            if (frame.isValid())
                take({(*number)++, std::chrono::steady_clock::now(), {}, {}, 0, frame});
        },
        Qt::DirectConnection);
    connect(m_camera, &QCamera::errorOccurred, this, [this](QCamera::Error error, const QString& why) {
        if (error != QCamera::NoError)
            fail(why);
    });
    connect(m_capture, &QImageCapture::imageSaved, this, [this](int, const QString& file) {
        if (m_waiting.empty())
            return;
        const auto [size, taken] = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_taking = false;
        Still still;
        still.origin = u"captured"_s;
        still.device = m_device.description();
        still.method = u"camera interface; image/jpeg, encoded by it"_s;
        if (!size.isEmpty())
            still.method += u"; %1x%2"_s.arg(size.width()).arg(size.height());
        still.name = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s) + u".jpg"_s;
        still.file = [file](const QString&) -> Result<QString> { return file; };
        taken(std::move(still));
        takeNext();
    });
    connect(m_capture, &QImageCapture::errorOccurred, this,
            [this](int, QImageCapture::Error, const QString& why) {
                if (m_waiting.empty())
                    return;
                const Taken taken = std::move(m_waiting.front().taken);
                m_waiting.pop_front();
                m_taking = false;
                taken(chayan::fail(ErrorKind::Io, m_device.description(), why));
                takeNext();
            });
    connect(m_capture, &QImageCapture::readyForCaptureChanged, this, &CameraSource::takeNext);
    m_camera->start();
}

void CameraSource::fail(const QString& why) {
    Q_EMIT failed(tr("The camera does not answer: %1").arg(m_device.description()),
                  tr("What was taken is kept. Connect the camera again, or take frames from elsewhere."),
                  why);
}

void CameraSource::takeStill(const CapturedFrame& shown, Taken taken) {
    if (m_capture == nullptr)
        return;
    m_waiting.push_back({shown.video.size(), std::move(taken)});
    takeNext();
}

void CameraSource::takeNext() {
    if (m_taking || m_waiting.empty() || !m_capture->isReadyForCapture())
        return;
    m_taking = true;
    m_capture->captureToFile(u"%1/still-%2.jpg"_s.arg(m_scratch).arg(++m_taken));
}

std::vector<QCameraFormat> formatsOf(const QCameraDevice& device) {
    std::vector<QCameraFormat> formats;
    for (const QCameraFormat& format : device.videoFormats()) {
        const auto same = std::ranges::find(formats, format.resolution(), &QCameraFormat::resolution);
        if (same == formats.end())
            formats.push_back(format);
        else if (same->maxFrameRate() < format.maxFrameRate())
            *same = format;
    }
    std::ranges::stable_sort(formats, std::ranges::greater(), [](const QCameraFormat& format) {
        return qint64{format.resolution().width()} * format.resolution().height();
    });
    return formats;
}

QString formatWords(const QCameraFormat& format) {
    return CameraSource::tr("%1 × %2, %3 a second")
        .arg(format.resolution().width())
        .arg(format.resolution().height())
        .arg(std::lround(format.maxFrameRate()));
}

}  // namespace chayan::ui
