#pragma once

#include "core/text/texts.h"

#include <span>
#include <vector>

namespace chayan::text {

/// Error::detail in the reader's language. A detail is its own key: its English with what was put into it is
/// found again in a table of patterns (details*.cpp); what stands in none, what only experts ask for, is
/// answered as it is.
QString detail(const QString& english, const Texts& texts);

/// What is said of a bundle's container, bag and records, and of a store that is checked.
std::span<const char* const> bundleDetails();
std::span<const char* const> storeDetails();

/// All patterns, for the test that holds them against the sources.
std::vector<QString> detailPatterns();

}  // namespace chayan::text
