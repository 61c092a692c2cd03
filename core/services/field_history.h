#pragma once

#include "core/domain/dossier.h"
#include "core/store/entry_proof.h"
#include "core/store/store.h"

namespace chayan::services {

/// What was ever set in one field, newest first.
struct FieldHistory {
    struct Change {
        domain::Event event;
        QString value;
        bool known = true;  ///< false for a sealed value that is not shown
    };
    std::vector<Change> changes;
    /// Of the newest changes, in the same order.
    std::vector<Result<store::EntryProof>> proofs;
};
inline constexpr std::size_t provenChanges = 20;

/// Of a field of the form, or of an item of a list. `eyes` opens what is sealed, whose reading the caller has
/// recorded; without them a sealed field gives nothing.
Result<FieldHistory> fieldHistory(const store::Store& store, const DossierId& dossier, QStringView key,
                                  const std::optional<ItemId>& item, const store::Signer* eyes = nullptr);

}  // namespace chayan::services
