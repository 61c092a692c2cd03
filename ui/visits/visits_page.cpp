#include "ui/visits/visits_page.h"

#include "core/services/visits.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QAction>
#include <QDateTime>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

const QKeySequence newKey(u"Ctrl+N"_s);
const QKeySequence handOverKey(u"Ctrl+E"_s);
const QKeySequence findKey(u"Ctrl+F"_s);
const QKeySequence referencesKey(u"Ctrl+Shift+R"_s);
/// Before the id of a reference that is to be shown.
constexpr QStringView referencePrefix = u"reference ";
constexpr int findPauseMs = 150;

}  // namespace

VisitsPage::VisitsPage(Desk& desk)
    : m_desk(desk), m_model(new VisitListModel(desk, this)), m_visit(new VisitView(desk)) {
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(makeList());
    split->addWidget(makeStack());
    split->addWidget(m_visit->inspector());
    split->setStretchFactor(1, 1);
    split->setSizes({280, 700, 260});
    auto* column = columnOf(0);
    setLayout(column);
    column->addWidget(split);
    addCommands();
    connect(&desk.session, &Session::stateChanged, this, [this] {
        if (m_desk.session.state() != Session::State::Unlocked)
            m_stale = true;
    });
    connect(&desk.session, &Session::arrived, this, [this] {
        m_model->reload();
        m_visit->reload();
    });
    connect(&desk.session, &Session::dossierChanged, this, [this](const DossierId& id) {
        m_model->refresh(id);
        if (m_visit->opened() == id)
            m_visit->reload();
    });
    connect(photos(), &PhotosView::wantsRoom, this, [this](bool on) {
        QWidget* inspector = m_visit->inspector();
        if (on == !m_listPane->isVisibleTo(this))
            return;
        if (on)
            m_inspecting = inspector->isVisibleTo(this);
        m_listPane->setVisible(!on);
        inspector->setVisible(!on && m_inspecting);
    });
    connect(m_visit, &VisitView::shown, this, &VisitsPage::showStack);
    connect(m_visit, &VisitView::handOverAsked, this, &VisitsPage::handOver);
}

QWidget* VisitsPage::makeList() {
    auto* pane = m_listPane = new QWidget;
    pane->setMinimumWidth(200);
    auto* column = columnOf(0);
    pane->setLayout(column);
    auto* head = rowOf();
    head->setContentsMargins(14, metrics::inside, metrics::inside, metrics::inside);
    head->addWidget(label(tr("Visits"), Size::Normal, true), 1);
    auto* genuine = toolButton(u"reference", tr("Genuine references"), referencesKey);
    head->addWidget(genuine);
    connect(genuine, &QToolButton::clicked, this, [this] { showReferences(); });
    auto* add = toolButton(u"add", tr("New visit"), newKey);
    head->addWidget(add);
    column->addLayout(head);
    auto* finding = rowOf();
    finding->setContentsMargins(14, 0, metrics::inside, metrics::inside);
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find in visits"));
    m_find->setAccessibleName(tr("Find in visits"));
    m_find->setToolTip(withKey(tr("Find in visits"), findKey));
    m_find->setClearButtonEnabled(true);
    finding->addWidget(m_find);
    column->addLayout(finding);
    column->addWidget(hairline());
    m_none = quietLabel(tr("In no visit. Every word must occur; sealed values are never found."));
    m_none->setContentsMargins(14, metrics::inside, 14, metrics::inside);
    m_none->hide();
    column->addWidget(m_none);
    m_findPause.setSingleShot(true);
    m_findPause.setInterval(findPauseMs);
    connect(m_find, &QLineEdit::textChanged, this, [this] { m_findPause.start(); });
    connect(&m_findPause, &QTimer::timeout, this, [this] { m_model->setText(m_find->text().trimmed()); });
    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new VisitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Visits"));
    column->addWidget(m_list, 1);
    connect(add, &QToolButton::clicked, this, &VisitsPage::createVisit);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid() && m_visit->opened() != m_model->line(now.row()).id)
                    open(m_model->line(now.row()).id.text());
            });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& now) {
        if (m_inReferences)  // the one that stood open before is no change
            open(m_model->line(now.row()).id.text());
    });
    connect(m_model, &VisitListModel::failed, this,
            [this](const Error& error) { m_visit->notice()->set(error, m_desk.texts()); });
    connect(m_model, &VisitListModel::loaded, this, [this] {
        m_none->setVisible(m_model->rowCount() == 0 && !m_model->text().isEmpty());
        const auto& opened = m_visit->opened();
        if (!opened && m_model->rowCount() > 0)
            return open(m_model->line(0).id.text());
        if (const int row = opened ? m_model->rowOf(*opened) : -1; row >= 0)
            m_list->setCurrentIndex(m_model->index(row));
        showStack();
    });
    return pane;
}

QWidget* VisitsPage::makeStack() {
    m_stack = new QStackedWidget;
    m_stack->setMinimumWidth(320);
    auto* empty = new EmptyState(u"visits",
                                 tr("A visit holds what you saw on site: the record, the goods, the "
                                    "photographs. Each field is saved as you leave it."),
                                 tr("New visit"), newKey);
    m_stack->addWidget(new QWidget);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_visit);
    m_references = new ReferencesView(m_desk, ReferencesView::Purpose::Manage);
    m_stack->addWidget(m_references);
    connect(m_references, &ReferencesView::handOverAsked, this,
            [this](const DossierId& id) { Q_EMIT go(u"bundles"_s, id.text()); });
    connect(m_references, &ReferencesView::closed, this, [this] {
        leaveReferences();
        showStack();
        m_list->setFocus();
    });
    connect(empty, &EmptyState::chosen, this, &VisitsPage::createVisit);
    return m_stack;
}

void VisitsPage::addCommand(const QString& text, const QKeySequence& key, QStringView iconName,
                            std::function<void()> run) {
    auto* action = new QAction(icon(iconName), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    addAction(action);
}

void VisitsPage::addCommands() {
    const auto inPhotos = [this](void (PhotosView::*act)()) {
        return [this, act] {
            if (!m_visit->opened())
                return;
            showTab(VisitView::PhotosTab);
            (photos()->*act)();
        };
    };
    const auto tab = [this](int tab) { return [this, tab] { showTab(tab); }; };
    addCommand(tr("New visit"), newKey, u"add", [this] { createVisit(); });
    addCommand(tr("Find in visits"), findKey, u"search", [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    addCommand(tr("Add photographs"), QKeySequence(u"Ctrl+Shift+O"_s), u"photo",
               inPhotos(&PhotosView::choose));
    addCommand(tr("Take photographs with a camera"), QKeySequence(u"Ctrl+Shift+C"_s), u"capture",
               inPhotos(&PhotosView::capture));
    addCommand(tr("Photograph with a phone"), QKeySequence(u"Ctrl+Shift+P"_s), u"phone",
               inPhotos(&PhotosView::takeFromPhone));
    addCommand(tr("Take photographs from a camera or a card"), QKeySequence(u"Ctrl+Shift+D"_s), u"card",
               inPhotos(&PhotosView::takeFromDevice));
    addCommand(tr("Paste a photograph"), QKeySequence(u"Ctrl+Shift+V"_s), u"copy",
               inPhotos(&PhotosView::paste));
    addCommand(tr("Scan the label of a photograph"), QKeySequence(u"Ctrl+Shift+L"_s), u"label",
               inPhotos(&PhotosView::scanLabel));
    addCommand(tr("Compare with a genuine reference"), QKeySequence(u"Ctrl+Shift+G"_s), u"differs",
               inPhotos(&PhotosView::compareWithGenuine));
    addCommand(tr("Keep as a genuine reference"), QKeySequence(u"Ctrl+Shift+K"_s), u"saved",
               inPhotos(&PhotosView::keepAsReference));
    addCommand(tr("Genuine references"), referencesKey, u"reference", [this] { showReferences(); });
    addCommand(tr("Hand over as a bundle"), handOverKey, u"export", [this] { handOver(); });
    addCommand(tr("History of this field"), QKeySequence(u"Alt+H"_s), u"history",
               [this] { m_visit->showFieldHistory(); });
    addCommand(tr("Show the record"), QKeySequence(u"Alt+1"_s), u"visits", tab(VisitView::RecordTab));
    addCommand(tr("Show the people"), QKeySequence(u"Alt+2"_s), u"person", tab(VisitView::PeopleTab));
    addCommand(tr("Show the goods"), QKeySequence(u"Alt+3"_s), u"goods", tab(VisitView::GoodsTab));
    addCommand(tr("Show the photographs"), QKeySequence(u"Alt+4"_s), u"photo", tab(VisitView::PhotosTab));
    addCommand(tr("Show the signatures"), QKeySequence(u"Alt+5"_s), u"seal", tab(VisitView::SignaturesTab));
    addCommand(tr("Show the history"), QKeySequence(u"Alt+6"_s), u"history", tab(VisitView::HistoryTab));
    addCommand(tr("Show what offices set differently"), QKeySequence(u"Alt+7"_s), u"warning",
               tab(VisitView::ConflictsTab));
}

void VisitsPage::shown() {
    if (!isAncestorOf(window()->focusWidget()))
        m_list->setFocus();
    if (!std::exchange(m_stale, false))
        return;
    m_model->reload();
    m_visit->reload();
}

void VisitsPage::showTab(int tab) {
    leaveReferences();
    showStack();
    m_visit->showTab(tab);
}

void VisitsPage::showReferences() {
    if (!std::exchange(m_inReferences, true)) {
        m_inspectedBefore = m_visit->inspector()->isVisibleTo(this);
        m_visit->inspector()->hide();
    }
    m_stack->setCurrentWidget(m_references);
    m_references->begin();
}

void VisitsPage::leaveReferences() {
    if (std::exchange(m_inReferences, false))
        m_visit->inspector()->setVisible(m_inspectedBefore);
}

void VisitsPage::open(const QString& dossier) {
    if (dossier.startsWith(referencePrefix)) {
        showReferences();
        return m_references->select(DossierId::fromText(dossier.sliced(referencePrefix.size())));
    }
    leaveReferences();
    const auto id = DossierId::fromText(dossier);
    if (!id)
        return;
    m_visit->open(*id);
    if (const int row = m_model->rowOf(*id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    showStack();
}

void VisitsPage::showStack() {
    if (m_inReferences)
        return;
    if (m_visit->isRead())
        return m_stack->setCurrentWidget(m_visit);
    const bool none = !m_visit->opened() && m_model->rowCount() == 0 && m_model->text().isEmpty();
    m_stack->setCurrentIndex(none && !m_model->loading() ? 1 : 0);
}

void VisitsPage::createVisit() {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return;
    m_visit->settle();
    const QString now = withZone(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s));
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, now] {
            return services::openVisit(office->store(), signer,
                                       {{u"started_at"_s, now}, {u"status"_s, u"open"_s}});
        },
        [this](const Result<DossierId>& id) {
            if (!id)
                return m_visit->notice()->set(id.error(), m_desk.texts());
            m_find->clear();
            m_visit->beginTyping();
            open(id->text());
            m_desk.session.noteChange(*id);
        });
}

void VisitsPage::handOver() {
    if (!m_visit->opened())
        return;
    m_visit->settle();
    Q_EMIT go(u"bundles"_s, m_visit->opened()->text());
}

}  // namespace chayan::ui
