#pragma once

#include "ui/capture/cameras.h"
#include "ui/capture/frame_source.h"
#include "ui/widgets/controls.h"

#include <QComboBox>

namespace chayan::ui {

class Media;
class VideoSource;

/// Chooses what the live picture comes from: a camera in one of its sizes, a folder of pictures or a video
/// file.
class SourceBar : public QWidget {
    Q_OBJECT
  public:
    explicit SourceBar(Media& media);
    ~SourceBar() override;

    /// Looks for cameras, and starts the one used last.
    void begin();
    /// Stops, and forgets what was in use.
    void end();
    /// Stops until resume().
    void suspend();
    void resume();

    void useCamera(int index);
    /// `rate` as FolderSource has it.
    void useFolder(const QString& folder, double rate);
    void useVideo(const QString& file);
    /// Pauses the video, or goes on.
    void togglePause();

    /// What is in use; null while there is nothing.
    FrameSource* source() const { return m_source.get(); }

  public Q_SLOTS:
    void chooseFolder();

  Q_SIGNALS:
    /// To be started.
    void chosen(chayan::ui::FrameSource* source);
    /// What was in use is no more.
    void stopped();
    void unplugged();
    void closed();

  private:
    void makeButtons(QHBoxLayout* bar);
    void chooseVideo();
    void chooseRate(int index);
    void camerasChanged(const QList<QCameraDevice>& cameras);
    void use(std::unique_ptr<FrameSource> source, std::function<void()> again);
    void stop();
    void list();
    void showRates(const QStringList& words, int current);

    Media& m_media;
    QComboBox* m_sources;
    QComboBox* m_rate;
    QPushButton* m_pause;

    QList<QCameraDevice> m_cameras;
    int m_camera = -1;      ///< in m_cameras; -1 for another source
    QString m_otherSource;  ///< folder or video file in use
    bool m_isFolder = false;
    std::unique_ptr<FrameSource> m_source;
    VideoSource* m_video = nullptr;  ///< m_source, where it is one
    std::function<void()> m_again;   ///< starts the same source anew
    bool m_begun = false;
    bool m_suspended = false;
};

}  // namespace chayan::ui
