#include "ui/capture/video_source.h"

#include "ui/capture/frame_pixels.h"

#include <QFileInfo>
#include <QMediaPlayer>
#include <QUrl>
#include <QVideoSink>

using namespace Qt::StringLiterals;

namespace chayan::ui {

VideoSource::~VideoSource() {
    if (m_player != nullptr) {
        m_sink->disconnect(this);
        m_player->stop();
        m_player->setVideoSink(nullptr);
    }
}

void VideoSource::start(Take take) {
    m_sink = new QVideoSink(this);
    m_player = new QMediaPlayer(this);
    m_player->setVideoSink(m_sink);
    // On whatever thread decodes: the frame goes on as it is.
    connect(
        m_sink, &QVideoSink::videoFrameChanged, this,
        [take = std::move(take), number = m_number](const QVideoFrame& frame) {
            if (frame.isValid())
                take({(*number)++, std::chrono::steady_clock::now(), {}, {}, 0, frame});
        },
        Qt::DirectConnection);
    connect(m_player, &QMediaPlayer::errorOccurred, this, [this](QMediaPlayer::Error, const QString& why) {
        Q_EMIT failed(tr("The video cannot be played."),
                      tr("It may need a decoder that this computer does not have. What was taken is kept."),
                      why);
    });
    connect(m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::EndOfMedia)
            Q_EMIT ended();
    });
    m_player->setSource(QUrl::fromLocalFile(m_file));
    m_player->play();
}

bool VideoSource::isPaused() const {
    return m_player != nullptr && m_player->playbackState() != QMediaPlayer::PlayingState;
}

void VideoSource::setPaused(bool paused) {
    if (m_player == nullptr)
        return;
    if (paused)
        m_player->pause();
    else
        m_player->play();
}

void VideoSource::takeStill(const CapturedFrame& shown, Taken taken) {
    constexpr double second = 1e6;
    const qint64 us = shown.video.startTime() >= 0 ? shown.video.startTime() : m_player->position() * 1000;
    const QString at = QString::number(static_cast<double>(us) / second, 'f', 3);
    Still still;
    still.origin = u"imported"_s;
    still.method = u"frame of a video at %1 s; image/png, lossless; %2x%3"_s.arg(at)
                       .arg(shown.video.width())
                       .arg(shown.video.height());
    still.name = u"%1 %2 s.png"_s.arg(QFileInfo(m_file).completeBaseName(), at);
    still.file = [shown, at](const QString& scratch) -> Result<QString> {
        const QString file = u"%1/%2 %3.png"_s.arg(scratch).arg(shown.number).arg(at);
        const QImage picture = pictureOf(shown.video);
        if (picture.isNull() || !picture.save(file, "PNG"))
            return fail(ErrorKind::Io, file, u"the frame could not be written"_s);
        return file;
    };
    taken(std::move(still));
}

}  // namespace chayan::ui
