#pragma once

#include "app/cli/command.h"
#include "core/domain/dossier.h"

namespace chayan::cli {

/// `[{about,field,certain,item?,base?,values:[{value?,log,seq,officer}]}]`: what several offices set
/// without knowing of each other. A value that may not be seen here is left out.
Json conflictsJson(const domain::Dossier& dossier);

/// The same in words, and how one is ended.
void printConflicts(const domain::Dossier& dossier, const Context& context);

}  // namespace chayan::cli
