#pragma once

#include "ui/widgets/controls.h"

#include <QFrame>
#include <QLineEdit>
#include <QListWidget>

#include <functional>

namespace chayan::ui {

/// One line of the palette.
struct Command {
    QString text;
    QIcon icon;
    QKeySequence key;
    std::function<void()> run;
};

/// Ctrl+K: one field for everything, to go to, to do and to find. Not a dialog; Escape and a click elsewhere
/// close it.
class CommandPalette : public QFrame {
    Q_OBJECT
  public:
    explicit CommandPalette(QWidget* window);
    /// `find` searches the store for what was typed; without one the palette does not offer it.
    void ask(std::vector<Command> commands, std::function<void(const QString&)> find);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void filter();
    void runCurrent();
    void place();

    QLineEdit* m_text;
    QListWidget* m_list;
    std::vector<Command> m_commands;
    std::function<void(const QString&)> m_find;
};

}  // namespace chayan::ui
