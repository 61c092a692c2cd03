#pragma once

#include "ui/visits/photo_model.h"

#include <QImage>
#include <QWidget>

namespace chayan::ui {

/// One photograph, large: a preview at once that sharpens, its codes outlined; zoom, pan and turn without
/// touching the original.
class PictureView : public QWidget {
    Q_OBJECT
  public:
    explicit PictureView(Desk& desk);

    /// `preview` is what is at hand.
    void show(const Photo& photo, const QImage& preview);
    void fit();
    void actualSize();
    void turn();

  Q_SIGNALS:
    void closed();
    /// By how many photographs to go on.
    void stepped(int by);
    void drawAsked();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QTransform toScreen() const;
    double fitScale() const;
    void zoomBy(double factor, QPointF around);

    Desk& m_desk;
    std::optional<Photo> m_photo;
    QImage m_image;
    QSize m_size;        ///< of the original, in its own pixels
    double m_zoom = 0;   ///< screen pixels for one of the original; 0 fits
    QPointF m_shift;     ///< of the middle, in screen pixels
    int m_quarters = 0;  ///< turns of 90 degrees
    QPointF m_dragFrom;
};

}  // namespace chayan::ui
