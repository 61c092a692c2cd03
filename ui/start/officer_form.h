#pragma once

#include "core/crypto/certificate.h"
#include "ui/widgets/controls.h"

#include <QLineEdit>

namespace chayan::ui {

/// Who an officer is, and the passphrase of his key, with an honest word on its strength.
class OfficerForm : public QWidget {
    Q_OBJECT
  public:
    OfficerForm();

    /// Everything is filled in and the passphrases agree.
    bool isComplete() const;
    crypto::OfficerName name() const;
    QByteArray passphrase() const { return m_passphrase->text().toUtf8(); }
    void clear();
    void clearPassphrase();
    void focusFirst() { m_name->setFocus(); }

  Q_SIGNALS:
    void changed();

  private:
    QLineEdit* field(QBoxLayout* column, const QString& caption, const QString& hint);
    void judge();

    QLineEdit* m_name;
    QLineEdit* m_badge;
    QLineEdit* m_agency;
    QLineEdit* m_division;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    QLabel* m_strength;
};

}  // namespace chayan::ui
