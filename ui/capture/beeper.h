#pragma once

#include <QObject>
#include <QThread>

namespace chayan::ui {

/// The short sound of a read. The sound system is opened on a thread of its own, since that may take long, or
/// fail, which is no reason to trouble anybody.
class Beeper : public QObject {
    Q_OBJECT
  public:
    Beeper();
    ~Beeper() override;
    void beep();

  private:
    QThread m_thread;
    QObject* m_player;  // lives on the thread
};

}  // namespace chayan::ui
