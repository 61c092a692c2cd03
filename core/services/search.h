#pragma once

#include "core/store/search.h"
#include "core/store/store.h"

namespace chayan::services {

/// store::search() over a store as it stands now; BadInput for a text without a letter, digit or character.
/// Any thread; beside a writer too.
Result<store::SearchResult> searchStore(const store::Store& store, const QString& text, qint64 limit);

}  // namespace chayan::services
