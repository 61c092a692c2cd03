#pragma once

#include "ui/capture/beeper.h"
#include "ui/capture/live_eye.h"
#include "ui/capture/live_preview.h"
#include "ui/capture/meter_view.h"
#include "ui/capture/source_bar.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QStackedWidget>

#include <map>

namespace chayan::ui {

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

    /// Takes what is looked at.
    void shoot();
    /// The next ten stills, or no more where a burst is under way.
    void burst();
    static constexpr int burstStills = 10;

    /// A still that taken() told of is durable, or could not be saved.
    void stillEnded(bool saved);

    SourceBar* sources() const { return m_sources; }
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
    QLayout* makeBar();
    QWidget* makeSide();
    QLayout* makeActions();
    void start(FrameSource* source);
    void showNone();
    void showFrame(const ShownFrame& frame);
    void showRead(const ReadFrame& frame);
    void showStills();

    Desk& m_desk;
    SourceBar* m_sources;
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

    std::unique_ptr<LiveEye> m_eye;
    std::unique_ptr<Beeper> m_beeper;
    bool m_isSilent = false;  ///< the source said that no frames come
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
