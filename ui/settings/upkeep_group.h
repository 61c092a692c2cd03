#pragma once

#include "core/services/upkeep.h"
#include "core/store/copy_store.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// Whether everything is as it was recorded, and when it was last copied elsewhere.
class UpkeepGroup : public QWidget {
    Q_OBJECT
  public:
    explicit UpkeepGroup(Desk& desk);

    void read();
    void check();
    /// Into a new folder within this one.
    void backUpInto(const QString& parent);

  private:
    void show(const store::CheckReport& report);
    void chooseBackup();
    void showAge(const services::BackupAge& age);

    Desk& m_desk;
    Mark* m_age;
    QPushButton* m_check;
    QPushButton* m_backUp;
    Notice* m_notice;
    QVBoxLayout* m_found;
};

/// How old the last backup is, in words.
QString wordsOf(const services::BackupAge& age);

}  // namespace chayan::ui
