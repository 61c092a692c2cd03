#include "ui/bundles/taking_in.h"

#include "core/base/safe_file.h"
#include "ui/style/metrics.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

QString amountOf(const services::Amount& amount) {
    return QStringList{
        TakingIn::tr("%n dossier(s)", nullptr, static_cast<int>(amount.dossiers)),
        TakingIn::tr("%n entries", nullptr, static_cast<int>(amount.entries)),
        TakingIn::tr("%n photograph(s) or other original(s)", nullptr, static_cast<int>(amount.originals))}
        .join(u" · "_s);
}

}  // namespace

TakingIn::TakingIn(Desk& desk, const QString& file, bool trusted)
    : m_desk(desk),
      m_file(file),
      m_trusted(trusted),
      m_column(columnOf(metrics::inside)),
      m_take(trusted ? primaryButton(tr("Take it into the records"), u"import")
                     : button(tr("Take it in all the same"), u"import")),
      m_notice(new Notice) {
    setLayout(m_column);
    m_column->addWidget(label(tr("Take it in"), Size::Normal, true));
    m_column->addWidget(hairline());
    m_column->addWidget(label(
        trusted ? tr("What is in it then stands among your records, under the names of those who wrote it.")
                : tr("You can take it in before the key is known. Nobody has confirmed then that it "
                     "comes from the office it names.")));
    auto* row = rowOf();
    row->addWidget(m_take);
    row->addStretch(1);
    m_column->addLayout(row);
    m_column->addWidget(m_notice);
    connect(m_take, &QPushButton::clicked, this, &TakingIn::take);
}

void TakingIn::take() {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return m_notice->set(signer.error(), m_desk.texts());
    m_notice->dismiss();
    m_take->setEnabled(false);
    const QString name = QFileInfo(m_file).fileName();
    m_desk.tasks.start(
        tr("Taking in %1").arg(name), this,
        [office = m_desk.session.office(), signer = *signer, file = m_file,
         accept = !m_trusted](const Progress& progress) {
            return services::importBundle(office->store(), signer, {file, accept}, progress);
        },
        [this, name](Result<services::Imported> imported) -> Outcome {
            m_take->setEnabled(true);
            if (!imported) {
                if (imported.error().kind != ErrorKind::Cancelled)
                    m_notice->set(imported.error(), m_desk.texts());
                return {};
            }
            if (imported->refusal) {
                m_notice->set(*imported->refusal, m_desk.texts());
                return {};
            }
            m_take->hide();
            const bool news = imported->imported.entries > 0;
            show(std::move(*imported));
            if (news)
                m_desk.session.noteArrival();
            return {tr("%1 is taken in").arg(name)};
        });
}

void TakingIn::show(services::Imported imported) {
    auto* head = rowOf();
    head->addWidget(new IconLabel(u"saved", Ink::Text), 0, Qt::AlignTop);
    const bool news = imported.imported.entries > 0;
    head->addWidget(
        label(news ? tr("It is in the records.") : tr("All of it was here already."), Size::Normal, true), 1);
    m_column->addLayout(head);
    if (news)
        m_column->addWidget(label(tr("New here: %1").arg(amountOf(imported.imported))));
    if (imported.alreadyThere.entries > 0)
        m_column->addWidget(label(tr("Known before: %1").arg(amountOf(imported.alreadyThere))));
    if (imported.conflicts > 0) {
        auto* conflicts = new Notice;
        conflicts->set(tr("%n value(s) were set differently here and there.", nullptr,
                          static_cast<int>(imported.conflicts)),
                       tr("Both are kept. Open the visit and choose under Disagreements which one holds."));
        m_column->addWidget(conflicts);
    }
    for (const store::Fork& fork : imported.forks) {
        auto* forked = new Notice;
        forked->set(
            tr("A log exists in two versions that differ from entry %1 on at the latest.").arg(fork.seq),
            tr("Both are kept. Ask the office whether a laptop was copied or restored."), fork.log.hex());
        m_column->addWidget(forked);
    }
    if (imported.ownLogWasBehind) {
        auto* behind = new Notice;
        behind->set(tr("This store had been further once than it was today."),
                    tr("It seems to have been restored or copied. It goes on in a new log."));
        m_column->addWidget(behind);
    }
    auto* row = rowOf();
    QString first;
    if (imported.report.statement) {
        for (const auto& dossier : imported.report.statement->dossiers)
            if (first.isEmpty() && dossier.kind == u"visit")
                first = dossier.id.text();
    }
    if (!first.isEmpty()) {
        auto* open = primaryButton(tr("Open what came"), u"visits");
        row->addWidget(open);
        connect(open, &QPushButton::clicked, this, [this, first] { Q_EMIT openAsked(first); });
    }
    m_receipt = std::move(imported.receipt);
    if (m_receipt) {
        auto* receipt = button(tr("Save the receipt for the sender …"), u"received");
        row->addWidget(receipt);
        connect(receipt, &QPushButton::clicked, this, &TakingIn::saveReceipt);
    }
    row->addStretch(1);
    m_column->addLayout(row);
}

void TakingIn::saveReceipt() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(this, tr("Where the receipt goes"), folder);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(m_file).completeBaseName() + u".receipt.json"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_desk.lanes.run(
            Lane::Saving, this,
            [path, receipt = *m_receipt]() -> Status {
                CHAYAN_TRY(const QByteArray bytes, canonical(ledger::toJson(receipt)));
                return writeFileDurably(path, view(bytes));
            },
            [this](const Status& done) {
                if (!done)
                    m_notice->set(done.error(), m_desk.texts());
            });
    });
    dialog->open();
}

}  // namespace chayan::ui
