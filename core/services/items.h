#pragma once

#include "core/services/visits.h"

namespace chayan::services {

/// Adds a line to one of a dossier's lists (`goods people links`) with these values; durable when it returns.
/// NotFound when the dossier is not here, UnknownField for another list or field, BadValue or TooLarge for a
/// value; nothing is recorded then. Any thread; waits for the store's writer.
Result<ItemId> addItem(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                       const DossierId& dossier, const QString& list, const std::vector<Typed>& values);

/// Sets values of an item; an original's are its caption and the like. NotFound when the dossier has none
/// such; setting values of a removed item brings it back.
Status setItem(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
               const DossierId& dossier, const ItemId& item, const std::vector<Typed>& values);

/// Takes an item off its list; it stays in the history. NotFound as above.
Status removeItem(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                  const DossierId& dossier, const ItemId& item);

}  // namespace chayan::services
