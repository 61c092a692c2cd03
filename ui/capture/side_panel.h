#pragma once

#include "ui/shell/desk.h"

#include <QVBoxLayout>
#include <QWidget>

namespace chayan::ui {

/// A column beside the gallery by which photographs come in: a title, a cross and Escape that end it, and
/// what a window has no room for scrolls. It ends when the office locks, and when another place is gone to:
/// nothing comes in by a way that is not in sight.
class SidePanel : public QWidget {
    Q_OBJECT
  public:
    /// Ends what it is for and hides it.
    virtual void close() = 0;

  Q_SIGNALS:
    /// It came in sight, or went.
    void toggled(bool on);

  protected:
    /// `ending`: what the cross does, in words.
    SidePanel(Desk& desk, const QString& title, const QString& ending);
    /// What stands below the title.
    QVBoxLayout* column() const { return m_column; }

    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QVBoxLayout* m_column;
};

}  // namespace chayan::ui
