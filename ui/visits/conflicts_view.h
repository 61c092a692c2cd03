#pragma once

#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"
#include "ui/visits/sealed_gate.h"

namespace chayan::ui {

/// What several offices set differently in a visit: each value with who set it and when, and the choice that
/// ends the disagreement by a new entry.
class ConflictsView : public QWidget {
    Q_OBJECT
  public:
    explicit ConflictsView(Desk& desk);

    void show(std::shared_ptr<const services::OpenedDossier> opened);
    /// Those that can be settled here or after opening what is sealed.
    int count() const { return static_cast<int>(m_conflicts.size()) + m_slots; }
    const std::vector<domain::Conflict>& conflicts() const { return m_conflicts; }
    /// Lets a value hold, by its place among the live ones.
    void settle(std::size_t conflict, std::size_t choice);

  private:
    void build();
    void addCard(std::size_t number);
    void addSealed();
    QString titleOf(const domain::Conflict& conflict) const;
    QString wordsOf(const domain::Conflict& conflict, const domain::Setting& setting) const;
    QString originOf(const domain::Setting& setting) const;
    void openSealed(SealedGate* gate);

    Desk& m_desk;
    std::shared_ptr<const services::OpenedDossier> m_opened;
    std::vector<domain::Conflict> m_conflicts;
    int m_slots = 0;  ///< sealed values that cannot be compared before they are opened
    QVBoxLayout* m_cards;
    Notice* m_notice;
};

}  // namespace chayan::ui
