#include "core/services/visits.h"

#include "core/domain/fold.h"
#include "core/store/facts.h"
#include "core/store/sealed_values.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

Result<DossierId> openVisit(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                            const std::vector<Typed>& fields) {
    CHAYAN_TRY(const Recorded recorded, recordable(visitType, {}, fields));
    const DossierId visit = DossierId::random();
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(store::openDossier(draft, visit, visitType.toString(), recorded.sealed));
        for (const domain::FieldValue& value : recorded.open)
            CHAYAN_CHECK(append(draft, visit, domain::FieldSet{value.field, value.value}));
        return {};
    };
    CHAYAN_CHECK(store.write(signer, job).get());
    return visit;
}

Status setFields(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                 const DossierId& visit, const std::vector<Typed>& fields) {
    // Within the transaction: a reader opened for this alone costs as much as the commit.
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_TRY(const QString type, typeOf(draft.database(), visit));
        CHAYAN_TRY(const Recorded recorded, recordable(type, {}, fields));
        for (const domain::FieldValue& value : recorded.open)
            CHAYAN_CHECK(append(draft, visit, domain::FieldSet{value.field, value.value}));
        return store::setSealed(draft, visit, recorded.sealed);
    };
    return store.write(signer, job).get();
}

Result<domain::Dossier> readDossier(const store::Store& store, const DossierId& id,
                                    const store::Signer* signer) {
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(std::vector<domain::Fact> facts, store::factsOf(database, id));
    if (facts.empty())
        return fail(ErrorKind::NotFound, id.text(), u"no such dossier in this store"_s);
    domain::OpenedValues opened;
    if (signer != nullptr) {
        CHAYAN_TRY(opened, store::openedValues(database, *signer, id));
    }
    return domain::fold(id, std::move(facts), opened);
}

Status noteSealedRead(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                      const DossierId& dossier, const std::vector<QString>& names, const QString& reason) {
    if (names.empty())
        return {};
    const auto job = [&](store::Draft& draft) -> Status {
        for (const QString& name : names)
            CHAYAN_CHECK(draft.append(
                draft.log().dossier(), u"sealed.read"_s,
                Json(Json::Object{
                    {"dossier", Json(dossier.text())}, {"name", Json(name)}, {"reason", Json(reason)}})));
        return {};
    };
    return store.write(signer, job).get();
}

}  // namespace chayan::services
