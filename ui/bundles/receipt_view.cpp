#include "ui/bundles/receipt_view.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

ReceiptView::ReceiptView(Desk& desk)
    : m_desk(desk),
      m_title(label({}, Size::Title, true)),
      m_notice(new Notice),
      m_ask(new QWidget),
      m_words(columnOf(metrics::inside)) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(m_title);
    column->addWidget(m_notice);
    auto* ask = columnOf(metrics::inside);
    m_ask->setLayout(ask);
    ask->addWidget(label(
        tr("Whoever signed this receipt is not known here. Choose the receiver's certificate that came by "
           "another way than the receipt.")));
    auto* row = rowOf();
    auto* choose = button(tr("Choose the certificate …"), u"folder");
    row->addWidget(choose);
    row->addStretch(1);
    ask->addLayout(row);
    column->addWidget(m_ask);
    column->addLayout(m_words);
    column->addStretch(1);
    m_ask->hide();
    connect(choose, &QPushButton::clicked, this, &ReceiptView::chooseCertificate);
}

void ReceiptView::take(const QString& file) {
    m_file = file;
    m_title->setText(tr("Receipt: %1").arg(QFileInfo(file).fileName()));
    run({});
}

void ReceiptView::takeWith(const QString& certificateFile) {
    run(certificateFile);
}

void ReceiptView::run(const QString& certificateFile) {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return m_notice->set(signer.error(), m_desk.texts());
    m_taken = false;
    m_notice->dismiss();
    m_ask->hide();
    clear(m_words);
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, file = m_file,
         certificateFile]() -> Result<services::ReceivedReceipt> {
            CHAYAN_TRY(const QByteArray bytes, readFile(file, limits::smallMemberBytes));
            std::optional<crypto::Certificate> certificate;
            if (!certificateFile.isEmpty()) {
                CHAYAN_TRY(const QByteArray pem, readFile(certificateFile, limits::certificateBytes));
                CHAYAN_TRY(certificate, crypto::Certificate::fromPem(pem));
            }
            return services::takeReceipt(office->store(), signer, bytes, file, certificate);
        },
        [this, file = m_file](const Result<services::ReceivedReceipt>& done) {
            if (m_file != file)
                return;
            if (!done) {
                m_ask->setVisible(done.error().kind == ErrorKind::Untrusted);
                return m_notice->set(done.error(), m_desk.texts());
            }
            m_taken = true;
            show(*done);
            for (const auto& [dossier, heads] : done->receipt.heads)
                m_desk.session.noteChange(dossier);  // it counts as received now
            Q_EMIT taken();
        });
}

void ReceiptView::show(const services::ReceivedReceipt& received) {
    const crypto::OfficerName& who = received.receiver.officer();
    m_words->addWidget(new Mark(
        u"received", Ink::Received,
        received.alreadyThere ? tr("This receipt was taken in before.") : tr("The receipt is in your log.")));
    m_words->addWidget(label(tr("%1 (%2) received the bundle by %3 and found it intact.")
                                 .arg(who.name, who.agency, longTime(received.receipt.at))));
    if (received.isForOurBundle)
        m_words->addWidget(label(tr("It was sent from here; the visits in it count as received now.")));
    else
        m_words->addWidget(label(
            tr("No bundle that this store let out is meant by it. It still proves that what it saw existed "
               "then.")));
}

void ReceiptView::chooseCertificate() {
    auto* dialog = new QFileDialog(this, tr("The receiver's certificate, received by another way"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ReceiptView::takeWith);
    dialog->open();
}

}  // namespace chayan::ui
