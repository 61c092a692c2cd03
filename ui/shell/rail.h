#pragma once

#include "ui/pages.h"
#include "ui/widgets/controls.h"

namespace chayan::ui {

/// The places at the left edge.
class Rail : public QWidget {
    Q_OBJECT
  public:
    explicit Rail(const std::vector<PageRow>& rows);
    void setCurrent(int index);

  Q_SIGNALS:
    void chosen(int index);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<QToolButton*> m_buttons;
};

/// The name of a page in the language in force.
QString titleOf(const PageRow& row);
/// Ctrl+1 and so on, by the place in the table.
QKeySequence keyOf(int index);

}  // namespace chayan::ui
