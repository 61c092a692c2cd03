#pragma once

#include "ui/shell/desk.h"
#include "ui/widgets/controls.h"

#include <QElapsedTimer>
#include <QTimer>

namespace chayan::ui {

/// The line at the foot: who is at work and for how long, where it is saved, and the long work.
class StatusStrip : public QWidget {
    Q_OBJECT
  public:
    StatusStrip(Desk& desk, const QKeySequence& lockKey);

  Q_SIGNALS:
    void lockAsked();
    void backupAsked();
    /// Once after unlocking, where a backup is due.
    void reminded(const QString& words);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void refresh();
    void readBackup(bool remind);

    Desk& m_desk;
    QLabel* m_officer;
    QLabel* m_store;
    QToolButton* m_backup;
    QTimer m_minute;
    QElapsedTimer m_unlocked;
};

}  // namespace chayan::ui
