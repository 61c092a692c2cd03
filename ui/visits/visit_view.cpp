#include "ui/visits/visit_view.h"

#include "core/text/terms.h"
#include "ui/style/metrics.h"
#include "ui/widgets/times.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace chayan::ui {

namespace {

FieldRow* fieldAround(QWidget* widget) {
    for (QWidget* at = widget; at != nullptr; at = at->parentWidget())
        if (auto* row = qobject_cast<FieldRow*>(at))
            return row;
    return nullptr;
}

}  // namespace

VisitView::VisitView(Desk& desk)
    : m_desk(desk),
      m_drafts(new DraftKeeper(desk, this)),
      m_notice(new Notice),
      m_tabs(new QTabBar),
      m_views(new QStackedWidget),
      m_form(new VisitForm(desk, *m_drafts)),
      m_people(new PeopleView(desk, *m_drafts)),
      m_goods(new GoodsView(desk, *m_drafts)),
      m_photos(new PhotosView(desk, *m_drafts)),
      m_records(new RecordsView(desk)),
      m_history(new HistoryView(desk)),
      m_conflicts(new ConflictsView(desk)),
      m_inspector(new Inspector(desk)) {
    auto* column = columnOf(0);
    setLayout(column);
    column->addLayout(makeHead());
    column->addWidget(m_notice);
    makeTabs();
    auto* tabs = rowOf();
    tabs->setContentsMargins(metrics::between, 0, metrics::between, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    column->addLayout(tabs);
    column->addWidget(hairline());
    column->addWidget(m_views, 1);
    follow();
}

QLayout* VisitView::makeHead() {
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
    give->setToolTip(withKey(tr("Hand over as a bundle"), QKeySequence(u"Ctrl+E"_s)));
    head->addWidget(give, 0, Qt::AlignTop);
    connect(give, &QPushButton::clicked, this, &VisitView::handOverAsked);
    return head;
}

void VisitView::makeTabs() {
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Parts of the visit"));
    for (const QString& name : {tr("Record"), tr("People"), tr("Goods"), tr("Photographs"), tr("Signatures"),
                                tr("History"), tr("Disagreements")})
        m_tabs->addTab(name);
    m_tabs->setTabVisible(ConflictsTab, false);
    m_views->addWidget(scrolling(m_form));
    m_views->addWidget(scrolling(m_people));
    m_views->addWidget(scrolling(m_goods));
    m_views->addWidget(m_photos);
    m_views->addWidget(scrolling(m_records));
    m_views->addWidget(m_history);
    m_views->addWidget(scrolling(m_conflicts));
}

void VisitView::follow() {
    connect(m_tabs, &QTabBar::currentChanged, this, &VisitView::showTab);
    connect(m_history, &HistoryView::selected, this, &VisitView::showEntry);
    connect(m_records, &RecordsView::aboutToSign, this, &VisitView::settle);
    connect(m_photos, &PhotosView::selected, this, [this](const Photo* photo) {
        if (!m_read)
            return;
        ++m_asked;
        if (photo != nullptr)
            m_inspector->showPhoto(*m_read, *photo, notices());
        else
            m_inspector->showDossier(*m_read);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        FieldRow* row = fieldAround(now);
        if (row != nullptr && isAncestorOf(row))
            m_field = row;
    });
}

void VisitView::open(const DossierId& visit) {
    if (m_open && *m_open != visit)
        settle();
    m_open = visit;
    m_read.reset();
    reload();
}

void VisitView::settle() {
    m_form->settle();
    m_people->settle();
    m_goods->settle();
    m_photos->settle();
}

void VisitView::reload() {
    if (!m_open)
        return;
    // Hundreds of changes in a row, as photographs make them, are read a few times only.
    if (m_reading == m_open) {
        m_again = true;
        return;
    }
    m_reading = m_open;
    m_again = false;
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), id = *m_open] { return services::openDossier(*office, id); },
        [this, id = *m_open](Result<services::OpenedDossier> opened) {
            if (m_open != id)
                return;
            m_reading.reset();
            if (m_again)
                reload();
            if (!opened)
                return m_notice->set(opened.error(), m_desk.texts());
            take(std::move(*opened));
        });
}

void VisitView::take(services::OpenedDossier opened) {
    m_notice->dismiss();
    const bool first = !m_read;
    if (first)  // what was typed in the one before stays its own until here
        m_drafts->setDossier(opened.dossier.id);
    auto before = std::exchange(m_read, std::make_shared<services::OpenedDossier>(std::move(opened)));
    if (first)
        m_form->show(*m_read);
    else
        m_form->update(m_read->dossier);
    m_people->show(*m_read);
    m_goods->show(*m_read);
    if (first)
        m_elsewhere.clear();  // of the one before
    m_goods->showNotices(m_read->dossier, notices());
    m_photos->show(m_read);
    m_records->show(*m_read);
    m_history->show(m_read);
    m_conflicts->show(m_read);
    if (first || m_views->currentWidget() != m_photos || m_photos->current() == nullptr) {
        ++m_asked;
        m_inspector->showDossier(*m_read);
    }
    // What a visit of thousands of entries held takes as long to take apart as to show.
    m_desk.lanes.run(
        Lane::Reading, this,
        [before = std::move(before)]() mutable {
            before.reset();
            return true;
        },
        [](bool) {});
    lookElsewhere(first);
    showHead();
    Q_EMIT shown();
    if (std::exchange(m_fresh, false)) {
        showTab(RecordTab);
        m_form->focusFirst();
    }
}

std::vector<services::Notice> VisitView::notices() const {
    std::vector<services::Notice> all = m_read->notices;
    all.insert(all.end(), m_elsewhere.begin(), m_elsewhere.end());
    return all;
}

void VisitView::lookElsewhere(bool first) {
    const int photos = m_photos->model()->photoCount();
    if (!first && photos == m_lookedAt)
        return;
    m_lookedAt = photos;
    m_lookStop.request_stop();
    m_lookStop = std::stop_source();
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), read = m_read, stop = m_lookStop.get_token()] {
            return services::seenElsewhere(office->store(), read->dossier, stop);
        },
        [this, id = m_read->dossier.id](const Result<std::vector<services::Notice>>& seen) {
            if (!m_read || m_read->dossier.id != id || (!seen && seen.error().kind == ErrorKind::Cancelled))
                return;
            if (!seen)
                return m_notice->set(seen.error(), m_desk.texts());
            m_elsewhere = *seen;
            m_goods->showNotices(m_read->dossier, notices());
        });
}

void VisitView::showHead() {
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
    const auto counted = [this](int tab, const QString& name, int count) {
        m_tabs->setTabText(tab, count == 0 ? name : tr("%1 (%2)").arg(name).arg(count));
    };
    counted(PeopleTab, tr("People"), m_people->count());
    counted(GoodsTab, tr("Goods"), m_goods->count());
    counted(PhotosTab, tr("Photographs"), m_photos->model()->photoCount());
    counted(SignaturesTab, tr("Signatures"), m_records->count());
    counted(ConflictsTab, tr("Disagreements"), m_conflicts->count());
    m_tabs->setTabVisible(ConflictsTab, m_conflicts->count() > 0);
    m_tabs->setTabIcon(ConflictsTab, icon(u"warning", Ink::Warning));
}

void VisitView::showTab(int tab) {
    if (!m_tabs->isTabVisible(tab))
        return;
    m_tabs->setCurrentIndex(tab);
    m_views->setCurrentIndex(tab);
    if (m_read && tab != PhotosTab) {
        ++m_asked;
        m_inspector->showDossier(*m_read);
    }
}

void VisitView::showEntry(const HistoryLine& line) {
    m_inspector->showEntry(line, {});
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), hash = line.hash]() -> Result<store::EntryProof> {
            CHAYAN_TRY(store::Database database, office->store().reader());
            return store::proveEntry(database, hash);
        },
        [this, line, asked = ++m_asked](Result<store::EntryProof> proof) {
            if (asked == m_asked)
                m_inspector->showEntry(line, std::move(proof));
        });
}

void VisitView::showFieldHistory() {
    if (FieldRow* now = fieldAround(window()->focusWidget()); now != nullptr && isAncestorOf(now))
        m_field = now;
    if (!m_read || !m_field)
        return;
    const domain::Field& field = m_field->field();
    std::optional<ItemId> item = m_goods->itemOf(m_field);
    if (!item)
        item = m_people->itemOf(m_field);
    // A sealed field is on the screen only after its reading was recorded.
    std::shared_ptr<const store::Signer> eyes;
    if (const auto signer = m_desk.session.office()->signer(); signer && field.sealed)
        eyes = *signer;
    m_inspector->show();
    m_desk.lanes.run(
        Lane::Reading, this,
        [office = m_desk.session.office(), id = m_read->dossier.id, eyes, &field, item] {
            return services::fieldHistory(office->store(), id, field.key, item, eyes.get());
        },
        [this, &field, asked = ++m_asked](const Result<services::FieldHistory>& history) {
            if (asked != m_asked || !m_read)
                return;
            if (!history)
                return m_notice->set(history.error(), m_desk.texts());
            const QString caption = text::term(text::TermGroup::Field, field.key.toString(), m_desk.texts());
            m_inspector->showField(caption, historyOf(*history, m_read->officers, field, m_desk.texts()),
                                   history->proofs);
        });
}

}  // namespace chayan::ui
