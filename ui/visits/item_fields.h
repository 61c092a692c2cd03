#pragma once

#include "core/services/opened_dossier.h"
#include "ui/shell/desk.h"
#include "ui/visits/draft_keeper.h"
#include "ui/visits/field_row.h"

#include <QPointer>

namespace chayan::ui {

/// Fields of a visit's items on the screen: each is a durable draft while it is typed and recorded as it is
/// left.
class ItemFields : public QObject {
    Q_OBJECT
  public:
    ItemFields(Desk& desk, DraftKeeper& drafts, QObject* parent);

    /// Of another dossier than before; the rows are forgotten.
    void setDossier(const DossierId& dossier);
    /// A row for one field of an item; whoever lays it out owns it.
    FieldRow* add(const ItemId& item, const domain::Field& field);
    /// The rows are about to go. What was typed is recorded first.
    void forget();
    enum class Which { Open, Sealed };
    /// What is recorded in open or in sealed fields; rows being typed in are left alone.
    void fill(const domain::Dossier& dossier, const domain::Item& item, Which which);
    /// Shows the sealed fields of an item, or takes them off the screen with what they hold.
    void setSealedVisible(const ItemId& item, bool visible);
    /// What was typed before and is no entry yet.
    void restore(const store::Drafts::Values& draft);
    /// Records whatever was typed.
    void settle();

    FieldRow* row(const ItemId& item, QStringView key) const;
    /// Whose field a row is; nothing for one of another view.
    std::optional<ItemId> itemOf(const FieldRow* row) const;

  Q_SIGNALS:
    /// What could not be recorded, of a row that is gone.
    void failed(const chayan::Error& error);

  private:
    struct Place {
        ItemId item;
        FieldRow* row;
        QString recorded;
        bool shown = false;
    };
    store::Drafts::Values pending() const;
    void markKept(const store::Drafts::Values& values, const Status& done);
    void record(Place& place);
    Place* placeOf(const FieldRow* row);

    Desk& m_desk;
    DraftKeeper& m_drafts;
    std::optional<DossierId> m_dossier;
    std::vector<Place> m_places;
};

}  // namespace chayan::ui
