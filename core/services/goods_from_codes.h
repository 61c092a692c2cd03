#pragma once

#include "core/domain/dossier.h"
#include "core/services/dossiers.h"

namespace chayan::services {

/// A line of goods that the codes in a dossier's photographs give.
struct ProposedGoods {
    /// Values of the list `goods`: `gtin`, and `lot production_date expiry_date` where a code says them.
    std::vector<Typed> values;
    /// Which originals show it.
    std::vector<ItemId> seenIn;
};

/// What was read from the present originals and stands in no line of goods yet, in the order of the
/// originals: one proposal for an article number and lot. Codes that name no article give none. A label can
/// lie, so these are proposals, for a person to accept.
std::vector<ProposedGoods> goodsFromCodes(const domain::Dossier& dossier);

}  // namespace chayan::services
