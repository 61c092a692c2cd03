#pragma once

#include "ui/widgets/controls.h"

#include <QAction>
#include <QFrame>

namespace chayan::ui {

/// F1: what this place is for, and its keys. Not a dialog; Escape, F1 and a click elsewhere close it.
class HelpPanel : public QFrame {
    Q_OBJECT
  public:
    explicit HelpPanel(QWidget* window);
    void tell(const QString& title, const QString& words, const QList<QAction*>& commands);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void place();
    QVBoxLayout* m_column;
};

}  // namespace chayan::ui
