#pragma once

#include "core/crypto/certificate.h"
#include "core/store/store.h"

namespace chayan::services {

/// A bundle that was let out or taken in, as this installation's log has it.
struct Passage {
    enum class Direction { Sent, Received };
    Direction direction = Direction::Sent;
    UtcMs at = 0;  ///< by this computer's clock
    Digest tagManifest;
    /// To whom it was sent, as the sender wrote; may be empty.
    QString recipient = {};
    /// Who signed one that was received, where his certificate is here.
    std::optional<crypto::OfficerName> signer = {};
    struct Dossier {
        DossierId id;
        QString title;
    };
    /// Those in it that are here, at most `dossiersOfPassage` of them, and how many it named.
    std::vector<Dossier> dossiers = {};
    qint64 dossierCount = 0;
    struct Receipt {
        UtcMs at = 0;  ///< by the receiver's clock
        crypto::OfficerName by;
    };
    /// Receipts that came home, earliest first.
    std::vector<Receipt> receipts = {};
};
inline constexpr qint64 dossiersOfPassage = 20;

/// The newest passages, newest first.
Result<std::vector<Passage>> listTraffic(const store::Store& store, qint64 count);

}  // namespace chayan::services
