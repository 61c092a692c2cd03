#pragma once

#include "core/crypto/certificate.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

#include <QLineEdit>

namespace chayan::ui {

/// How much of a fingerprint, as its holder reads it out, is compared: 20 hex digits, 80 bits.
inline constexpr int comparedDigits = 20;
/// Whether digits that were read out, with whatever between them, begin the fingerprint.
bool agrees(const QString& readOut, const Digest& fingerprint);

/// Whether a key that is not known shall count from now on. It can only be answered with yes by comparing the
/// fingerprint with its holder: with what he reads out, or with his certificate that came by another way.
class TrustDecision : public QWidget {
    Q_OBJECT
  public:
    TrustDecision(Desk& desk, const crypto::Certificate& certificate);

  Q_SIGNALS:
    void decided();

  private:
    void judge();
    void chooseCertificate();
    void compareWith(const QString& file);
    void decide();

    Desk& m_desk;
    crypto::Certificate m_certificate;
    QLineEdit* m_readOut;
    QLabel* m_hint;
    QPushButton* m_trust;
    Notice* m_notice;
};

}  // namespace chayan::ui
