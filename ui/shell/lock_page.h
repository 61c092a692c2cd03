#pragma once

#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QComboBox>
#include <QLineEdit>

namespace chayan::ui {

/// Stands before everything while no officer is at work: who, and the passphrase.
class LockPage : public QWidget {
    Q_OBJECT
  public:
    explicit LockPage(Desk& desk);
    /// Brings the officers up to date and the cursor to the passphrase.
    void arrive();

  private:
    void unlock();
    void tellRecovery(const store::Recovery& recovery);

    Desk& m_desk;
    QLabel* m_who;
    QComboBox* m_officers;
    QLineEdit* m_passphrase;
    QPushButton* m_unlock;
    Notice* m_notice;
    Notice* m_recovered;
    Notice* m_demo;
    bool m_told = false;  ///< once is enough
};

}  // namespace chayan::ui
