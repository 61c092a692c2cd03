#pragma once

#include "core/base/id.h"
#include "core/services/demo_office.h"
#include "core/services/office.h"

#include <QObject>

namespace chayan::ui {

/// The office as the window has it: none, locked, or an officer at work. GUI thread; the office itself may be
/// used on any, and a call that holds it keeps it alive.
class Session : public QObject {
    Q_OBJECT
  public:
    enum class State { None, Locked, Unlocked };

    State state() const { return m_state; }
    /// Null while there is none.
    const std::shared_ptr<services::Office>& office() const { return m_office; }
    QString folder() const { return m_office ? m_office->store().folder() : QString(); }
    const std::vector<services::OfficerHere>& officers() const { return m_officers; }
    /// Who is at work; empty while locked.
    const std::optional<services::OfficerHere>& officer() const { return m_officer; }

    /// Set where the store is the demonstration's.
    const std::optional<services::DemoPlaces>& demo() const { return m_demo; }

    void setOffice(std::shared_ptr<services::Office> office, std::vector<services::OfficerHere> officers,
                   std::optional<services::DemoPlaces> demo = {});
    void unlocked(const services::OfficerHere& officer);
    void lock();
    /// Lets the office go, so that a closing window can wait for its last work.
    void close();

    /// Officers were admitted or retired.
    void setOfficers(std::vector<services::OfficerHere> officers) { m_officers = std::move(officers); }
    /// A bundle was taken in, with whatever it held.
    void noteArrival() { Q_EMIT arrived(); }
    /// The store was copied elsewhere.
    void noteBackup() { Q_EMIT backedUp(); }
    /// What was written to a dossier, so that other pages read it again.
    void noteChange(const DossierId& dossier) { Q_EMIT dossierChanged(dossier); }

  Q_SIGNALS:
    void stateChanged();
    /// Before it locks, so that what is being typed can be kept.
    void aboutToLock();
    void dossierChanged(const chayan::DossierId& dossier);
    void arrived();
    void backedUp();

  private:
    State m_state = State::None;
    std::shared_ptr<services::Office> m_office;
    std::vector<services::OfficerHere> m_officers;
    std::optional<services::OfficerHere> m_officer;
    std::optional<services::DemoPlaces> m_demo;
};

}  // namespace chayan::ui
