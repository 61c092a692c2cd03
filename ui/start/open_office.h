#pragma once

#include "core/services/demo_office.h"
#include "core/services/office.h"

namespace chayan::ui {

/// A store opened off the GUI thread, with what the lock page shows of it.
struct OpenedOffice {
    std::shared_ptr<services::Office> office;
    std::vector<services::OfficerHere> officers;
    /// Where it is the demonstration's.
    std::optional<services::DemoPlaces> demo = {};
};
Result<OpenedOffice> openOffice(const QString& folder);

}  // namespace chayan::ui
