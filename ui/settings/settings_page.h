#pragma once

#include "ui/settings/about_group.h"
#include "ui/settings/officers_group.h"
#include "ui/settings/report_group.h"
#include "ui/settings/trusted_group.h"
#include "ui/settings/upkeep_group.h"
#include "ui/shell/desk.h"

namespace chayan::ui {

/// Care of the records, who may write and who is trusted, looks, lock and what this program is. Every choice
/// holds at once.
class SettingsPage : public Page {
    Q_OBJECT
  public:
    explicit SettingsPage(Desk& desk);

    void shown() override;
    UpkeepGroup* upkeep() const { return m_upkeep; }
    OfficersGroup* officers() const { return m_officers; }
    TrustedGroup* trusted() const { return m_trusted; }
    ReportGroup* report() const { return m_report; }
    AboutGroup* about() const { return m_about; }

  private:
    QWidget* makeLooks();
    QWidget* makeLock();
    QWidget* makeIdentity();

    Desk& m_desk;
    UpkeepGroup* m_upkeep;
    OfficersGroup* m_officers;
    TrustedGroup* m_trusted;
    ReportGroup* m_report;
    AboutGroup* m_about;
};

}  // namespace chayan::ui
