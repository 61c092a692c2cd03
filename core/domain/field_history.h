#pragma once

#include "core/domain/dossier.h"

namespace chayan::domain {

/// One entry that set a field.
struct FieldChange {
    int entry = 0;  ///< its index in Dossier::history
    QString value;
    /// False for a sealed value that may not be seen here, or is not the one that stands.
    bool known = true;
    bool operator==(const FieldChange&) const = default;
};

/// What was ever set in a field of the form, or of an item, in display order. Of a sealed field those entries
/// that are known to set it, where its name may be seen here; of their values only those that stand.
std::vector<FieldChange> changesOf(const Dossier& dossier, QStringView key,
                                   const std::optional<ItemId>& item = {});

}  // namespace chayan::domain
