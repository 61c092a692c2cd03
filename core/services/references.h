#pragma once

#include "core/domain/dossier.h"
#include "core/services/office.h"
#include "core/services/visits.h"

namespace chayan::services {

/// A genuine label, seal or the like that the office keeps, beside which suspects are laid.
inline constexpr QStringView referenceType = u"reference";

struct Reference {
    DossierId id;
    QString title = {};
    QString brand = {};
    QString goods = {};
    /// Keys of the table of fields.
    QString shows = {};
    QString givenHow = {};
    QString givenBy = {};
    QString givenAt = {};
    QString notes = {};
    /// Of fourteen digits, those that were given and those that its codes say.
    QStringList gtins = {};
    bool retired = false;
    QString retiredReason = {};
    /// Its pictures, in the order added.
    std::vector<Digest> pictures = {};
    /// As claimed.
    UtcMs opened = 0;
    /// Whether it is of an article that was asked for.
    bool matches = false;
};

/// Keeps a picture as a reference with these fields; one commit. Where `title` is not given, brand and goods
/// are it, and where `article_numbers` are not, what its codes say. BadValue where neither brand nor goods is
/// given or an article number is none; the reading's error for a file that is no readable picture: what
/// cannot be seen cannot be compared. Waits for a worker and the writer. Any thread.
Result<DossierId> addReference(const PhotoTarget& target, const std::vector<Typed>& fields,
                               const QByteArray& file);

/// The same with an original of another dossier, whose codes are known; that dossier is named.
Result<DossierId> addReference(const PhotoTarget& target, const std::vector<Typed>& fields,
                               const DossierId& dossier, const Digest& original);

/// One of them; NotFound for a dossier that is none.
Result<Reference> readReference(const store::Store& store, const DossierId& id);

struct ReferenceQuery {
    /// As in search(); empty for all.
    QString text = {};
    /// Article numbers of a suspect: references of these come first and are marked.
    QStringList gtins = {};
    bool retiredToo = false;
    std::size_t most = 200;
};
/// Those that match first, else the newest first.
Result<std::vector<Reference>> references(const store::Store& store, const ReferenceQuery& query);

/// Takes it out of use: it stays, says why, and is not suggested any more. BadValue without a reason,
/// NotFound for a dossier that is none.
Status retireReference(store::Store& store, const std::shared_ptr<const store::Signer>& signer,
                       const DossierId& id, const QString& reason);

/// The article numbers that the codes of a dossier's originals say, of one of them or of all; of fourteen
/// digits, each once.
QStringList gtinsOf(const domain::Dossier& dossier, const std::optional<Digest>& original = {});

}  // namespace chayan::services
