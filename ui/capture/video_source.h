#pragma once

#include "ui/capture/frame_source.h"
#include "ui/capture/media.h"

class QMediaPlayer;

namespace chayan::ui {

/// A video file as a camera. Qt Multimedia's back end decodes it within this program, on threads of its own.
class VideoSource : public FrameSource {
    Q_OBJECT
  public:
    VideoSource(Media& media, QString file);
    ~VideoSource() override;

    void start(Take take) override;
    Still still(const CapturedFrame& shown) const override;
    bool isPaused() const { return !m_isPlaying; }
    /// From the start again where it has ended.
    void setPaused(bool paused);

  private:
    class Player;

    Media& m_media;
    QString m_file;
    std::shared_ptr<Player> m_player;
    bool m_isPlaying = false;
};

}  // namespace chayan::ui
