#pragma once

#include "ui/capture/beeper.h"
#include "ui/capture/live_eye.h"
#include "ui/capture/live_preview.h"
#include "ui/capture/meter_view.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QCameraDevice>
#include <QComboBox>
#include <QStackedWidget>

#include <map>

class QMediaDevices;

namespace chayan::ui {

class VideoSource;

/// Live capture: a camera, a folder of pictures or a video file as a live picture, with the codes in sight,
/// focus and light, and a shutter. Nothing of Qt Multimedia is opened before begin().
class CaptureView : public QWidget {
    Q_OBJECT
  public:
    explicit CaptureView(Desk& desk);
    ~CaptureView() override;

    /// Looks for cameras, and starts the one used last.
    void begin();
    /// Stops the live picture; what was taken is saved all the same.
    void end();

    void useCamera(int index);
    /// `rate` as FolderSource has it.
    void useFolder(const QString& folder, double rate);
    void useVideo(const QString& file);

    /// Takes what is looked at.
    void shoot();
    /// The next ten stills, or no more where a burst is under way.
    void burst();
    static constexpr int burstStills = 10;

    /// A still that taken() told of is durable, or could not be saved.
    void stillEnded(bool saved);

    LivePreview* preview() const { return m_preview; }
    MeterView* meter() const { return m_meter; }
    Notice* notice() const { return m_notice; }
    /// The frame that is shown, -1 while there is none.
    qint64 shownNumber() const { return m_shown ? m_shown->number : -1; }
    int savedStills() const { return m_saved; }

  Q_SIGNALS:
    /// To be stored; stillEnded() wants to hear of it.
    void taken(const chayan::ui::Still& still);
    void closed();
    /// For whoever measures: when frame and reading had arrived here.
    void frameShown(qint64 number);
    void frameRead(const chayan::ui::ReadFrame& frame);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    /// What was found out of the GUI thread.
    struct Found {
        QList<QCameraDevice> cameras;
        Result<QString> scratch;
    };
    QLayout* makeBar();
    QWidget* makeSide();
    QLayout* makeActions();
    void look();
    void take(Found found);
    void listSources();
    void chooseFolder();
    void chooseVideo();
    void useSource(std::unique_ptr<FrameSource> source, std::function<void()> again);
    void stopSource();
    void showRates(const QStringList& words, int current);
    void showFrame(const ShownFrame& frame);
    void showRead(const ReadFrame& frame);
    void showStills();
    void camerasChanged();

    Desk& m_desk;
    QComboBox* m_source;
    QComboBox* m_rate;
    QPushButton* m_pause;
    QToolButton* m_sound;
    Notice* m_notice;
    QStackedWidget* m_stage;
    LivePreview* m_preview;
    EmptyState* m_none;
    MeterView* m_meter;
    QPushButton* m_shutter;
    QPushButton* m_burst;
    QLabel* m_stills;
    QVBoxLayout* m_codes;
    QLabel* m_noCodes;

    QMediaDevices* m_devices = nullptr;
    QList<QCameraDevice> m_cameras;
    QString m_scratch;
    int m_camera = -1;      ///< in m_cameras; -1 for another source
    QString m_otherSource;  ///< folder or video file in use
    bool m_isFolder = false;
    std::unique_ptr<FrameSource> m_frames;
    VideoSource* m_video = nullptr;  ///< m_frames, where it is one
    std::unique_ptr<LiveEye> m_eye;
    std::unique_ptr<Beeper> m_beeper;
    std::function<void()> m_again;  ///< starts the same source anew
    bool m_suspended = false;
    bool m_begun = false;

    std::optional<CapturedFrame> m_shown;
    qint64 m_lastTaken = -1;
    int m_burstLeft = 0;
    bool m_held = false;
    int m_saving = 0;
    int m_saved = 0;
    std::map<QString, QWidget*> m_told;
};

}  // namespace chayan::ui
