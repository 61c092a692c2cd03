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

enum View { Home, Busy, Report, Export };

}  // namespace

BundlesPage::BundlesPage(Desk& desk)
    : m_desk(desk),
      m_stack(new QStackedWidget),
      m_busyWords(quietLabel({})),
      m_notice(new Notice),
      m_export(new ExportView(desk)),
      m_report(new ReportView(desk)),
      m_reportArea(scrolling(m_report)) {
    auto* column = columnOf(0);
    setLayout(column);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    auto* home =
        new EmptyState(u"bundles",
                       tr("Drop a bundle anywhere in this window to see whether it is intact and who signed "
                          "it. To hand a visit over, open it and choose Hand over."),
                       tr("Choose a bundle …"), openKey);
    m_home = home;
    m_reportArea->setFocusPolicy(Qt::StrongFocus);  // so that keys scroll it
    m_reportArea->setAccessibleName(tr("Report"));
    m_busyWords->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_home);
    m_stack->addWidget(m_busyWords);
    m_stack->addWidget(m_reportArea);
    m_stack->addWidget(scrolling(m_export));
    auto* action = new QAction(icon(u"bundles"), tr("Verify a bundle"), this);
    action->setShortcut(openKey);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, &BundlesPage::choose);
    connect(home, &EmptyState::chosen, this, &BundlesPage::choose);
    connect(m_report, &ReportView::anotherAsked, this, &BundlesPage::choose);
    connect(m_report, &ReportView::trustChanged, this, [this] { verify(m_opened); });
    connect(m_report, &ReportView::dossierAsked, this,
            [this](const QString& dossier) { Q_EMIT go(u"visits"_s, dossier); });
    connect(m_export, &ExportView::written, this, &BundlesPage::open);
}

void BundlesPage::open(const QString& what) {
    m_notice->dismiss();
    m_opened = what;
    if (const auto dossier = DossierId::fromText(what)) {
        m_export->show(*dossier);
        m_stack->setCurrentIndex(Export);
        return;
    }
    verify(what);
}

void BundlesPage::choose() {
    auto* dialog = new QFileDialog(this, tr("Verify a bundle"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Evidence bundles (*.zip)"), tr("All files (*)")});
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
                m_stack->setCurrentIndex(Home);
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
