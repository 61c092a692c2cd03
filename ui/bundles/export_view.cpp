#include "ui/bundles/export_view.h"

#include "core/services/handing_over.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

/// A name for the file out of the title: short, and without what file systems refuse.
QString fileName(QString title) {
    static const QRegularExpression refused(u"[\\\\/:*?\"<>|\\x00-\\x1f\\s]+"_s);
    title.replace(refused, u"_"_s);
    constexpr qsizetype longest = 40;
    title = title.left(longest);
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    return (title.isEmpty() ? day : title + u'-' + day) + u".bundle.zip"_s;
}

/// What a stranger types to check the bundle with stock tools; the same lines stand in the README.
QString stockLines(const QString& file) {
    return u"unzip -q '%1' && cd chayan-*\n"
           u"sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt\n"
           u"openssl cms -verify -binary -inform DER -in signature/tagmanifest-sha256.txt.p7s \\\n"
           u"  -content tagmanifest-sha256.txt -CAfile OFFICER.pem \\\n"
           u"  -partial_chain -no_check_time -out /dev/null"_s.arg(QFileInfo(file).fileName());
}

}  // namespace

ExportView::ExportView(Desk& desk)
    : m_desk(desk),
      m_title(label({}, Size::Title, true)),
      m_contents(label({})),
      m_disclosed(label({})),
      m_redact(new QCheckBox(tr("Keep back what is sealed: who complained, names of files"))),
      m_path(new QLineEdit),
      m_write(primaryButton(tr("Write the bundle"), u"seal")),
      m_notice(new Notice) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    column->addWidget(m_title);
    column->addWidget(label(tr("What goes in"), Size::Normal, true));
    column->addWidget(hairline());
    column->addWidget(m_contents);
    column->addWidget(m_redact);
    column->addWidget(m_disclosed);
    column->addSpacing(metrics::inside);
    column->addWidget(label(tr("For whom"), Size::Normal, true));
    column->addWidget(hairline());
    m_recipient = field(column, tr("Receiver, as the bundle says (may stay empty)"));
    m_purpose = field(column, tr("Purpose, as the bundle says (may stay empty)"));
    column->addSpacing(metrics::inside);
    column->addWidget(label(tr("Where it goes"), Size::Normal, true));
    column->addWidget(hairline());
    auto* where = rowOf();
    m_path->setAccessibleName(tr("File of the bundle"));
    auto* choose = button(tr("Choose …"), u"folder");
    where->addWidget(m_path, 1);
    where->addWidget(choose);
    column->addLayout(where);
    column->addWidget(quietLabel(
        tr("One file that anyone can check, with or without Chayan. Your key signs it."), Size::Small));
    auto* row = rowOf();
    row->addWidget(m_write);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_notice);
    m_done = makeDone();
    column->addWidget(m_done);
    column->addStretch(1);
    connect(m_redact, &QCheckBox::toggled, this, &ExportView::sayDisclosed);
    connect(choose, &QPushButton::clicked, this, &ExportView::choose);
    connect(m_write, &QPushButton::clicked, this, &ExportView::write);
}

QLineEdit* ExportView::field(QBoxLayout* column, const QString& caption) {
    auto* made = new QLineEdit;
    made->setAccessibleName(caption);
    auto* words = quietLabel(caption, Size::Small);
    words->setBuddy(made);
    column->addWidget(words);
    column->addWidget(made);
    return made;
}

QWidget* ExportView::makeDone() {
    auto* done = new QWidget;
    auto* column = columnOf(metrics::inside);
    done->setLayout(column);
    auto* head = rowOf();
    head->addWidget(new IconLabel(u"saved", Ink::Text), 0, Qt::AlignTop);
    m_doneWords = label({}, Size::Normal, true);
    head->addWidget(m_doneWords, 1);
    column->addLayout(head);
    m_digest = codeLabel({});
    column->addWidget(
        quietLabel(tr("SHA-256 of the file; tell it to the receiver on another way"), Size::Small));
    column->addWidget(m_digest);
    auto* buttons = rowOf();
    auto* folder = button(tr("Show in folder"), u"folder");
    auto* verify = button(tr("Verify it"), u"trust");
    buttons->addWidget(folder);
    buttons->addWidget(verify);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addSpacing(metrics::inside);
    auto* stock = rowOf();
    stock->addWidget(label(tr("To check it without Chayan"), Size::Normal, true), 1);
    auto* copy = toolButton(u"copy", tr("Copy these lines"));
    stock->addWidget(copy);
    column->addLayout(stock);
    m_lines = new QPlainTextEdit;
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setFont(codeFont(Size::Small));
    m_lines->setAccessibleName(tr("Commands that check the bundle"));
    m_lines->setFixedHeight(7 * QFontMetrics(codeFont(Size::Small)).lineSpacing() + 12);
    column->addWidget(m_lines);
    column->addWidget(
        quietLabel(tr("OFFICER.pem is your certificate; it lies beside your records as officer.pem. Give "
                      "it to the receiver on another way than the bundle."),
                   Size::Small));
    connect(folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file).absolutePath())); });
    connect(verify, &QPushButton::clicked, this, [this] { Q_EMIT written(m_file); });
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_lines->toPlainText()); });
    done->hide();
    return done;
}

void ExportView::show(const DossierId& dossier) {
    m_dossier = dossier;
    m_done->hide();
    m_notice->dismiss();
    m_write->setEnabled(false);
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), dossier] { return services::openDossier(*office, dossier); },
        [this, dossier](const Result<services::OpenedDossier>& opened) {
            if (m_dossier != dossier)
                return;
            if (!opened)
                return m_notice->set(opened.error(), m_desk.texts());
            describe(*opened);
            m_write->setEnabled(true);
        });
}

void ExportView::describe(const services::OpenedDossier& opened) {
    const domain::Dossier& dossier = opened.dossier;
    const QString title = dossier.value(u"title");
    m_title->setText(tr("Hand over: %1").arg(title.isEmpty() ? tr("Untitled visit") : title));
    m_contents->setText(
        QStringList{tr("%n entries", nullptr, static_cast<int>(dossier.history.size())),
                    tr("%n photograph(s)", nullptr, static_cast<int>(dossier.list(u"originals").size())),
                    tr("the proofs that they stand in your log")}
            .join(u" · "_s));
    m_hasSealed = std::ranges::any_of(dossier.history, [](const domain::Event& event) {
        return std::holds_alternative<domain::SealedSet>(event.body);
    });
    m_redact->setVisible(m_hasSealed);
    sayDisclosed();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(QDir::toNativeSeparators(folder + u'/' + fileName(title)));
}

void ExportView::sayDisclosed() {
    m_disclosed->setText(m_hasSealed && m_redact->isChecked()
                             ? tr("Whoever gets the file can read all but what is sealed.")
                             : tr("Whoever gets the file can read all of it."));
}

void ExportView::choose() {
    auto* dialog =
        new QFileDialog(this, tr("Where the bundle goes"), QFileInfo(m_path->text()).absolutePath());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Evidence bundles (*.bundle.zip)"));
    dialog->selectFile(QFileInfo(m_path->text()).fileName());
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // nothing is ever overwritten
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void ExportView::write() {
    const auto signer = m_desk.session.office()->signer();
    const QString path = m_path->text().trimmed();
    if (!m_dossier || !signer || path.isEmpty() || !m_write->isEnabled())
        return;
    m_notice->dismiss();
    m_done->hide();
    m_write->setEnabled(false);
    services::HandOver what{.dossiers = {*m_dossier}, .out = path};
    what.redact = m_redact->isChecked();
    what.recipient = m_recipient->text().trimmed();
    what.purpose = m_purpose->text().trimmed();
    what.program = u"chayan "_s + QCoreApplication::applicationVersion();
    m_desk.tasks.start(
        tr("Writing %1").arg(QFileInfo(path).fileName()), this,
        [office = m_desk.session.office(), signer = *signer, what](const Progress& progress) {
            return services::handOver(office->store(), signer, what, SystemClock().read().utc, progress);
        },
        [this, path, id = *m_dossier](const Result<services::HandedOver>& exported) -> Outcome {
            m_write->setEnabled(true);
            if (!exported) {
                if (exported.error().kind != ErrorKind::Cancelled)
                    m_notice->set(exported.error(), m_desk.texts());
                return {};
            }
            m_file = path;
            m_doneWords->setText(tr("%1 is written: %2")
                                     .arg(QFileInfo(path).fileName(),
                                          QLocale().formattedDataSize(exported->file.bytes, 1,
                                                                      QLocale::DataSizeTraditionalFormat)));
            m_digest->setText(exported->file.sha256.hex());
            m_lines->setPlainText(stockLines(path));
            m_done->setVisible(m_dossier == id);
            m_desk.session.noteChange(id);  // it counts as sent now
            return {tr("The bundle is written"), [path] {
                        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
                    }};
        });
}

}  // namespace chayan::ui
