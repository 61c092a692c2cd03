#pragma once

#include "ui/visits/conflicts_view.h"
#include "ui/visits/goods_view.h"
#include "ui/visits/history_view.h"
#include "ui/visits/inspector.h"
#include "ui/visits/people_view.h"
#include "ui/visits/photos_view.h"
#include "ui/visits/records_view.h"
#include "ui/visits/visit_form.h"

#include <QPointer>
#include <QTabBar>

#include <stop_token>

namespace chayan::ui {

/// The one visit that stands open: what it is and how far it has come, its parts as tabs, and what of it the
/// inspector describes.
class VisitView : public QWidget {
    Q_OBJECT
  public:
    /// In the order the work happens; the last is there only while offices disagree.
    enum Tab { RecordTab, PeopleTab, GoodsTab, PhotosTab, SignaturesTab, HistoryTab, ConflictsTab };

    explicit VisitView(Desk& desk);

    /// Reads the visit and shows it; what was typed in the one before is handed to the writer first.
    void open(const DossierId& visit);
    const std::optional<DossierId>& opened() const { return m_open; }
    /// Whether it has been read.
    bool isRead() const { return m_read != nullptr; }
    void reload();
    /// Hands everything typed to the writer.
    void settle();
    void showTab(int tab);
    /// Once it is read the cursor goes to its first field.
    void beginTyping() { m_fresh = true; }
    /// What was ever set in the field that has the cursor, or had it last.
    void showFieldHistory();

    VisitForm* form() const { return m_form; }
    PeopleView* people() const { return m_people; }
    GoodsView* goods() const { return m_goods; }
    PhotosView* photos() const { return m_photos; }
    RecordsView* records() const { return m_records; }
    HistoryView* history() const { return m_history; }
    ConflictsView* conflicts() const { return m_conflicts; }
    Inspector* inspector() const { return m_inspector; }
    Notice* notice() const { return m_notice; }

  Q_SIGNALS:
    void handOverAsked();
    void shown();

  private:
    QLayout* makeHead();
    void makeTabs();
    void follow();
    void take(services::OpenedDossier opened);
    void showHead();
    std::vector<services::Notice> notices() const;
    /// For codes that should exist once, in the other dossiers.
    void lookElsewhere(bool first);
    void showEntry(const HistoryLine& line);

    Desk& m_desk;
    DraftKeeper* m_drafts;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    Mark* m_state = nullptr;
    Notice* m_notice;
    QTabBar* m_tabs;
    QStackedWidget* m_views;
    VisitForm* m_form;
    PeopleView* m_people;
    GoodsView* m_goods;
    PhotosView* m_photos;
    RecordsView* m_records;
    HistoryView* m_history;
    ConflictsView* m_conflicts;
    Inspector* m_inspector;
    std::optional<DossierId> m_open;
    std::optional<DossierId> m_reading;  ///< of which an answer is awaited
    bool m_again = false;                ///< it changed since that was asked
    std::shared_ptr<services::OpenedDossier> m_read;
    int m_asked = 0;  ///< counts what the inspector was asked for, so that a late answer is dropped
    QPointer<FieldRow> m_field;  ///< had the cursor last
    bool m_fresh = false;
    std::vector<services::Notice> m_elsewhere;
    int m_lookedAt = 0;  ///< so many photographs there were
    std::stop_source m_lookStop;
};

}  // namespace chayan::ui
