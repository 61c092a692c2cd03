#include "core/services/items.h"

#include "core/domain/fields.h"
#include "core/domain/fold.h"
#include "core/services/dossiers.h"

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// The list of an item and the type of its dossier, which say what fields it has.
struct Place {
    QString type;
    QString list;
};

Result<Place> placeOf(const store::Store& store, const DossierId& id, const ItemId& itemId) {
    CHAYAN_TRY(const domain::Dossier dossier, readDossier(store, id));
    const domain::Item* item = dossier.item(itemId);
    if (item == nullptr)
        return fail(ErrorKind::NotFound, itemId.text(), u"the dossier has no such item"_s);
    return Place{dossier.type, item->list};
}

}  // namespace

Result<ItemId> addItem(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                       const DossierId& dossier, const QString& list, const std::vector<Typed>& values) {
    if (list == domain::originalsList)
        return fail(ErrorKind::UnknownField, list, u"originals are added as files"_s);
    if (!domain::listsOf(visitType).contains(list))
        return fail(ErrorKind::UnknownField, list, u"a visit has no such list"_s);
    const ItemId item = ItemId::random();
    CHAYAN_TRY(const Recorded recorded, recordable(visitType, list, values, item.text()));
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(store::requireDossier(draft.database(), dossier));
        CHAYAN_CHECK(append(draft, dossier, domain::ItemAdded{item, list, recorded.open}));
        return store::setSealed(draft, dossier, recorded.sealed);
    };
    CHAYAN_CHECK(store.write(signer, job).get());
    return item;
}

Status setItem(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
               const DossierId& dossier, const ItemId& item, const std::vector<Typed>& values) {
    CHAYAN_TRY(const Place place, placeOf(store, dossier, item));
    CHAYAN_TRY(const Recorded recorded, recordable(place.type, place.list, values, item.text()));
    const auto job = [&](store::Draft& draft) -> Status {
        for (const domain::FieldValue& value : recorded.open)
            CHAYAN_CHECK(append(draft, dossier, domain::ItemSet{item, value.field, value.value}));
        return store::setSealed(draft, dossier, recorded.sealed);
    };
    return store.write(signer, job).get();
}

Status removeItem(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                  const DossierId& dossier, const ItemId& item) {
    CHAYAN_TRY(const Place place, placeOf(store, dossier, item));
    if (place.list == domain::originalsList)
        return fail(ErrorKind::Unsupported, item.text(), u"an original stays"_s);
    const auto job = [&](store::Draft& draft) -> Status {
        return append(draft, dossier, domain::ItemRemoved{item});
    };
    return store.write(signer, job).get();
}

}  // namespace chayan::services
