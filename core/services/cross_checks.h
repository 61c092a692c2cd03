#pragma once

#include "core/codes/cross_checks.h"
#include "core/domain/dossier.h"
#include "core/store/store.h"
#include "core/text/texts.h"

#include <stop_token>

namespace chayan::services {

/// Something in a dossier that does not go together.
struct Notice {
    /// The line of goods or the original that it concerns.
    ItemId about;
    codes::CrossNotice what;
};

/// Lines of goods against the labels that were photographed, and labels of one picture against each other
/// (codes::crossChecks()). A label belongs to the lines of its article; where the visit has one line only,
/// labels without an article are that line's too.
std::vector<Notice> crossChecks(const domain::Dossier& dossier, QDate today);

/// Codes that should exist once and were read in other dossiers of this store, own or imported, too: a notice
/// `seen_elsewhere` with the code, that dossier's title and how many there are. Cancelled when asked to stop;
/// any thread.
Result<std::vector<Notice>> seenElsewhere(const store::Store& store, const domain::Dossier& dossier,
                                          const std::stop_token& stop);

/// A notice in words, with what may explain it.
QString inWords(const codes::CrossNotice& notice, const text::Texts& texts);

}  // namespace chayan::services
