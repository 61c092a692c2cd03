#pragma once

#include "core/services/label_scan.h"
#include "ui/shell/desk.h"
#include "ui/visits/label_canvas.h"
#include "ui/visits/photo_model.h"
#include "ui/widgets/notice.h"

#include <QTimer>

namespace chayan::ui {

/// A picture in the middle, as large as there is room.
class FittedPicture : public QWidget {
    Q_OBJECT
  public:
    explicit FittedPicture(const QString& name);
    void set(const QImage& picture);
    const QImage& picture() const { return m_picture; }
    QSize sizeHint() const override { return {360, 300}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage m_picture;
};

/// The label of a photograph: found, its corners moved where they are not right, and seen as it would be
/// kept. What is kept is a picture of its own that names the photograph.
class LabelView : public QWidget {
    Q_OBJECT
  public:
    explicit LabelView(Desk& desk);

    void begin(const DossierId& dossier, const Photo& photo);
    LabelCanvas* canvas() const { return m_canvas; }
    const QImage& preview() const { return m_preview->picture(); }
    bool isLooking() const { return m_looking; }
    void keep();

  Q_SIGNALS:
    /// Kept, or given up.
    void closed();

  private:
    QLayout* makeBar();
    void look();
    void tell(const Result<services::LabelScan>& scan);
    void proposeCorners();

    Desk& m_desk;
    std::optional<DossierId> m_dossier;
    std::optional<Photo> m_photo;
    LabelCanvas* m_canvas;
    FittedPicture* m_preview;
    QLabel* m_size;
    QPushButton* m_even;
    QPushButton* m_keep;
    Notice* m_notice;
    QTimer m_pause;
    int m_asked = 0;
    bool m_looking = false;
};

}  // namespace chayan::ui
