#include "ui/visits/visits_page.h"

#include "core/services/visits.h"
#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QAction>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

const QKeySequence newKey(u"Ctrl+N"_s);
const QKeySequence handOverKey(u"Ctrl+E"_s);
const QKeySequence findKey(u"Ctrl+F"_s);
constexpr int findPauseMs = 150;

}  // namespace

VisitsPage::VisitsPage(Desk& desk) : m_desk(desk), m_model(new VisitListModel(desk, this)) {
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    m_inspector = new Inspector(desk);
    split->addWidget(makeList());
    split->addWidget(makeDossier());
    split->addWidget(m_inspector);
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
        if (m_open)
            load();
    });
    connect(&desk.session, &Session::dossierChanged, this, [this](const DossierId& id) {
        m_model->refresh(id);
        if (m_open == id)
            load();
    });
}

QWidget* VisitsPage::makeList() {
    auto* pane = new QWidget;
    pane->setMinimumWidth(200);
    auto* column = columnOf(0);
    pane->setLayout(column);
    auto* head = rowOf();
    head->setContentsMargins(14, metrics::inside, metrics::inside, metrics::inside);
    head->addWidget(label(tr("Visits"), Size::Normal, true), 1);
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
                if (now.isValid() && m_open != m_model->line(now.row()).id)
                    open(m_model->line(now.row()).id.text());
            });
    connect(m_model, &VisitListModel::failed, this,
            [this](const Error& error) { m_notice->set(error, m_desk.texts()); });
    connect(m_model, &VisitListModel::loaded, this, [this] {
        m_none->setVisible(m_model->rowCount() == 0 && !m_model->text().isEmpty());
        if (!m_open && m_model->rowCount() > 0)
            return open(m_model->line(0).id.text());
        if (const int row = m_open ? m_model->rowOf(*m_open) : -1; row >= 0)
            m_list->setCurrentIndex(m_model->index(row));
        showOpened();
    });
    return pane;
}

QWidget* VisitsPage::makeDossier() {
    m_stack = new QStackedWidget;
    m_stack->setMinimumWidth(320);
    auto* empty = new EmptyState(u"visits",
                                 tr("A visit holds what you saw on site: the record, the goods, the "
                                    "photographs. Each field is saved as you leave it."),
                                 tr("New visit"), newKey);
    m_dossier = new QWidget;
    auto* column = columnOf(0);
    m_dossier->setLayout(column);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(24, 14, metrics::between, metrics::inside);
    auto* titles = columnOf(2);
    m_title = label({}, Size::Title, true);
    m_subtitle = quietLabel({});
    m_state = new Mark;
    auto* second = rowOf();
    second->addWidget(m_state);
    second->addWidget(m_subtitle, 1);
    titles->addWidget(m_title);
    titles->addLayout(second);
    head->addLayout(titles, 1);
    auto* give = primaryButton(tr("Hand over …"), u"export");
    give->setToolTip(withKey(tr("Hand over as a bundle"), handOverKey));
    head->addWidget(give, 0, Qt::AlignTop);
    column->addLayout(head);
    m_notice = new Notice;
    column->addWidget(m_notice);
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Parts of the visit"));
    for (const QString& name : {tr("Record"), tr("Goods"), tr("Photographs"), tr("History")})
        m_tabs->addTab(name);
    auto* tabs = rowOf();
    tabs->setContentsMargins(metrics::between, 0, metrics::between, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    column->addLayout(tabs);
    column->addWidget(hairline());
    m_views = new QStackedWidget;
    m_form = new VisitForm(m_desk);
    m_goods = new GoodsView(m_desk);
    m_photos = new PhotosView(m_desk);
    m_history = new HistoryView(m_desk);
    m_views->addWidget(scrolling(m_form));
    m_views->addWidget(scrolling(m_goods));
    m_views->addWidget(m_photos);
    m_views->addWidget(m_history);
    column->addWidget(m_views, 1);
    m_stack->addWidget(new QWidget);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_dossier);
    connect(empty, &EmptyState::chosen, this, &VisitsPage::createVisit);
    connect(give, &QPushButton::clicked, this, &VisitsPage::handOver);
    connect(m_tabs, &QTabBar::currentChanged, this, &VisitsPage::showTab);
    connect(m_history, &HistoryView::selected, this, &VisitsPage::showEntry);
    connect(m_photos, &PhotosView::selected, this, [this](const Photo* photo) {
        if (!m_read)
            return;
        if (photo != nullptr)
            m_inspector->showPhoto(*m_read, *photo);
        else
            m_inspector->showDossier(*m_read);
    });
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
    addCommand(tr("New visit"), newKey, u"add", [this] { createVisit(); });
    addCommand(tr("Find in visits"), findKey, u"search", [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    addCommand(tr("Add photographs"), QKeySequence(u"Ctrl+Shift+O"_s), u"photo", [this] {
        if (m_open) {
            showTab(PhotosTab);
            m_photos->choose();
        }
    });
    addCommand(tr("Paste a photograph"), QKeySequence(u"Ctrl+Shift+V"_s), u"copy", [this] {
        if (m_open) {
            showTab(PhotosTab);
            m_photos->paste();
        }
    });
    addCommand(tr("Hand over as a bundle"), handOverKey, u"export", [this] { handOver(); });
    addCommand(tr("Show the record"), QKeySequence(u"Alt+1"_s), u"visits", [this] { showTab(RecordTab); });
    addCommand(tr("Show the goods"), QKeySequence(u"Alt+2"_s), u"goods", [this] { showTab(GoodsTab); });
    addCommand(tr("Show the photographs"), QKeySequence(u"Alt+3"_s), u"photo",
               [this] { showTab(PhotosTab); });
    addCommand(tr("Show the history"), QKeySequence(u"Alt+4"_s), u"history", [this] { showTab(HistoryTab); });
}

void VisitsPage::shown() {
    if (!isAncestorOf(window()->focusWidget()))
        m_list->setFocus();
    if (!std::exchange(m_stale, false))
        return;
    m_model->reload();
    if (m_open)
        load();
}

void VisitsPage::open(const QString& dossier) {
    const auto id = DossierId::fromText(dossier);
    if (!id)
        return;
    if (m_open && *m_open != *id)
        settle();
    m_open = *id;
    m_read.reset();
    if (const int row = m_model->rowOf(*id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    load();
}

void VisitsPage::settle() {
    m_form->settle();
    m_goods->settle();
}

void VisitsPage::load() {
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), id = *m_open] { return services::openDossier(*office, id); },
        [this, id = *m_open](Result<services::OpenedDossier> opened) {
            if (m_open != id)
                return;
            if (!opened)
                return m_notice->set(opened.error(), m_desk.texts());
            m_notice->dismiss();
            const bool first = !m_read;
            m_read = std::make_shared<services::OpenedDossier>(std::move(*opened));
            if (first)
                m_form->show(*m_read);
            else
                m_form->update(m_read->dossier);
            m_goods->show(*m_read);
            m_photos->show(m_read->dossier);
            m_history->show(*m_read);
            if (first || m_views->currentWidget() != m_photos)
                m_inspector->showDossier(*m_read);
            showOpened();
            if (std::exchange(m_fresh, false)) {
                showTab(RecordTab);
                m_form->focusFirst();
            }
        });
}

void VisitsPage::showOpened() {
    if (!m_read) {
        m_stack->setCurrentIndex(
            !m_open && m_model->rowCount() == 0 && m_model->text().isEmpty() && !m_model->loading() ? 1 : 0);
        return;
    }
    const domain::Dossier& dossier = m_read->dossier;
    const QString title = dossier.value(u"title");
    m_title->setText(title.isEmpty() ? tr("Untitled visit") : title);
    QStringList parts{dossier.value(u"party_name"), dossier.value(u"place"),
                      typedTime(dossier.value(u"started_at"))};
    parts.removeAll({});
    m_subtitle->setText(parts.join(u" · "_s));
    const QString state = m_read->state;
    m_state->set(state, state == u"received" ? Ink::Received : Ink::Text,
                 text::term(text::TermGroup::State, state, m_desk.texts()));
    const int photos = m_photos->model()->photoCount();
    m_tabs->setTabText(GoodsTab,
                       m_goods->count() == 0 ? tr("Goods") : tr("Goods (%1)").arg(m_goods->count()));
    m_tabs->setTabText(PhotosTab, photos == 0 ? tr("Photographs") : tr("Photographs (%1)").arg(photos));
    m_stack->setCurrentWidget(m_dossier);
}

void VisitsPage::showTab(int tab) {
    m_tabs->setCurrentIndex(tab);
    m_views->setCurrentIndex(tab);
    if (m_read && tab != PhotosTab)
        m_inspector->showDossier(*m_read);
}

void VisitsPage::showEntry(const HistoryLine& line) {
    m_inspector->showEntry(line, {});
    m_entry = line.hash;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), hash = line.hash]() -> Result<store::EntryProof> {
            CHAYAN_TRY(store::Database database, office->store().reader());
            return store::proveEntry(database, hash);
        },
        [this, line](Result<store::EntryProof> proof) {
            if (m_entry == line.hash && m_views->currentWidget() == m_history)
                m_inspector->showEntry(line, std::move(proof));
        });
}

void VisitsPage::createVisit() {
    const auto signer = m_desk.session.office()->signer();
    if (!signer)
        return;
    settle();
    const QString now = withZone(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s));
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, now] {
            return services::openVisit(office->store(), signer,
                                       {{u"started_at"_s, now}, {u"status"_s, u"open"_s}});
        },
        [this](const Result<DossierId>& id) {
            if (!id)
                return m_notice->set(id.error(), m_desk.texts());
            m_find->clear();
            m_fresh = true;
            open(id->text());
            m_desk.session.noteChange(*id);
        });
}

void VisitsPage::handOver() {
    if (!m_open)
        return;
    settle();
    Q_EMIT go(u"bundles"_s, m_open->text());
}

}  // namespace chayan::ui
