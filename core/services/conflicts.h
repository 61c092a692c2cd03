#pragma once

#include "core/domain/dossier.h"
#include "core/services/office.h"

namespace chayan::services {

/// Ends a disagreement as it was seen: its live value number `choice` is recorded once more, so that it
/// follows all of them. Of a sealed one `seen` comes from a dossier that was opened for this officer. Durable
/// when it returns.
///
/// NotFound when the dossier does not disagree so any more: it was settled, or more came meanwhile, and
/// whoever decides has to look again. BadValue for a value that cannot be seen here.
Status settleConflict(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                      const DossierId& dossier, const domain::Conflict& seen, std::size_t choice);

/// What is set differently among the sealed values that this officer can open, once it is recorded that he
/// saw it and why. BadValue without a reason.
Result<std::vector<domain::Conflict>> openSealedConflicts(const Office& office,
                                                          const std::shared_ptr<const store::Signer>& signer,
                                                          const DossierId& dossier, const QString& reason);

}  // namespace chayan::services
