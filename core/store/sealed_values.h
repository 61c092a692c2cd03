#pragma once

#include "core/domain/fact.h"
#include "core/store/writer.h"

#include <functional>

/// Sealed values (formats.md section 3): entries hold their salted digests among decoys, and the values lie
/// beside the ledger, encrypted under a key per dossier. Whatever writes runs in a job of the writer;
/// whatever reads takes an unlocked officer, and gives only what that officer can open.
namespace chayan::store {

/// A value to be sealed under its name (domain::sealedName). An empty value clears.
struct NamedValue {
    QString name;
    QString value;
};

/// A sealed value as it travels in a bundle: `{entry,text}`.
struct TravellingValue {
    /// The hash of the entry in which its digest stands.
    Digest entry;
    /// The disclosure (ledger::Disclosure).
    QString text;
};

/// Appends `dossier.opened` with these values sealed; it has eight slots or more in any case, so that their
/// number says nothing. BadValue when a name stands twice; NotAdmitted when there are values and the officer
/// has no store key.
Result<ledger::Entry> openDossier(Draft& draft, const DossierId& dossier, const QString& type,
                                  const std::vector<NamedValue>& values);

/// Appends one `sealed.set`; nothing when there are no values. A name keeps the slot by which it is known
/// here. Errors as above.
Status setSealed(Draft& draft, const DossierId& dossier, const std::vector<NamedValue>& values);

/// Keeps a value that came with a bundle; one that is here already changes nothing. The entry is in the
/// store. BadInput when no such value stands in it; NotAdmitted when the officer has no store key.
Status addDisclosure(Draft& draft, const TravellingValue& value);

/// Gives every value of a dossier that this officer can open, each once, by entry; stops at the first error.
/// Damaged when one was changed or moved.
Status forEachDisclosure(Database& database, const Signer& signer, const DossierId& dossier,
                         const std::function<Status(const TravellingValue&)>& take);

/// The same, for the fold.
Result<domain::OpenedValues> openedValues(Database& database, const Signer& signer, const DossierId& dossier);

/// How many values of a dossier lie here, whoever can open them; needs no key.
Result<qint64> sealedCount(Database& database, const DossierId& dossier);

}  // namespace chayan::store
