#include "core/services/opened_dossier.h"

#include "core/domain/fields.h"
#include "core/services/visits.h"
#include "core/store/officers.h"
#include "core/store/traffic.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

Result<OpenedDossier> openDossier(const Office& office, const DossierId& id) {
    CHAYAN_TRY(domain::Dossier dossier, readDossier(office.store(), id));
    OpenedDossier opened{std::move(dossier), {}};
    opened.proposed = goodsFromCodes(opened.dossier);
    opened.notices = crossChecks(opened.dossier, QDate::currentDate());
    opened.conflicts = domain::conflicts(opened.dossier);
    CHAYAN_TRY(store::Database database, office.store().reader());
    CHAYAN_TRY(opened.state, store::dossierState(database, id));
    for (const domain::Event& event : opened.dossier.history) {
        const Digest& officer = event.fact.officer;
        if (opened.officers.contains(officer))
            continue;
        if (const auto certificate = store::certificateOf(database, officer))
            opened.officers.emplace(officer, certificate->officer());
    }
    if (const auto signer = office.signer(); signer && (*signer)->storeKey) {
        if (auto draft = office.drafts().read(id, *(*signer)->storeKey))
            opened.draft = std::move(*draft);
    }
    return opened;
}

Result<domain::Dossier> openSealed(const Office& office, const std::shared_ptr<const store::Signer>& signer,
                                   const DossierId& id, QStringView list, const QString& reason) {
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::BadValue, id.text(), u"a reason is wanted"_s);
    CHAYAN_TRY(domain::Dossier dossier, readDossier(office.store(), id, signer.get()));
    std::vector<QString> names;
    const auto note = [&](const QString& name) {
        if (const auto found = dossier.sealed.find(name);
            found != dossier.sealed.end() && !found->second.value().isEmpty())
            names.push_back(name);
    };
    for (const domain::Field* field : domain::fieldsOf(dossier.type, list)) {
        if (!field->sealed)
            continue;
        if (list.isEmpty())
            note(domain::sealedName(*field));
        for (const domain::Item* item : dossier.list(list))
            note(domain::sealedName(*field, item->id.text()));
    }
    CHAYAN_CHECK(noteSealedRead(office.store(), signer, id, names, reason.trimmed()));
    return dossier;
}

Status keepDraft(const Office& office, const std::shared_ptr<const store::Signer>& signer,
                 const DossierId& id, const store::Drafts::Values& values) {
    if (!signer->storeKey)
        return fail(ErrorKind::NotAdmitted, signer->certificate.officer().name,
                    u"no store key for this officer"_s);
    return office.drafts().keep(id, *signer->storeKey, values);
}

}  // namespace chayan::services
