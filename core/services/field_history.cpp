#include "core/services/field_history.h"

#include "core/domain/field_history.h"
#include "core/services/visits.h"

#include <algorithm>

namespace chayan::services {

Result<FieldHistory> fieldHistory(const store::Store& store, const DossierId& id, QStringView key,
                                  const std::optional<ItemId>& item, const store::Signer* eyes) {
    CHAYAN_TRY(domain::Dossier dossier, readDossier(store, id, eyes));
    CHAYAN_TRY(store::Database database, store.reader());
    FieldHistory history;
    std::vector<domain::FieldChange> changes = domain::changesOf(dossier, key, item);
    std::ranges::reverse(changes);
    for (domain::FieldChange& change : changes) {
        domain::Event& event = dossier.history[static_cast<std::size_t>(change.entry)];
        if (history.proofs.size() < provenChanges)
            history.proofs.push_back(store::proveEntry(database, event.fact.hash));
        history.changes.push_back({event, std::move(change.value), change.known});
    }
    return history;
}

}  // namespace chayan::services
