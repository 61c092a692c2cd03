#include "core/services/derived.h"

#include "core/crypto/digest.h"
#include "core/services/dossiers.h"
#include "core/services/originals.h"
#include "core/services/visits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

bool holds(const domain::Dossier& dossier, const Digest& sha256) {
    return std::ranges::any_of(dossier.items, [&](const domain::Item& item) {
        const domain::OriginalAdded* original = dossier.original(item);
        return original != nullptr && original->sha256 == sha256;
    });
}

Status checkParents(const store::Store& store, const domain::Dossier& dossier,
                    const DerivedPicture& picture) {
    std::optional<domain::Dossier> reference;
    if (picture.reference) {
        CHAYAN_TRY(reference, readDossier(store, *picture.reference));
    }
    for (const Digest& parent : picture.parents) {
        if (!holds(dossier, parent) && !(reference && holds(*reference, parent)))
            return fail(ErrorKind::NotFound, parent.hex(), u"no original of this dossier"_s);
    }
    return {};
}

}  // namespace

Result<ItemId> addDerived(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                          const DossierId& id, const DerivedPicture& picture) {
    if (picture.bytes.isEmpty() || picture.parents.empty() || picture.recipe.isEmpty())
        return fail(ErrorKind::BadValue, id.text(),
                    u"a derived picture names its parents and how it was made"_s);
    CHAYAN_TRY(const domain::Dossier dossier, readDossier(store, id));
    CHAYAN_CHECK(checkParents(store, dossier, picture));
    const Digest sha256 = crypto::sha256(view(picture.bytes));
    CHAYAN_TRY(store::Vault::Staged staged, store.vault().stage(sha256, [&](int fd) -> Result<Digest> {
        CHAYAN_CHECK(writeAll(fd, view(picture.bytes), picture.name));
        return sha256;
    }));
    NewOriginal original{.sha256 = sha256,
                         .size = picture.bytes.size(),
                         .mediaType = picture.mediaType,
                         .origin = u"derived"_s,
                         .maker = signer->certificate.fingerprint().hex(),
                         .name = picture.name};
    original.parents = picture.parents;
    original.recipe = picture.recipe;
    const auto job = [&](store::Draft& draft) -> Status {
        CHAYAN_CHECK(store::requireDossier(draft.database(), id));
        CHAYAN_CHECK(store.vault().place(staged));
        return recordOriginal(draft, id, dossier.type, original);
    };
    const Status done = store.write(signer, job).get();
    if (!done) {
        store.sweepNextTime();
        return fail(done.error());
    }
    return original.item;
}

}  // namespace chayan::services
