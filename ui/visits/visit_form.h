#pragma once

#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"
#include "ui/visits/draft_keeper.h"
#include "ui/visits/field_row.h"
#include "ui/visits/sealed_gate.h"

namespace chayan::ui {

/// The form of a visit, made from the table of fields. What is typed is a durable draft soon after the last
/// key and becomes an entry when its field is left.
class VisitForm : public QWidget {
    Q_OBJECT
  public:
    VisitForm(Desk& desk, DraftKeeper& drafts);

    void show(const services::OpenedDossier& opened);
    /// What others or another page wrote meanwhile; fields being typed in are left alone.
    void update(const domain::Dossier& dossier);
    /// Hands everything typed to the writer; called before the form goes.
    void settle();
    void focusFirst();
    /// Shows the sealed fields, once their reading is recorded with its reason.
    void openSealed(const QString& reason);
    FieldRow* row(const QString& key) const;

  Q_SIGNALS:
    /// An entry was written.
    void recorded(const QString& key, const QString& value);

  private:
    void build();
    void addSealed(QVBoxLayout* column, const std::vector<const domain::Field*>& fields);
    FieldRow* addRow(const domain::Field& field);
    /// Takes what is sealed off the screen.
    void conceal();
    void markDisputes(const domain::Dossier& dossier);
    void markKept(const store::Drafts::Values& values, const Status& done);
    void record(FieldRow* row);
    std::map<QString, QString> pending() const;

    Desk& m_desk;
    DraftKeeper& m_drafts;
    std::optional<DossierId> m_dossier;
    std::vector<FieldRow*> m_rows;
    SealedGate* m_gate = nullptr;
    QWidget* m_sealed = nullptr;
    std::map<QString, QString> m_recorded;
};

}  // namespace chayan::ui
