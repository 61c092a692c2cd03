#pragma once

#include "core/services/receipts.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// A receipt that came home: taken into the log where its signer is known, else after his certificate is
/// shown; then which bundle arrived, when and with whom.
class ReceiptView : public QWidget {
    Q_OBJECT
  public:
    explicit ReceiptView(Desk& desk);

    void take(const QString& file);
    /// Again, with the receiver's certificate that came by another way.
    void takeWith(const QString& certificateFile);
    /// Whether the one last given is in the log.
    bool isTaken() const { return m_taken; }

  Q_SIGNALS:
    void taken();

  private:
    void run(const QString& certificateFile);
    void show(const services::ReceivedReceipt& receipt);
    void chooseCertificate();

    Desk& m_desk;
    QString m_file;
    bool m_taken = false;
    QLabel* m_title;
    Notice* m_notice;
    QWidget* m_ask;
    QVBoxLayout* m_words;
};

}  // namespace chayan::ui
