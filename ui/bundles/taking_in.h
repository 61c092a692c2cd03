#pragma once

#include "core/services/receiving.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// Taking a verified bundle into the records, and what became of it: what is new, what was here, what
/// disagrees; the receipt for the sender; the way to what came.
class TakingIn : public QWidget {
    Q_OBJECT
  public:
    /// `trusted`: every key behind it counts here; otherwise the officer has to say that it shall come all
    /// the same.
    TakingIn(Desk& desk, const QString& file, bool trusted);

  Q_SIGNALS:
    void openAsked(const QString& dossier);

  private:
    void take();
    void show(services::Imported imported);
    void saveReceipt();

    Desk& m_desk;
    QString m_file;
    bool m_trusted;
    QVBoxLayout* m_column;
    QPushButton* m_take;
    Notice* m_notice;
    std::optional<ledger::SignedObject> m_receipt;
};

}  // namespace chayan::ui
