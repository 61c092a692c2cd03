#pragma once

#include "core/domain/dossier.h"
#include "core/services/dossiers.h"
#include "core/store/store.h"

namespace chayan::services {

/// Opens a visit 现场检查 with these fields; durable when it returns. UnknownField, BadValue or TooLarge
/// leave nothing behind. Any thread; waits for the store's writer.
Result<DossierId> openVisit(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                            const std::vector<Typed>& fields);

/// Sets fields of a visit that is here; NotFound otherwise.
Status setFields(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                 const DossierId& visit, const std::vector<Typed>& fields);

/// A dossier as its entries make it, with what this officer may see of what is sealed; nobody's eyes see none
/// of it. NotFound when none is here.
Result<domain::Dossier> readDossier(const store::Store& store, const DossierId& id,
                                    const store::Signer* signer = nullptr);

/// Records that sealed values were shown to this officer, and why: one entry a name, about the log itself, so
/// that a dossier on its way to others does not tell who is protected in it. Nothing without names.
Status noteSealedRead(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                      const DossierId& dossier, const std::vector<QString>& names, const QString& reason);

}  // namespace chayan::services
