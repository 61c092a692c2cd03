#pragma once

#include "core/services/officers.h"
#include "ui/settings/people_list.h"
#include "ui/shell/desk.h"
#include "ui/start/officer_form.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// Who may write in this store: each officer with his state and its next legal step, and a form for a further
/// one.
class OfficersGroup : public QWidget {
    Q_OBJECT
  public:
    explicit OfficersGroup(Desk& desk);

    void read();
    /// The form for a further officer.
    OfficerForm* form() const { return m_form; }

  private:
    void show(const std::vector<store::Officer>& officers);
    void addNew();
    void change(const Digest& officer, bool admit);

    Desk& m_desk;
    PeopleList* m_list;
    QPushButton* m_new;
    QWidget* m_adding;
    OfficerForm* m_form;
    QPushButton* m_add;
    Notice* m_notice;
};

}  // namespace chayan::ui
