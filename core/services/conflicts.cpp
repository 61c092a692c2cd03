#include "core/services/conflicts.h"

#include "core/domain/fields.h"
#include "core/domain/fold.h"
#include "core/services/dossiers.h"
#include "core/services/visits.h"
#include "core/store/facts.h"
#include "core/store/sealed_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

using domain::Conflict;

/// The same question with the same answers, whichever entries they stand in.
bool isSame(const Conflict& a, const Conflict& b) {
    return a.about == b.about && a.key == b.key && a.item == b.item &&
           std::ranges::equal(a.values.live, b.values.live,
                              [](const domain::Setting& x, const domain::Setting& y) {
                                  return x.known == y.known && x.value == y.value && x.digest == y.digest;
                              });
}

/// Says that an item is there: every change of it does, so a value that stands is set once more.
Result<domain::Body> present(const domain::Dossier& dossier, const ItemId& id) {
    const domain::Item* item = dossier.item(id);
    if (item == nullptr)
        return fail(ErrorKind::NotFound, id.text(), u"the dossier has no such item"_s);
    if (!item->values.empty()) {
        const auto& [key, values] = *item->values.begin();
        return domain::ItemSet{id, key, values.value()};
    }
    for (const domain::Field* field : domain::fieldsOf(dossier.type, item->list)) {
        if (!field->sealed)
            return domain::ItemSet{id, field->key.toString(), {}};
    }
    return fail(ErrorKind::Unsupported, id.text(), u"its list has no field that could be set"_s);
}

Status record(store::Draft& draft, const domain::Dossier& dossier, const Conflict& conflict,
              const QString& value) {
    switch (conflict.about) {
        case Conflict::About::Field:
            return append(draft, dossier.id, domain::FieldSet{conflict.key, value});
        case Conflict::About::ItemField:
            return append(draft, dossier.id, domain::ItemSet{*conflict.item, conflict.key, value});
        case Conflict::About::Item: {
            if (value == u"removed")
                return append(draft, dossier.id, domain::ItemRemoved{*conflict.item});
            CHAYAN_TRY(const domain::Body body, present(dossier, *conflict.item));
            return append(draft, dossier.id, body);
        }
        case Conflict::About::Sealed:
            return store::setSealed(draft, dossier.id, {{conflict.key, value}});
        case Conflict::About::Slot:
            break;
    }
    return fail(ErrorKind::BadValue, dossier.id.text(), u"what is sealed cannot be seen here"_s);
}

}  // namespace

Status settleConflict(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                      const DossierId& id, const Conflict& seen, std::size_t choice) {
    if (seen.about == Conflict::About::Slot || choice >= seen.values.live.size() ||
        !seen.values.live[choice].known)
        return fail(ErrorKind::BadValue, id.text(), u"what is sealed cannot be seen here"_s);
    const QString value = seen.values.live[choice].value;
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(store::requireDossier(draft.database(), id));
        CHAYAN_TRY(std::vector<domain::Fact> facts, store::factsOf(draft.database(), id));
        domain::OpenedValues opened;
        if (seen.about == Conflict::About::Sealed) {
            CHAYAN_TRY(opened, store::openedValues(draft.database(), *signer, id));
        }
        CHAYAN_TRY(const domain::Dossier dossier, domain::fold(id, std::move(facts), opened));
        const std::vector<Conflict> now = domain::conflicts(dossier);
        if (std::ranges::none_of(now, [&](const Conflict& conflict) { return isSame(conflict, seen); }))
            return fail(ErrorKind::NotFound, id.text(), u"it does not disagree so any more"_s);
        return record(draft, dossier, seen, value);
    };
    return store.write(signer, job).get();
}

Result<std::vector<Conflict>> openSealedConflicts(const Office& office,
                                                  const std::shared_ptr<const store::Signer>& signer,
                                                  const DossierId& id, const QString& reason) {
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::BadValue, id.text(), u"a reason is wanted"_s);
    CHAYAN_TRY(const domain::Dossier dossier, readDossier(office.store(), id, signer.get()));
    std::vector<Conflict> sealed;
    std::vector<QString> names;
    for (Conflict& conflict : domain::conflicts(dossier)) {
        if (conflict.about != Conflict::About::Sealed)
            continue;
        names.push_back(conflict.key);
        sealed.push_back(std::move(conflict));
    }
    CHAYAN_CHECK(noteSealedRead(office.store(), signer, id, names, reason.trimmed()));
    return sealed;
}

}  // namespace chayan::services
