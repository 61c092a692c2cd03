#pragma once

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/domain/dossier.h"
#include "core/services/dossiers.h"

#include <string>
#include <vector>

namespace chayan::cli {

/// The dossier that an argument names; BadInput when it is no id.
Result<DossierId> dossierId(const std::string& argument);

/// The original of a dossier that an argument names by the beginning of its SHA-256, at least 8 digits:
/// BadUsage for less, NotFound for none, Ambiguous for several.
Result<Digest> originalOf(const domain::Dossier& dossier, const std::string& argument);

/// FIELD=VALUE arguments; BadUsage for others.
Result<std::vector<services::Typed>> typed(const std::vector<std::string>& arguments);

/// `[{format,text,bytes}]`
Json codesJson(const std::vector<domain::ScannedCode>& codes);

}  // namespace chayan::cli
