#pragma once

#include "core/domain/dossier.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QLineEdit>

#include <functional>

namespace chayan::ui {

/// Stands before sealed fields: what they are, and the reason that is recorded before they are shown.
class SealedGate : public QWidget {
    Q_OBJECT
  public:
    /// `fields` names what is behind it.
    explicit SealedGate(const QStringList& fields);

    /// Records that what is sealed in a dossier's form, or with `list` not empty in the items of that list,
    /// is looked at for this reason, and reads it. `then` gets the dossier unless the gate was reset
    /// meanwhile.
    void read(Desk& desk, const DossierId& dossier, QStringView list, const QString& reason,
              std::function<void(const domain::Dossier&)> then);
    void setProblem(const Error& error, const text::Texts& texts);
    void setWaiting(bool waiting) { m_show->setEnabled(!waiting && !reason().isEmpty()); }
    QString reason() const { return m_reason->text().trimmed(); }
    /// As before anybody asked.
    void reset();

  Q_SIGNALS:
    void asked(const QString& reason);

  private:
    QLineEdit* m_reason;
    QPushButton* m_show;
    Notice* m_notice;
    int m_sitting = 0;  ///< counts resets
};

}  // namespace chayan::ui
