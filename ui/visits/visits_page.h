#pragma once

#include "ui/visits/references_view.h"
#include "ui/visits/visit_list_model.h"
#include "ui/visits/visit_view.h"

#include <QLineEdit>
#include <QListView>

namespace chayan::ui {

/// The visits: their list, the one that stands open, and the inspector.
class VisitsPage : public Page {
    Q_OBJECT
  public:
    explicit VisitsPage(Desk& desk);

    void open(const QString& dossier) override;
    QString opened() const override { return m_visit->opened() ? m_visit->opened()->text() : QString(); }
    QWidget* inspector() override { return m_visit->inspector(); }
    void shown() override;

    VisitView* visit() const { return m_visit; }
    VisitForm* form() const { return m_visit->form(); }
    GoodsView* goods() const { return m_visit->goods(); }
    PhotosView* photos() const { return m_visit->photos(); }
    HistoryView* history() const { return m_visit->history(); }
    VisitListModel* list() const { return m_model; }
    void createVisit();
    void showTab(int tab);
    /// The genuine labels that the office keeps, in place of the visit.
    void showReferences();
    ReferencesView* references() const { return m_references; }

  private:
    QWidget* makeList();
    QWidget* makeStack();
    void addCommands();
    void showStack();
    void leaveReferences();
    void handOver();
    void addCommand(const QString& text, const QKeySequence& key, QStringView iconName,
                    std::function<void()> run);

    Desk& m_desk;
    VisitListModel* m_model;
    VisitView* m_visit;
    QLineEdit* m_find = nullptr;
    QLabel* m_none = nullptr;
    QTimer m_findPause;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_listPane = nullptr;
    bool m_inspecting = true;  ///< whether the inspector showed before a live picture took its room
    ReferencesView* m_references = nullptr;
    bool m_inReferences = false;
    bool m_inspectedBefore = true;  ///< the same before the references, of which it says nothing
    bool m_stale = true;
};

}  // namespace chayan::ui
