#include "ui/visits/sealed_gate.h"

#include "core/services/opened_dossier.h"
#include "ui/style/metrics.h"

namespace chayan::ui {

SealedGate::SealedGate(const QStringList& fields)
    : m_reason(new QLineEdit), m_show(button(tr("Show and fill in"), u"eye")), m_notice(new Notice) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    auto* head = rowOf();
    head->addWidget(new IconLabel(u"lock", Ink::Quiet), 0, Qt::AlignTop);
    head->addWidget(label(tr("Sealed: %1. It is encrypted, and goes along with a bundle only if you leave it "
                             "in. Who looks at it, when and why is recorded.")
                              .arg(fields.join(tr(", ")))),
                    1);
    column->addLayout(head);
    auto* row = rowOf();
    m_reason->setPlaceholderText(tr("Reason, as it is recorded: filling in, calling back …"));
    m_reason->setAccessibleName(tr("Reason to look at what is sealed"));
    row->addWidget(m_reason, 1);
    row->addWidget(m_show);
    column->addLayout(row);
    column->addWidget(m_notice);
    const auto ask = [this] {
        if (!reason().isEmpty())
            Q_EMIT asked(reason());
    };
    connect(m_reason, &QLineEdit::textChanged, this, [this] { setWaiting(false); });
    connect(m_reason, &QLineEdit::returnPressed, this, ask);
    connect(m_show, &QPushButton::clicked, this, ask);
    setWaiting(false);
}

void SealedGate::read(Desk& desk, const DossierId& dossier, QStringView list, const QString& reason,
                      std::function<void(const domain::Dossier&)> then) {
    const auto signer = desk.session.office()->signer();
    if (!signer)
        return setProblem(signer.error(), desk.texts());
    setWaiting(true);
    desk.lanes.run(
        Lane::Saving, this,
        [office = desk.session.office(), signer = *signer, dossier, list, reason] {
            return services::openSealed(*office, signer, dossier, list, reason);
        },
        [this, &desk, sitting = m_sitting, then = std::move(then)](const Result<domain::Dossier>& opened) {
            if (sitting != m_sitting)
                return;
            setWaiting(false);
            if (!opened)
                return setProblem(opened.error(), desk.texts());
            hide();
            then(*opened);
        });
}

void SealedGate::setProblem(const Error& error, const text::Texts& texts) {
    m_notice->set(error, texts);
}

void SealedGate::reset() {
    ++m_sitting;
    m_reason->clear();
    m_notice->dismiss();
    show();
}

}  // namespace chayan::ui
