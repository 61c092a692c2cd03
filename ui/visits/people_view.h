#pragma once

#include "ui/visits/lines_view.h"

namespace chayan::ui {

/// Who was there: operators, staff, witnesses, officers, right holders.
class PeopleView : public LinesView {
    Q_OBJECT
  public:
    PeopleView(Desk& desk, DraftKeeper& drafts)
        : LinesView(
              desk, drafts, u"people", tr("Add a person"),
              tr("Nobody yet: whoever was there, as a witness or on behalf of the party, is added here.")) {}

  protected:
    QString heading(int number) const override { return tr("Person %1").arg(number); }
    QString takeOff(int number) const override { return tr("Take person %1 off the list").arg(number); }
};

}  // namespace chayan::ui
