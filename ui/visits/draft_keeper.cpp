#include "ui/visits/draft_keeper.h"

namespace chayan::ui {

namespace {

constexpr int draftPauseMs = 300;

}  // namespace

DraftKeeper::DraftKeeper(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(draftPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &DraftKeeper::keep);
}

void DraftKeeper::keepNow() {
    if (!m_pause.isActive())
        return;
    m_pause.stop();
    keep();
}

void DraftKeeper::keep() {
    const auto& office = m_desk.session.office();
    const auto signer = office ? office->signer() : fail(ErrorKind::Locked, {});
    if (!signer || !m_dossier)
        return;
    Values values;
    for (const Source& source : m_sources)
        values.merge(source.pending());
    m_desk.lanes.run(
        Lane::Saving, this,
        [office, signer = *signer, id = *m_dossier, values] {
            return services::keepDraft(*office, signer, id, values);
        },
        [this, id = *m_dossier, values](const Status& done) {
            for (const Source& source : m_sources)
                if (m_dossier == id)
                    source.kept(values, done);
        });
}

}  // namespace chayan::ui
