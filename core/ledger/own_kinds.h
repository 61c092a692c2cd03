#pragma once

#include <QStringView>

namespace chayan::ledger {

/// Whether the log's own entries of this kind travel in every bundle that holds something of the log:
/// `log.opened` and `officer.*`. In the log's own dossier they build on each other alone, so that none can be
/// left out of their middle while the rest stays at home (formats.md sections 2 and 7).
inline bool belongsToEveryBundle(QStringView kind) {
    return kind == u"log.opened" || kind.startsWith(u"officer.");
}

}  // namespace chayan::ledger
