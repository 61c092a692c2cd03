#include "ui/visits/references_view.h"

#include "ui/style/metrics.h"
#include "ui/visits/reference_form.h"

#include <QAction>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace chayan::ui {

ReferencesView::ReferencesView(Desk& desk, Purpose purpose)
    : m_desk(desk),
      m_purpose(purpose),
      m_model(new ReferenceModel(desk, this)),
      m_list(new QListView),
      m_find(new QLineEdit),
      m_empty(new EmptyState(
          u"reference", tr("Genuine labels, seals and marks that the office keeps, to lay a suspect beside "
                           "them. Keep one from a file here, or a photograph of a visit where it is seen "
                           "large."))),
      m_none(quietLabel(tr("None has all these words."))),
      m_notice(new Notice) {
    auto* column = columnOf(metrics::inside);
    setLayout(column);
    if (purpose == Purpose::Manage)
        column->setContentsMargins(metrics::between, metrics::inside, metrics::between, metrics::inside);
    column->addLayout(makeHead());
    column->addWidget(m_notice);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReferenceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Genuine references"));
    if (purpose == Purpose::Manage) {
        m_form = new ReferenceForm(desk);
        m_form->hide();
        column->addWidget(m_form);
        connect(m_form, &ReferenceForm::closed, this, [this] {
            m_form->hide();
            load();
            m_list->setFocus();
        });
    }
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(makeFoot());
    m_none->hide();
    m_empty->hide();
    constexpr int pauseMs = 150;
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ReferencesView::load);
    connect(m_find, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus();
        if (m_purpose == Purpose::Choose)
            choose();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReferencesView::follow);
    connect(m_list, &QListView::activated, this, &ReferencesView::choose);
    connect(&desk.session, &Session::arrived, this, [this] {
        if (isVisible())
            load();
    });
    addKeys();
    follow();
}

QLayout* ReferencesView::makeHead() {
    auto* head = rowOf();
    auto* back = toolButton(u"back", m_purpose == Purpose::Manage ? tr("Back to the visits") : tr("Back"),
                            QKeySequence(Qt::Key_Escape));
    head->addWidget(back);
    auto* title =
        label(m_purpose == Purpose::Manage ? tr("Genuine references") : tr("Compare with which genuine one?"),
              Size::Normal, true);
    title->setWordWrap(false);
    head->addWidget(title);
    m_find->setPlaceholderText(tr("Brand, goods, number or giver"));
    m_find->setAccessibleName(tr("Find in the genuine references"));
    m_find->setClearButtonEnabled(true);
    head->addWidget(m_find, 1);
    if (m_purpose == Purpose::Manage) {
        m_retiredToo = button(tr("Out of use too"));
        m_retiredToo->setCheckable(true);
        connect(m_retiredToo, &QPushButton::toggled, this, &ReferencesView::load);
        head->addWidget(m_retiredToo);
        auto* add = primaryButton(tr("Keep one from a file …"), u"add");
        connect(add, &QPushButton::clicked, this, &ReferencesView::chooseFile);
        head->addWidget(add);
    }
    connect(back, &QToolButton::clicked, this, &ReferencesView::closed);
    return head;
}

QWidget* ReferencesView::makeFoot() {
    auto* foot = new QWidget;
    auto* row = rowOf();
    foot->setLayout(row);
    if (m_purpose == Purpose::Choose) {
        m_choose = primaryButton(tr("Compare"), u"differs");
        m_choose->setToolTip(withKey(tr("Lay the photograph over it"), QKeySequence(Qt::Key_Return)));
        connect(m_choose, &QPushButton::clicked, this, &ReferencesView::choose);
        row->addStretch(1);
        row->addWidget(m_choose);
        return foot;
    }
    m_reason = new QLineEdit;
    m_reason->setPlaceholderText(tr("Why, as: a new design"));
    m_reason->setAccessibleName(tr("Why it is out of use"));
    m_retire = button(tr("Take out of use"), u"cross");
    connect(m_reason, &QLineEdit::textChanged, this, &ReferencesView::follow);
    connect(m_reason, &QLineEdit::returnPressed, m_retire, &QPushButton::click);
    connect(m_retire, &QPushButton::clicked, this, [this] { retire(m_reason->text()); });
    m_give = button(tr("Hand over …"), u"export");
    m_give->setToolTip(tr("Hand it over to another office as a bundle"));
    connect(m_give, &QPushButton::clicked, this, [this] {
        if (const services::Reference* one = current())
            Q_EMIT handOverAsked(one->id);
    });
    row->addWidget(m_give);
    row->addWidget(quietLabel(tr("It stays, with the reason, and is not suggested any more."), Size::Small),
                   1);
    row->addWidget(m_reason, 1);
    row->addWidget(m_retire);
    return foot;
}

void ReferencesView::addKeys() {
    const auto on = [this](const QKeySequence& key, std::function<void()> run) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, std::move(run));
    };
    on(QKeySequence(Qt::Key_Escape), [this] {
        if (m_form != nullptr && m_form->isVisible())
            m_form->hide();
        else
            Q_EMIT closed();
    });
    if (m_purpose == Purpose::Choose)
        on(QKeySequence(u"Ctrl+F"_s), [this] { m_find->setFocus(); });
}

void ReferencesView::begin(const QStringList& gtins) {
    m_gtins = gtins;
    m_notice->dismiss();
    m_find->clear();
    m_list->setCurrentIndex({});  // what was chosen for another is not chosen for this one
    load();
    m_list->setFocus();
}

const services::Reference* ReferencesView::current() const {
    return m_model->reference(m_list->currentIndex().row());
}

void ReferencesView::load() {
    if (m_desk.session.state() != Session::State::Unlocked)
        return;
    services::ReferenceQuery query;
    query.text = m_find->text().trimmed();
    query.gtins = m_gtins;
    query.retiredToo = m_retiredToo != nullptr && m_retiredToo->isChecked();
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), query] { return services::references(office->store(), query); },
        [this, asked = ++m_asked,
         any = !query.text.isEmpty()](Result<std::vector<services::Reference>> found) {
            if (asked != m_asked)
                return;
            if (!found)
                return m_notice->set(found.error(), m_desk.texts());
            std::optional<DossierId> was = std::exchange(m_wanted, {});
            if (!was && current() != nullptr)
                was = current()->id;
            m_model->set(std::move(*found));
            const bool none = m_model->rowCount() == 0;
            m_list->setVisible(!none);
            m_none->setVisible(none && any);
            m_empty->setVisible(none && !any);
            if (const int row = was ? m_model->rowOf(*was) : -1; row >= 0)
                m_list->setCurrentIndex(m_model->index(row));
            else if (!none)
                m_list->setCurrentIndex(m_model->index(0));
            follow();
        });
}

void ReferencesView::follow() {
    const services::Reference* one = current();
    if (m_choose != nullptr)
        m_choose->setEnabled(one != nullptr && !one->pictures.empty());
    if (m_retire == nullptr)
        return;
    const bool can = one != nullptr && !one->retired;
    m_give->setEnabled(one != nullptr);
    m_reason->setEnabled(can);
    m_retire->setEnabled(can && !m_reason->text().trimmed().isEmpty());
}

void ReferencesView::choose() {
    if (m_purpose != Purpose::Choose || current() == nullptr || current()->pictures.empty())
        return;
    Q_EMIT chosen(*current());
}

void ReferencesView::retire(const QString& reason) {
    const services::Reference* one = current();
    const auto signer = m_desk.session.office()->signer();
    if (one == nullptr || !signer)
        return;
    m_retire->setEnabled(false);
    m_desk.lanes.run(
        Lane::Saving, this,
        [office = m_desk.session.office(), signer = *signer, id = one->id, reason] {
            return services::retireReference(office->store(), signer, id, reason);
        },
        [this](const Status& done) {
            if (!done)
                return m_notice->set(done.error(), m_desk.texts());
            m_reason->clear();
            load();
        });
}

void ReferencesView::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("A picture of a genuine label"),
                                   QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Pictures (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.heic)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ReferencesView::add);
    dialog->open();
}

void ReferencesView::add(const QString& file) {
    m_form->beginFile(file);
    m_form->show();
}

}  // namespace chayan::ui
