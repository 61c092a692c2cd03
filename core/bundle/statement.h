#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/json.h"

#include <map>
#include <vector>

namespace chayan::bundle {

/// What the signer says that a bundle is (formats.md section 7, statement.json). Figures and heads are those
/// of the entries in the bundle, so a reader can hold them against each other.
struct Statement {
    struct Log {
        Digest log;
        qint64 size = 0;  ///< of the newest checkpoint shown
        qint64 entries = 0;
    };
    struct Dossier {
        DossierId id;
        QString kind;  ///< `visit`, `parcel`, `case`, or `log` for a log's own entries
        std::vector<Digest> heads;
        std::vector<std::pair<Digest, qint64>> counts;  ///< by log
    };
    UtcMs at = 0;
    qint64 base = 0;
    Digest exporter;
    QString recipient;
    QString purpose;
    QString scope;  ///< `complete` or `selected`
    std::vector<Log> logs;
    std::vector<Dossier> dossiers;
    qint64 withheldValues = 0;
    qint64 withheldOriginals = 0;
};

Json toJson(const Statement& statement);
/// BadInput for anything but the members above.
Result<Statement> statementFrom(const Json& json);

}  // namespace chayan::bundle
