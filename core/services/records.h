#pragma once

#include "core/store/store.h"

namespace chayan::services {

/// Signs a dossier as it stands as a record: the entry follows all others. `form` is the number of the paper
/// form or the record's name. NotFound when the dossier is not here. Durable when it returns.
Result<ItemId> signRecord(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                          const DossierId& dossier, const QString& form, const std::optional<QString>& note);

/// Confirms a record of a dossier with another officer's own key; the newest one when none is named. NotFound
/// when there is no such record, BadValue when this officer signed it, AlreadyExists when he confirmed it
/// before.
Result<ItemId> cosignRecord(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                            const DossierId& dossier, const std::optional<ItemId>& record);

}  // namespace chayan::services
