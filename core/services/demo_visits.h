#pragma once

#include "core/services/dossiers.h"

#include <QStringList>

/// The demonstration's visits as data; for demo.cpp alone.
namespace chayan::services {

struct DemoItem {
    QString list;
    std::vector<Typed> values;
};

struct DemoVisit {
    std::vector<Typed> fields;
    std::vector<DemoItem> items;
    /// File names within the folder of pictures.
    QStringList pictures;
    /// What is set once the photographs are in.
    std::vector<Typed> afterwards;
};

/// Three visits told in full: a live-stream shop of cosmetics, a shop of farm supplies, a warehouse of car
/// parts.
std::vector<DemoVisit> toldVisits();

/// As many more, drawn from lists by the seed.
std::vector<DemoVisit> drawnVisits(quint32 seed, int count);

}  // namespace chayan::services
