#pragma once

#include "core/services/photos.h"

namespace chayan::services {

/// What to fill a store with.
struct DemoPlan {
    /// Texts, order and pictures follow from it; ids, salts and times do not.
    quint32 seed = 1;
    /// The folder of the demonstration's pictures; those that are not there are left out.
    QString pictures;
};

struct DemoCounts {
    qint64 visits = 0;
    qint64 photos = 0;
};

/// Fills an empty store with fictional visits, by the same services as an officer's own. Everything in them
/// is made up: companies by the self-defined block of GB 11714, article numbers with GS1's demonstration
/// prefix 952, phones 12x, the year 2099. NotEmpty when the store holds a dossier; Cancelled between two
/// visits.
Result<DemoCounts> fillDemo(const PhotoTarget& target, const DemoPlan& plan, const Progress& progress);

}  // namespace chayan::services
