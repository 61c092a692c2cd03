#pragma once

#include "core/services/opened_dossier.h"
#include "core/store/entry_proof.h"
#include "ui/visits/history_view.h"
#include "ui/visits/photo_model.h"
#include "ui/widgets/notice.h"

namespace chayan::ui {

/// The panel at the right: what is known of the selected photograph, or of the dossier.
class Inspector : public QWidget {
    Q_OBJECT
  public:
    explicit Inspector(Desk& desk);

    void showDossier(const services::OpenedDossier& opened);
    /// One entry of the history, and once it is made, its proof.
    void showEntry(const HistoryLine& line, const std::optional<Result<store::EntryProof>>& proof);
    /// What was ever set in a field, newest first, and once they are made, the proofs of those entries.
    void showField(const QString& caption, const std::vector<HistoryLine>& lines,
                   const std::vector<Result<store::EntryProof>>& proofs);
    /// `notices` may be of the whole dossier; those about the photograph are told.
    void showPhoto(const services::OpenedDossier& opened, const Photo& photo,
                   const std::vector<services::Notice>& notices);
    void showNothing();

  private:
    void begin(const QString& title);
    void pair(const QString& caption, const QString& value);
    void code(const QString& caption, const QString& value);
    void addProof(const Result<store::EntryProof>& proof);
    void addOrigin(const services::OpenedDossier& opened, const Photo& photo);

    Desk& m_desk;
    QVBoxLayout* m_column;
};

}  // namespace chayan::ui
