#pragma once

#include "core/services/photos.h"

namespace chayan::services {

/// A file that lies in the vault already: it came over a wire, hashed on the way. `from` has no path.
struct ArrivedPhoto {
    store::StoredOriginal original;
    PhotoFile from;
    std::optional<UtcMs> modified = {};
};

/// As addPhotos() for files that lie elsewhere.
Status addPhotos(const PhotoTarget& target, const DossierId& visit, const std::vector<ArrivedPhoto>& arrived,
                 const PhotoAnswer& answer, const Progress& progress);

}  // namespace chayan::services
