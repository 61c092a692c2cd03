#pragma once

#include <QImage>
#include <QWidget>

namespace chayan::ui {

/// The QR code of a text, a pixel a module, with its quiet zone; null for a text that fits none. Drawn by
/// libqrencode, level M.
QImage qrCode(const QString& text);

/// Shows one, black on white in every theme, since cameras expect it so. Its modules are whole pixels.
class QrView : public QWidget {
    Q_OBJECT
  public:
    explicit QrView(int side);
    void set(const QString& text);
    QSize sizeHint() const override { return {m_side, m_side}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int m_side;
    QImage m_code;
};

}  // namespace chayan::ui
