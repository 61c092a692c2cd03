#pragma once

#include "core/domain/fact.h"
#include "core/ledger/entry.h"
#include "core/store/database.h"

namespace chayan::store {

/// What an entry says, for the fold.
domain::Fact factOf(ledger::Entry entry);

/// All entries of a dossier that are here, of every log, in no order that means anything; empty for a dossier
/// that is not here. Damaged when one cannot be read.
Result<std::vector<domain::Fact>> factsOf(Database& database, const DossierId& dossier);

}  // namespace chayan::store
