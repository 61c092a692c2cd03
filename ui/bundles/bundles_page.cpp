#include "ui/bundles/bundles_page.h"

#include "core/text/terms.h"
#include "ui/style/metrics.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QScrollBar>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

const QKeySequence openKey(u"Ctrl+O"_s);

const QKeySequence trafficKey(u"Ctrl+H"_s);

enum View { Traffic, Busy, Report, Export, Receipt };

}  // namespace

BundlesPage::BundlesPage(Desk& desk)
    : m_desk(desk),
      m_stack(new QStackedWidget),
      m_traffic(new TrafficView(desk)),
      m_busyWords(quietLabel({})),
      m_notice(new Notice),
      m_export(new ExportView(desk)),
      m_report(new ReportView(desk)),
      m_receipt(new ReceiptView(desk)),
      m_reportArea(scrolling(m_report)) {
    auto* column = columnOf(0);
    setLayout(column);
    auto* top = rowOf();
    top->setContentsMargins(metrics::inside, metrics::inside, metrics::inside, 0);
    m_back = toolButton(u"back", tr("What was sent and received"), trafficKey);
    m_back->setText(tr("What was sent and received"));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->hide();
    top->addWidget(m_back);
    top->addStretch(1);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    connect(m_back, &QToolButton::clicked, this, &BundlesPage::showTraffic);
    connect(m_stack, &QStackedWidget::currentChanged, this,
            [this](int view) { m_back->setVisible(view != Traffic); });
    m_reportArea->setFocusPolicy(Qt::StrongFocus);  // so that keys scroll it
    m_reportArea->setAccessibleName(tr("Report"));
    m_busyWords->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_traffic);
    m_stack->addWidget(m_busyWords);
    m_stack->addWidget(m_reportArea);
    m_stack->addWidget(scrolling(m_export));
    m_stack->addWidget(scrolling(m_receipt));
    addCommand(tr("Verify a bundle"), openKey, u"bundles", &BundlesPage::choose);
    addCommand(tr("What was sent and received"), trafficKey, u"history", &BundlesPage::showTraffic);
    connect(m_traffic, &TrafficView::chooseAsked, this, &BundlesPage::choose);
    connect(m_traffic, &TrafficView::bundleAsked, this, &BundlesPage::open);
    connect(m_traffic, &TrafficView::dossierAsked, this,
            [this](const QString& dossier) { Q_EMIT go(u"visits"_s, dossier); });
    connect(m_report, &ReportView::anotherAsked, this, &BundlesPage::choose);
    connect(m_report, &ReportView::trustChanged, this, [this] { verify(m_opened); });
    connect(m_report, &ReportView::dossierAsked, this,
            [this](const QString& dossier) { Q_EMIT go(u"visits"_s, dossier); });
    connect(m_export, &ExportView::written, this, &BundlesPage::open);
}

void BundlesPage::addCommand(const QString& text, const QKeySequence& key, QStringView iconName,
                             void (BundlesPage::*run)()) {
    auto* action = new QAction(icon(iconName), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, run);
}

void BundlesPage::shown() {
    m_traffic->read();
}

void BundlesPage::showTraffic() {
    m_opened.clear();
    m_notice->dismiss();
    m_traffic->read();
    m_stack->setCurrentIndex(Traffic);
}

void BundlesPage::open(const QString& what) {
    m_notice->dismiss();
    m_opened = what;
    if (const auto dossier = DossierId::fromText(what)) {
        m_export->show(*dossier);
        m_stack->setCurrentIndex(Export);
        return;
    }
    if (what.endsWith(u".json"_s, Qt::CaseInsensitive)) {
        m_receipt->take(what);
        m_stack->setCurrentIndex(Receipt);
        return;
    }
    if (!what.isEmpty())
        verify(what);
}

void BundlesPage::choose() {
    auto* dialog = new QFileDialog(this, tr("Verify a bundle"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Evidence bundles and receipts (*.zip *.json)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &BundlesPage::open);
    dialog->open();
}

void BundlesPage::verify(const QString& file) {
    const QString name = QFileInfo(file).fileName();
    m_verdict.clear();
    m_busyWords->setText(tr("Verifying %1 …").arg(name));
    m_stack->setCurrentIndex(Busy);
    m_desk.tasks.start(
        tr("Verifying %1").arg(name), this,
        [office = m_desk.session.office(), file](const Progress& progress) -> Result<JudgedBundle> {
            CHAYAN_TRY(store::Database database, office->store().reader());
            CHAYAN_TRY(const store::TrustBook book, store::TrustBook::load(database));
            CHAYAN_TRY(bundle::VerifiedBundle bundle, bundle::openBundle(file, progress));
            CHAYAN_TRY(services::Judgement judgement, services::judge(bundle, book, &database));
            return JudgedBundle{file, std::move(bundle.report), std::move(judgement)};
        },
        [this, file](const Result<JudgedBundle>& judged) -> Outcome {
            if (m_opened != file)
                return {};
            if (!judged) {
                m_stack->setCurrentIndex(Traffic);
                if (judged.error().kind != ErrorKind::Cancelled)
                    m_notice->set(judged.error(), m_desk.texts());
                return {};
            }
            m_verdict = judged->judgement.verdict;
            m_report->show(*judged);
            m_stack->setCurrentIndex(Report);
            m_reportArea->setFocus();  // the verdict comes first, not the button at the end
            m_reportArea->verticalScrollBar()->setValue(0);
            return {};
        });
}

}  // namespace chayan::ui
