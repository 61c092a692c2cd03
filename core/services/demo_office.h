#pragma once

#include "core/services/demo.h"

namespace chayan::services {

/// Where a whole demonstration lies.
struct DemoPlaces {
    QString store;
    /// To try: one that another office sent, and the same with one byte of a photograph changed.
    QString received;
    QString tampered;
};

/// The passphrase of the demonstration's officer; a secret it is not.
inline constexpr char demoPassphrase[] = "chayan demo";

/// The pictures that come with the program.
QString demoPictures();

/// Makes a whole demonstration in a new folder: an office with the visits of fillDemo(), a record signed, a
/// bundle sent whose receipt came home, a bundle received from another office that set some values
/// differently, and two bundles to try. The folder is there whole or not at all; AlreadyExists rather than
/// replacing one. `app` is recorded in the log.
Result<DemoCounts> makeDemo(const QString& folder, const DemoPlan& plan, const QString& app,
                            const Progress& progress);

/// The places within a folder that makeDemo() made.
DemoPlaces demoPlaces(const QString& folder);
/// Of a store that belongs to a demonstration; nothing for any other.
std::optional<DemoPlaces> demoAround(const QString& store);

}  // namespace chayan::services
