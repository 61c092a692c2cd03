#pragma once

#include "core/domain/kinds.h"
#include "core/eye/pool.h"
#include "core/store/writer.h"

/// What every way shares by which files become originals.
namespace chayan::services {

/// How long and how closely a picture that becomes evidence is looked at: it is worth waiting for, on a
/// laptop that does other things too.
eye::ReadOptions lookOptions();

/// What is known of a picture beyond limits::pictureBytes without looking at it.
eye::Reading tooLargeToRead();

/// A file that lies in the vault and is to become an original of a dossier.
struct NewOriginal {
    ItemId item = ItemId::random();
    Digest sha256;
    qint64 size = 0;
    QString mediaType;
    /// As domain::OriginalAdded has them.
    QString origin;
    QString maker;
    std::optional<qint64> sourceMtime = {};
    /// Sealed: how it was called.
    QString name;
    /// Of a derived one, and then both: what it was made from, and how.
    std::vector<Digest> parents = {};
    QString recipe = {};
    /// With what it was taken and how it was encoded (formats.md section 5), where that is known.
    std::optional<QString> device = {};
    std::optional<QString> app = {};
    std::optional<QString> method = {};
    std::optional<qint64> clockOffset = {};
};

/// Records it, and its name; durable after the commit, with its bytes where they were added with Sync::Later.
/// `type`: the dossier's.
Status recordOriginal(store::Draft& draft, const DossierId& dossier, QStringView type,
                      const NewOriginal& original);

/// The codes of a reading as entries name them.
std::vector<domain::ScannedCode> scannedCodes(const eye::Reading& reading);

/// Records which codes were read, or why none could be.
Status recordReading(store::Draft& draft, const DossierId& dossier, const ItemId& item,
                     const eye::Reading& reading);

}  // namespace chayan::services
