#pragma once

#include "core/eye/labelled.h"

#include <QImage>
#include <QTransform>
#include <QWidget>

namespace chayan::ui {

/// A photograph with the outline of its label, whose corners are pulled by the mouse or moved by keys: 1 to 4
/// choose one, arrows move it by a pixel of the screen, with Shift by ten.
class LabelCanvas : public QWidget {
    Q_OBJECT
  public:
    LabelCanvas();

    /// `pixels`: of the upright original, of which the picture may be a smaller copy.
    void setPicture(const QImage& picture);
    void setCorners(const eye::LabelCorners& corners, QSize pixels);
    void clear();
    bool hasPicture() const { return !m_picture.isNull(); }
    /// In pixels of the original.
    const std::optional<eye::LabelCorners>& corners() const { return m_corners; }
    /// The next corner becomes the label's own top left.
    void turn();
    /// Where a corner stands on the screen.
    QPointF placeOf(std::size_t corner) const;

  Q_SIGNALS:
    /// A corner was moved by hand.
    void changed();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    /// From pixels of the original.
    QTransform toScreen() const;
    void move(std::size_t corner, QPointF screen);

    QImage m_picture;
    QSize m_pixels;
    std::optional<eye::LabelCorners> m_corners;
    std::size_t m_chosen = 0;
    bool m_pulling = false;
    bool m_moved = false;
    QPointF m_grip;  ///< from the pointer to the corner that it pulls
};

}  // namespace chayan::ui
