#pragma once

#include "core/services/trust.h"
#include "ui/settings/people_list.h"
#include "ui/shell/desk.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// Whose signatures count here by decision, and the way to take it back.
class TrustedGroup : public QWidget {
    Q_OBJECT
  public:
    explicit TrustedGroup(Desk& desk);
    void read();

  private:
    void show(const std::vector<store::Trusted>& trusted);
    void takeBack(const Digest& fingerprint, std::optional<UtcMs> since);

    Desk& m_desk;
    PeopleList* m_list;
    Notice* m_notice;
};

}  // namespace chayan::ui
