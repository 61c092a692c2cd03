#pragma once

#include "core/services/judgement.h"
#include "core/store/intake.h"
#include "core/store/store.h"

namespace chayan::services {

struct ImportRequest {
    QString file;
    /// Also when a key behind it is not known here.
    bool acceptUntrusted = false;
};

/// Less the logs' own dossiers, entries included.
struct Amount {
    qint64 dossiers = 0;
    qint64 entries = 0;
    qint64 originals = 0;
};

struct Imported {
    bundle::BundleReport report;
    Judgement judgement;
    /// Why nothing was taken in; InvalidBundle, Untrusted or KeyCompromised.
    std::optional<Error> refusal;
    Amount imported;
    Amount alreadyThere;
    /// Disagreements that wait for a person in the dossiers of the bundle.
    qint64 conflicts = 0;
    std::vector<store::Fork> forks;
    /// The bundle shows this installation's log further than it is here: it goes on in a new one.
    bool ownLogWasBehind = false;
    /// The receiver's words that it arrived and verified (formats.md section 7), unless it was refused.
    std::optional<ledger::SignedObject> receipt;
};

/// Verifies a bundle and takes it into the store in one transaction; durable when it returns. A bundle that
/// does not verify, or an unknown key, is a refusal and changes nothing; so does a failure, a cancelled or a
/// killed run. The same bundle twice changes nothing. Memory: about 400 bytes an entry and an original. Any
/// thread; waits for the store's writer.
Result<Imported> importBundle(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                              const ImportRequest& request, const Progress& progress);

}  // namespace chayan::services
