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
    /// Its codes as they are known now.
    void setCodes(const std::vector<domain::ScannedCode>& codes);
    void fit();
    void actualSize();
    void turn();

    /// Whether the next pull of the mouse draws a box instead of moving the picture.
    void setBoxing(bool boxing);

    /// What of the picture is seen, the same for pictures of any size.
    struct Place {
        double zoom = 1;              ///< times as large as where it fits
        QPointF middle = {0.5, 0.5};  ///< what is in the middle of the view, in parts of the picture
    };
    Place place() const;
    void setPlace(const Place& place);

  Q_SIGNALS:
    /// Somebody zoomed or moved it.
    void placed();
    void focused();
    /// A box was drawn, in pixels of the upright picture and within it.
    void boxed(QRect box);

  protected:
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QTransform toScreen() const;
    double scale() const { return m_zoom > 0 ? m_zoom : fitScale(); }
    double fitScale() const;
    void moved();
    const QImage& imageFor(double pixels) const;
    void zoomBy(double factor, QPointF around);

    Desk& m_desk;
    std::optional<Photo> m_photo;
    /// The same picture in smaller and smaller sizes, the largest first.
    std::vector<QImage> m_images;
    QSize m_size;        ///< of the original, in its own pixels
    double m_zoom = 0;   ///< screen pixels for one of the original; 0 fits
    QPointF m_shift;     ///< of the middle, in screen pixels
    int m_quarters = 0;  ///< turns of 90 degrees
    QPointF m_dragFrom;
    bool m_boxing = false;
    std::optional<QRectF> m_box;  ///< being drawn, on the screen
};

}  // namespace chayan::ui
