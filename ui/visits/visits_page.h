#pragma once

#include "ui/visits/goods_view.h"
#include "ui/visits/history_view.h"
#include "ui/visits/inspector.h"
#include "ui/visits/photos_view.h"
#include "ui/visits/visit_form.h"
#include "ui/visits/visit_list_model.h"

#include <QLineEdit>
#include <QSplitter>
#include <QTabBar>

namespace chayan::ui {

/// The visits: their list, the one that stands open, and the inspector.
class VisitsPage : public Page {
    Q_OBJECT
  public:
    explicit VisitsPage(Desk& desk);

    void open(const QString& dossier) override;
    QString opened() const override { return m_open ? m_open->text() : QString(); }
    QWidget* inspector() override { return m_inspector; }
    void shown() override;

    VisitForm* form() const { return m_form; }
    GoodsView* goods() const { return m_goods; }
    PhotosView* photos() const { return m_photos; }
    HistoryView* history() const { return m_history; }
    VisitListModel* list() const { return m_model; }
    void createVisit();
    enum Tab { RecordTab, GoodsTab, PhotosTab, HistoryTab };
    void showTab(int tab);

  private:
    QWidget* makeList();
    QWidget* makeDossier();
    void addCommands();
    /// Hands everything typed to the writer.
    void settle();
    void load();
    void showOpened();
    void handOver();
    void showEntry(const HistoryLine& line);
    void addCommand(const QString& text, const QKeySequence& key, QStringView iconName,
                    std::function<void()> run);

    Desk& m_desk;
    VisitListModel* m_model;
    QLineEdit* m_find = nullptr;
    QLabel* m_none = nullptr;
    QTimer m_findPause;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_dossier = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    Mark* m_state = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_views = nullptr;
    VisitForm* m_form = nullptr;
    GoodsView* m_goods = nullptr;
    PhotosView* m_photos = nullptr;
    HistoryView* m_history = nullptr;
    Inspector* m_inspector = nullptr;
    Notice* m_notice = nullptr;
    std::optional<DossierId> m_open;
    std::shared_ptr<services::OpenedDossier> m_read;
    Digest m_entry;  ///< of which the inspector shows the proof
    bool m_fresh = false;
    bool m_stale = true;
};

}  // namespace chayan::ui
