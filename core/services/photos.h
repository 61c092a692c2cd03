#pragma once

#include "core/base/progress.h"
#include "core/eye/pool.h"
#include "core/store/store.h"
#include "core/store/thumbnails.h"

#include <functional>

namespace chayan::services {

/// A photograph that is durable, and what was read from it.
struct AddedPhoto {
    ItemId item;
    Digest sha256;
    eye::Reading reading;
};

/// Where photographs go.
struct PhotoTarget {
    store::Store& store;
    std::shared_ptr<const store::Signer> signer;
    eye::EyePool& eyes;
    /// Kept when given; what it cannot take costs the thumbnail alone.
    store::Thumbnails* thumbnails = nullptr;
};

/// A file that is to become an original, and what is known of how it came to be.
struct PhotoFile {
    /// As the system has it.
    QByteArray path;
    /// Recorded, sealed, as its name; empty for the file's own.
    QString name = {};
    /// As domain::OriginalAdded has them.
    QString origin = QStringLiteral("imported");
    std::optional<QString> device = {};
    std::optional<QString> app = {};
    std::optional<QString> method = {};
    std::optional<qint64> clockOffset = {};
};

/// One file's answer; `index` counts as the files were given. An error concerns this file alone.
using PhotoAnswer = std::function<void(std::size_t index, Result<AddedPhoto> photo)>;

/// Stores files of any type and size as originals of a visit and reads their codes, many at once: while
/// workers look at some, the next are copied, and what is ready is committed in groups. What does not decode,
/// or cannot be looked at because no worker starts, is kept all the same, its reading says why. Files are
/// named as the system has them, which need not be UTF-8; fileNameText() is what is recorded and stands in
/// errors.
///
/// Entries stand in the order given. `answer` is called on the caller's thread, in that order, once for each
/// file that is durable, as soon as it is, and for each that cannot be taken. Asked to stop, no further file
/// is taken; those taken are finished within a few seconds, and the outcome is Cancelled. When the machine
/// fails (DiskFull, or nothing can be committed) the same happens with that error. NotFound
/// when the visit is not here; nothing is copied then.
Status addPhotos(const PhotoTarget& target, const DossierId& visit, const std::vector<PhotoFile>& files,
                 const PhotoAnswer& answer, const Progress& progress);
Status addPhotos(const PhotoTarget& target, const DossierId& visit, const QByteArrayList& files,
                 const PhotoAnswer& answer, const Progress& progress);
Status addPhotos(const PhotoTarget& target, const DossierId& visit, const QStringList& files,
                 const PhotoAnswer& answer, const Progress& progress);

/// The same for one file, waiting for it.
Result<AddedPhoto> addPhoto(const PhotoTarget& target, const DossierId& visit, const QString& file);

/// The small picture of an original: from the cache, else made by a worker and kept. The error of the reading
/// where it does not decode. Waits for a worker.
Result<QByteArray> thumbnailOf(const store::Store& store, eye::EyePool& eyes, store::Thumbnails& thumbnails,
                               const Digest& original);

}  // namespace chayan::services
