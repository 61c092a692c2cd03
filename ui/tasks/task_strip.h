#pragma once

#include "ui/tasks/tasks.h"
#include "ui/widgets/controls.h"

#include <QFrame>
#include <QProgressBar>
#include <QTimer>

namespace chayan::ui {

/// The long work under way: what it is, how far, on what, the time left, and a way to cancel it.
class TaskStrip : public QWidget {
    Q_OBJECT
  public:
    explicit TaskStrip(Tasks& tasks);

  private:
    void show(Task* task);
    void refresh();

    Tasks& m_tasks;
    QLabel* m_title;
    QProgressBar* m_bar;
    QLabel* m_left;
    QToolButton* m_cancel;
    Task* m_shown = nullptr;
};

/// A quiet word at the edge of the window that a task has ended, with a way to what it made.
class Toast : public QFrame {
    Q_OBJECT
  public:
    explicit Toast(QWidget* window);
    void say(const QString& line, const std::function<void()>& showResult = {});

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void place();
    QLabel* m_line;
    QPushButton* m_show;
    QTimer m_gone;
    std::function<void()> m_result;
};

}  // namespace chayan::ui
