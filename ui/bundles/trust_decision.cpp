#include "ui/bundles/trust_decision.h"

#include "core/base/limits.h"
#include "core/base/safe_file.h"
#include "core/services/trust.h"
#include "ui/style/metrics.h"

#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

QString digitsOf(const QString& readOut) {
    QString digits;
    for (const QChar c : readOut.toLower()) {
        if ((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'))
            digits += c;
    }
    return digits;
}

}  // namespace

bool agrees(const QString& readOut, const Digest& fingerprint) {
    const QString digits = digitsOf(readOut);
    return digits.size() >= comparedDigits && fingerprint.hex().startsWith(digits);
}

TrustDecision::TrustDecision(Desk& desk, const crypto::Certificate& certificate)
    : m_desk(desk),
      m_certificate(certificate),
      m_readOut(new QLineEdit),
      m_hint(quietLabel({}, Size::Small)),
      m_trust(button(tr("Trust this key"), u"trust")),
      m_notice(new Notice) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(label(
        tr("Ask %1 in person or by phone to read out the fingerprint, and type what you hear: the first %2 "
           "digits or more. Do not copy it from above.")
            .arg(certificate.officer().name)
            .arg(comparedDigits)));
    m_readOut->setFont(codeFont());
    m_readOut->setAccessibleName(tr("Fingerprint as it was read out"));
    column->addWidget(m_readOut);
    column->addWidget(m_hint);
    auto* row = rowOf();
    auto* file = button(tr("Compare with a certificate …"), u"folder");
    row->addWidget(m_trust);
    row->addWidget(file);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_notice);
    connect(m_readOut, &QLineEdit::textChanged, this, &TrustDecision::judge);
    connect(m_trust, &QPushButton::clicked, this, &TrustDecision::decide);
    connect(file, &QPushButton::clicked, this, &TrustDecision::chooseCertificate);
    judge();
}

void TrustDecision::judge() {
    const QString digits = digitsOf(m_readOut->text());
    const QString whole = m_certificate.fingerprint().hex();
    const bool same = agrees(m_readOut->text(), m_certificate.fingerprint());
    m_trust->setEnabled(same);
    if (same)
        m_hint->setText(tr("It is the same. From now on this officer's signatures count here."));
    else if (whole.startsWith(digits))
        m_hint->setText(
            tr("%n digit(s) more", nullptr, std::max(1, comparedDigits - static_cast<int>(digits.size()))));
    else
        m_hint->setText(tr("It differs. If nothing was misheard, the bundle is not from this officer."));
}

void TrustDecision::chooseCertificate() {
    auto* dialog = new QFileDialog(this, tr("The officer's certificate, received by another way"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &TrustDecision::compareWith);
    dialog->open();
}

void TrustDecision::compareWith(const QString& file) {
    m_desk.lanes.run(
        Lane::Reading, this,
        [file]() -> Result<crypto::Certificate> {
            CHAYAN_TRY(const QByteArray pem, readFile(file, limits::certificateBytes));
            auto certificate = crypto::Certificate::fromPem(pem);
            if (!certificate)
                return fail(certificate.error().kind, file, certificate.error().detail);
            return certificate;
        },
        [this](const Result<crypto::Certificate>& given) {
            if (!given)
                return m_notice->set(given.error(), m_desk.texts());
            m_notice->dismiss();
            m_readOut->setText(given->fingerprint().hex());
        });
}

void TrustDecision::decide() {
    const auto signer = m_desk.session.office()->signer();
    if (!signer || !agrees(m_readOut->text(), m_certificate.fingerprint()))
        return;
    m_trust->setEnabled(false);
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, certificate = m_certificate] {
            return services::trust(office->store(), signer, certificate);
        },
        [this](const Status& done) {
            judge();
            if (!done)
                return m_notice->set(done.error(), m_desk.texts());
            Q_EMIT decided();
        });
}

}  // namespace chayan::ui
