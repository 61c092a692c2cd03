#pragma once

#include "ui/shell/desk.h"
#include "ui/start/officer_form.h"
#include "ui/start/open_office.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// The first run: who the officer is, and the passphrase; or the folder of a store that is there
/// already, or of a backup.
class StartPage : public QWidget {
    Q_OBJECT
  public:
    StartPage(Desk& desk, const QString& folder);

    /// While the store is being looked for.
    void opening();
    /// There is none, or it cannot be opened.
    void missing(const Error& error);

    /// Opens the demonstration in this folder, made first where it is not there.
    void showDemo(const QString& folder);
    /// Makes the store from a backup.
    void restore(const QString& backup);

  private:
    void chooseBackup();
    QWidget* makeForm();
    void judge();
    void found();
    void openOther();
    void open(const QString& folder);

    Desk& m_desk;
    QString m_folder;
    QLabel* m_wait;
    QWidget* m_form = nullptr;
    OfficerForm* m_officer = nullptr;
    QPushButton* m_make = nullptr;
    Notice* m_notice = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_demo = nullptr;
};

}  // namespace chayan::ui
