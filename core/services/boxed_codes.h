#pragma once

#include "core/domain/kinds.h"
#include "core/services/office.h"

#include <QRect>

namespace chayan::services {

/// Codes of an original that a person pointed at.

/// Looks for codes in a box of the upright picture alone, for as long as ten seconds and with every way of
/// looking. Nothing is recorded. BadInput for an empty box, the error of the reading where the picture does
/// not decode. Any thread; waits for a worker.
Result<std::vector<domain::ScannedCode>> readInBox(const Office& office, const Digest& original, QRect box);

/// What a person typed for the code in a box: `typed` is its format and its pass.
domain::ScannedCode typedCode(const QString& text, QRect box);

/// Records these beside the codes that were read from the original before; what is known already is left
/// out, and nothing is recorded when all of it is. BadValue for a code without a text, NotFound when the
/// dossier has no such original. Durable when it returns.
Status addCodes(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                const DossierId& dossier, const ItemId& original,
                const std::vector<domain::ScannedCode>& codes);

}  // namespace chayan::services
