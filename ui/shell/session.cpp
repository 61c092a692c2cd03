#include "ui/shell/session.h"

namespace chayan::ui {

void Session::setOffice(std::shared_ptr<services::Office> office, std::vector<services::OfficerHere> officers,
                        std::optional<services::DemoPlaces> demo) {
    m_demo = std::move(demo);
    m_office = std::move(office);
    m_officers = std::move(officers);
    m_officer.reset();
    m_state = m_office ? State::Locked : State::None;
    Q_EMIT stateChanged();
}

void Session::unlocked(const services::OfficerHere& officer) {
    m_officer = officer;
    m_state = State::Unlocked;
    Q_EMIT stateChanged();
}

void Session::lock() {
    if (m_state != State::Unlocked)
        return;
    Q_EMIT aboutToLock();
    m_office->lock();
    m_officer.reset();
    m_state = State::Locked;
    Q_EMIT stateChanged();
}

void Session::close() {
    if (m_state == State::Unlocked)
        Q_EMIT aboutToLock();
    m_office.reset();
    m_officer.reset();
    m_state = State::None;
}

}  // namespace chayan::ui
