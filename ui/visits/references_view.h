#pragma once

#include "ui/visits/reference_model.h"
#include "ui/widgets/notice.h"

#include <QLineEdit>
#include <QListView>
#include <QTimer>

namespace chayan::ui {

class ReferenceForm;

/// The genuine labels that the office keeps: found by words, added from files, taken out of use; or one
/// chosen to lay a suspect beside it.
class ReferencesView : public QWidget {
    Q_OBJECT
  public:
    enum class Purpose { Manage, Choose };
    ReferencesView(Desk& desk, Purpose purpose);

    /// To choose: those of these articles come first.
    void begin(const QStringList& gtins = {});
    ReferenceModel* model() const { return m_model; }
    QListView* list() const { return m_list; }
    const services::Reference* current() const;
    void choose();
    /// Selects one once it is listed.
    void select(const std::optional<DossierId>& id) { m_wanted = id; }
    /// Takes the one that is selected out of use.
    void retire(const QString& reason);
    /// Asks what a picture in a file shows, then keeps it.
    void add(const QString& file);

  Q_SIGNALS:
    void closed();
    void chosen(const chayan::services::Reference& reference);
    /// To another office.
    void handOverAsked(const chayan::DossierId& reference);

  private:
    QLayout* makeHead();
    QWidget* makeFoot();
    void addKeys();
    void load();
    void follow();
    void chooseFile();

    Desk& m_desk;
    Purpose m_purpose;
    QStringList m_gtins;
    ReferenceModel* m_model;
    QListView* m_list;
    QLineEdit* m_find;
    QPushButton* m_retiredToo = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_retire = nullptr;
    QPushButton* m_give = nullptr;
    QPushButton* m_choose = nullptr;
    ReferenceForm* m_form = nullptr;
    EmptyState* m_empty;
    QLabel* m_none;
    Notice* m_notice;
    QTimer m_pause;
    std::optional<DossierId> m_wanted;
    int m_asked = 0;
};

}  // namespace chayan::ui
