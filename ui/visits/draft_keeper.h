#pragma once

#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"

#include <QTimer>

namespace chayan::ui {

/// Keeps what is being typed anywhere in a visit as one durable draft, 300 ms after the last key.
class DraftKeeper : public QObject {
    Q_OBJECT
  public:
    using Values = store::Drafts::Values;

    DraftKeeper(Desk& desk, QObject* parent);

    /// A part of the visit in which one types: gives what is typed, by a field's key or by `KEY/ITEM`, and is
    /// told what is durable or could not be kept, that of other parts included.
    struct Source {
        std::function<Values()> pending;
        std::function<void(const Values&, const Status&)> kept;
    };
    void addSource(Source source) { m_sources.push_back(std::move(source)); }
    void setDossier(const DossierId& dossier) { m_dossier = dossier; }
    /// Something was typed, or became an entry.
    void note() { m_pause.start(); }
    /// Does not wait for the pause, where something was noted.
    void keepNow();

  private:
    void keep();

    Desk& m_desk;
    std::optional<DossierId> m_dossier;
    std::vector<Source> m_sources;
    QTimer m_pause;
};

}  // namespace chayan::ui
