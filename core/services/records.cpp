#include "core/services/records.h"

#include "core/domain/kinds.h"
#include "core/services/dossiers.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// A record and who put a name under it.
struct Found {
    ItemId record;
    Digest signedBy;
    std::vector<Digest> cosignedBy;
};

/// The named record, or the newest.
Result<Found> findRecord(store::Database& database, const DossierId& dossier,
                         const std::optional<ItemId>& record) {
    store::Query query = database.prepare(
        "SELECT bytes FROM entry WHERE dossier=? AND kind IN ('record.signed', 'cosigned') ORDER BY id");
    query.bind(dossier.text());
    std::optional<Found> found;
    while (true) {
        CHAYAN_TRY(const bool row, query.step());
        if (!row)
            break;
        CHAYAN_TRY(const ledger::Entry entry, ledger::parseEntry(query.blob(0)));
        const domain::Body body = domain::readBody(entry.kind, entry.body);
        const auto* made = std::get_if<domain::RecordSigned>(&body);
        const auto* cosigned = std::get_if<domain::Cosigned>(&body);
        if (made != nullptr && (!record || *record == made->record))
            found = Found{made->record, entry.officer, {}};
        else if (cosigned != nullptr && found && found->record == cosigned->record)
            found->cosignedBy.push_back(entry.officer);
    }
    if (!found)
        return fail(ErrorKind::NotFound, record ? record->text() : dossier.text(),
                    u"no such signed record in this dossier"_s);
    return std::move(*found);
}

}  // namespace

Result<ItemId> signRecord(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                          const DossierId& dossier, const QString& form, const std::optional<QString>& note) {
    if (form.isEmpty())
        return fail(ErrorKind::BadValue, form, u"a record has a form's number or a name"_s);
    const ItemId record = ItemId::random();
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(store::requireDossier(draft.database(), dossier));
        return append(draft, dossier, domain::RecordSigned{record, form, note});
    };
    CHAYAN_CHECK(store.write(signer, job).get());
    return record;
}

Result<ItemId> cosignRecord(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                            const DossierId& dossier, const std::optional<ItemId>& record) {
    std::optional<ItemId> confirmed;
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(store::requireDossier(draft.database(), dossier));
        CHAYAN_TRY(const Found found, findRecord(draft.database(), dossier, record));
        const Digest& officer = signer->certificate.fingerprint();
        if (found.signedBy == officer)
            return fail(ErrorKind::BadValue, found.record.text(),
                        u"signed by this officer; another must confirm it"_s);
        if (std::ranges::find(found.cosignedBy, officer) != found.cosignedBy.end())
            return fail(ErrorKind::AlreadyExists, found.record.text(), u"this officer confirmed it before"_s);
        confirmed = found.record;
        return append(draft, dossier, domain::Cosigned{found.record});
    };
    CHAYAN_CHECK(store.write(signer, job).get());
    return *confirmed;
}

}  // namespace chayan::services
