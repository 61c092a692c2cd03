#pragma once

#include "core/bundle/verify_bundle.h"
#include "core/store/store.h"

namespace chayan::services {

/// The tips that a verified bundle brought, by log.
std::vector<ledger::SeenTip> tipsOf(const bundle::VerifiedBundle& bundle);

/// The receiver's words that a bundle arrived and verified. Heads stand in it for up to 200 dossiers, so that
/// it fits an entry at home; the tag manifest covers them in any case.
Result<ledger::SignedObject> receiptFor(store::Database& database, const store::Signer& signer,
                                        const bundle::BundleReport& report,
                                        const std::vector<ledger::SeenTip>& tips);

/// A receipt that came home.
struct ReceivedReceipt {
    ledger::Receipt receipt;
    crypto::Certificate receiver;
    bool alreadyThere = false;
    /// This store let out the bundle that it speaks of.
    bool isForOurBundle = false;
};

/// Checks a receipt (canonical `{body,sig,v}`) and keeps it as an anchor: what it covers existed not later
/// than it says. The receiver must be trusted here or his certificate given. BadInput when it is none or its
/// signature does not fit; Untrusted; NotFound when it speaks of nothing that is here; Forked when it saw a
/// log otherwise, or further, than it is here.
Result<ReceivedReceipt> takeReceipt(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                                    const QByteArray& bytes, const QString& thing,
                                    const std::optional<crypto::Certificate>& certificate);

}  // namespace chayan::services
