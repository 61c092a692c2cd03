#include "ui/capture/video_source.h"

#include <QFileInfo>
#include <QMediaPlayer>
#include <QUrl>
#include <QVideoSink>

using namespace Qt::StringLiterals;

namespace chayan::ui {

/// Lives on the media thread.
class VideoSource::Player : public QObject {
    Q_OBJECT
  public:
    void play(const QString& file, const Take& take) {
        m_player = new QMediaPlayer(this);
        auto* sink = new QVideoSink(this);
        m_player->setVideoSink(sink);
        // The frame goes on as it is.
        connect(
            sink, &QVideoSink::videoFrameChanged, this,
            [this, take](const QVideoFrame& frame) {
                constexpr qint64 usInMs = 1000;
                const qint64 us = frame.startTime() >= 0 ? frame.startTime() : m_player->position() * usInMs;
                if (frame.isValid())
                    take({m_number++, std::chrono::steady_clock::now(), {}, {}, 0, frame, us});
            },
            Qt::DirectConnection);
        connect(m_player, &QMediaPlayer::errorOccurred, this,
                [this](QMediaPlayer::Error, const QString& why) { Q_EMIT failed(why); });
        connect(m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
            if (status == QMediaPlayer::EndOfMedia)
                Q_EMIT ended();
        });
        m_player->setSource(QUrl::fromLocalFile(file));
        m_player->play();
    }
    void setPaused(bool paused) {
        if (paused)
            m_player->pause();
        else
            m_player->play();
    }

  Q_SIGNALS:
    void failed(const QString& why);
    void ended();

  private:
    QMediaPlayer* m_player = nullptr;
    qint64 m_number = 0;
};

VideoSource::VideoSource(Media& media, QString file) : m_media(media), m_file(std::move(file)) {}

VideoSource::~VideoSource() = default;

void VideoSource::start(Take take) {
    m_player = m_media.host(std::make_unique<Player>());
    connect(m_player.get(), &Player::failed, this, [this](const QString& why) {
        Q_EMIT failed(tr("The video cannot be played."),
                      tr("It may need a decoder that this computer does not have. What was taken is kept."),
                      why);
    });
    connect(m_player.get(), &Player::ended, this, [this] {
        m_isPlaying = false;
        Q_EMIT ended();
    });
    m_isPlaying = true;
    m_media.run(
        [player = m_player.get(), file = m_file, take = std::move(take)] { player->play(file, take); });
}

void VideoSource::setPaused(bool paused) {
    if (!m_player)
        return;
    m_isPlaying = !paused;
    m_media.run([player = m_player.get(), paused] { player->setPaused(paused); });
}

Still VideoSource::still(const CapturedFrame& shown) const {
    constexpr double second = 1e6;
    const QString at = QString::number(static_cast<double>(shown.us) / second, 'f', 3);
    Still still = losslessStill(shown, u"%1 %2 s.png"_s.arg(QFileInfo(m_file).completeBaseName(), at),
                                u"frame of a video at %1 s"_s.arg(at));
    still.origin = u"imported"_s;
    return still;
}

}  // namespace chayan::ui

#include "video_source.moc"
