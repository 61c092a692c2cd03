#include "ui/start/open_office.h"

namespace chayan::ui {

Result<OpenedOffice> openOffice(const QString& folder) {
    CHAYAN_TRY(std::shared_ptr<services::Office> office, services::Office::open(folder));
    CHAYAN_TRY(std::vector<services::OfficerHere> officers, office->officers());
    return OpenedOffice{std::move(office), std::move(officers), services::demoAround(folder)};
}

}  // namespace chayan::ui
