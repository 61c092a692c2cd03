#pragma once

#include "ui/capture/frame_source.h"

#include <atomic>

class QMediaPlayer;
class QVideoSink;

namespace chayan::ui {

/// A video file as a camera. Qt Multimedia's back end decodes it within this program, on threads of its own.
class VideoSource : public FrameSource {
    Q_OBJECT
  public:
    explicit VideoSource(QString file) : m_file(std::move(file)) {}
    ~VideoSource() override;

    void start(Take take) override;
    void takeStill(const CapturedFrame& shown, Taken taken) override;
    bool isPaused() const;
    /// From the start again where it has ended.
    void setPaused(bool paused);

  private:
    QString m_file;
    QMediaPlayer* m_player = nullptr;
    QVideoSink* m_sink = nullptr;
    std::shared_ptr<std::atomic<qint64>> m_number = std::make_shared<std::atomic<qint64>>(0);
};

}  // namespace chayan::ui
