#pragma once

#include "ui/widgets/notice.h"

#include <QLineEdit>

namespace chayan::ui {

/// Stands before sealed fields: what they are, and the reason that is recorded before they are shown.
class SealedGate : public QWidget {
    Q_OBJECT
  public:
    /// `fields` names what is behind it.
    explicit SealedGate(const QStringList& fields);

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
};

}  // namespace chayan::ui
