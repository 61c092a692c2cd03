#pragma once

#include "core/domain/dossier.h"
#include "core/services/cross_checks.h"
#include "core/services/goods_from_codes.h"
#include "core/services/office.h"

#include <map>

namespace chayan::services {

/// A dossier with what a window shows beside it.
struct OpenedDossier {
    domain::Dossier dossier;
    /// Those who wrote in it, by fingerprint, as far as their certificates are here.
    std::map<Digest, crypto::OfficerName> officers;
    /// What was typed and not recorded, by field.
    store::Drafts::Values draft = {};
    /// Lines of goods that its codes give.
    std::vector<ProposedGoods> proposed = {};
    /// What does not go together in it.
    std::vector<Notice> notices = {};
    /// domain::conflicts() of it.
    std::vector<domain::Conflict> conflicts = {};
    /// How far it has come: `saved sent received` (store::dossierState()).
    QString state = {};
};

/// NotFound when no such dossier is here. A draft that does not open is left out, since the record itself is
/// whole.
Result<OpenedDossier> openDossier(const Office& office, const DossierId& id);

/// The dossier with what is sealed in it open to this officer, once it is recorded that he saw what its form
/// holds, or with `list` not empty the items of that list, and why. BadValue without a reason.
Result<domain::Dossier> openSealed(const Office& office, const std::shared_ptr<const store::Signer>& signer,
                                   const DossierId& id, QStringView list, const QString& reason);

/// Keeps what is being typed; durable when it returns. Locked while no officer is at work, NotAdmitted for
/// one without the store's key.
Status keepDraft(const Office& office, const std::shared_ptr<const store::Signer>& signer,
                 const DossierId& id, const store::Drafts::Values& values);

}  // namespace chayan::services
