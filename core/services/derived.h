#pragma once

#include "core/store/store.h"

namespace chayan::services {

/// A picture that was made from originals of a dossier, as by drawing over one.
struct DerivedPicture {
    QByteArray bytes;
    QString mediaType;
    /// SHA-256 of what it was made from; all of them originals of the dossier or of `reference`.
    std::vector<Digest> parents;
    /// How it was made.
    QString recipe;
    /// Sealed: how it is called.
    QString name;
    /// Another dossier that may hold some of them: the genuine reference beside which a suspect was laid.
    std::optional<DossierId> reference = {};
};

/// Keeps it beside its parents, which stay as they are, with the origin `derived`; durable when it returns.
/// BadValue without bytes, parents or a recipe; NotFound for a parent that is no such original. Any
/// thread; waits for the store's writer.
Result<ItemId> addDerived(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                          const DossierId& dossier, const DerivedPicture& picture);

}  // namespace chayan::services
