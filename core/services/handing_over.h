#pragma once

#include "core/bundle/bag_writer.h"
#include "core/bundle/statement.h"
#include "core/store/store.h"

namespace chayan::services {

/// What is handed over, to whom and where.
struct HandOver {
    /// All dossiers of the store when empty.
    std::vector<DossierId> dossiers;
    /// The file to write; nothing of this name is replaced.
    QString out;
    /// Keeps back every sealed value; otherwise all that the officer can open go along, for anyone to read.
    bool redact = false;
    /// As the statement says them; may be empty.
    QString recipient = {};
    QString purpose = {};
    /// This program and its version, for the reading page.
    QString program = {};
};

struct HandedOver {
    bundle::BagWritten file;
    bundle::Statement statement;
    qint64 dossiers = 0;  ///< less the logs' own
    qint64 entries = 0;
    qint64 originals = 0;
    qint64 disclosed = 0;  ///< sealed values that went along
    /// Where all were wanted: those that cannot be proven together with the others (store::chooseOutgoing).
    std::vector<DossierId> leftOut;
    QByteArray checkpoint;  ///< the body of the own log's newest checkpoint
};

/// Writes a bundle and records that it was let out. The file is there whole or not at all: AlreadyExists
/// rather than replacing one, and nothing stays behind after a failure, a cancelled or a killed run. Memory
/// grows by about 150 bytes an entry and 1 kB an original, not with what they hold. Any thread; waits for the
/// store's writer.
Result<HandedOver> handOver(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                            const HandOver& what, UtcMs now, const Progress& progress);

}  // namespace chayan::services
