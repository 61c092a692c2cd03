#pragma once

#include "core/domain/dossier.h"
#include "core/domain/effects.h"

namespace chayan::domain {

/// The list that originals are items of.
inline constexpr QStringView originalsList = u"originals";

/// The dossier that these entries make, whatever order they are given in; repeated ones count once. Pure, on
/// any thread, about n log n.
///
/// Entries should be closed under `after`; what is built upon and not given is in Dossier::missing, and the
/// rest is folded as if it began there. Unknown kinds and malformed bodies stand in the history and change
/// nothing. An entry that opens the dossier a second time or adds an item a second time, in display order, is
/// malformed.
///
/// BadInput when an entry is of another dossier or they build on each other in a circle; TooLarge beyond
/// limits::dossierLogs installations.
Result<Dossier> fold(const DossierId& id, std::vector<Fact> facts, const OpenedValues& opened);

/// The same for facts that stand in display order already, as a Division gives them: each once, ancestors
/// first (BadInput otherwise). Their order is kept.
Result<Dossier> foldOrdered(const DossierId& id, std::vector<Fact> facts, const OpenedValues& opened);

/// The same in O(log n) for one more entry that follows everything: its `after` is exactly the heads, and its
/// own log's last entry where that is none of them. BadInput, with nothing changed, when it is not; then
/// fold() is the way. Equals fold() over all entries as long as `opened` knows the earlier entries' values as
/// before; values opened later need a fold().
Status apply(Dossier& dossier, Fact fact, const OpenedValues& opened);

}  // namespace chayan::domain
