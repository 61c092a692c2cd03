#pragma once

#include "ui/capture/sightings.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace chayan::ui {

/// The live picture, as large as fits, with codes outlined where they were read, and an edge that flashes.
class LivePreview : public QWidget {
    Q_OBJECT
  public:
    LivePreview();

    void show(const QImage& image);
    void clear();
    const QImage& image() const { return m_image; }
    Sightings& sightings() { return m_sightings; }
    /// Something was read, or taken: seen from the corner of the eye.
    void flash();
    /// In which size of pixels it shows a picture at most.
    QSize pixels() const { return size() * devicePixelRatioF(); }

  Q_SIGNALS:
    void resized();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QRectF place() const;

    QImage m_image;
    Sightings m_sightings;
    QTimer m_fading;
    Sightings::Moment m_shownAt;
    Sightings::Moment m_flashed;
};

}  // namespace chayan::ui
