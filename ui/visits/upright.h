#pragma once

#include "ui/shell/desk.h"
#include "ui/visits/photo_model.h"
#include "ui/widgets/notice.h"

#include <QImage>

namespace chayan::ui {

/// The picture of an original as it is looked at: decoded and upright. Waits for a worker; any thread.
Result<QImage> uprightOf(const services::Office& office, const Digest& sha256);

/// Gets that of the photograph that a view holds in `photo`, a member of its own. `take` is called with it,
/// or `notice` says why there is none; neither once the view is gone or holds another one. GUI thread.
void fetchUpright(Desk& desk, QObject* view, const std::optional<Photo>& photo, Notice* notice,
                  std::function<void(const QImage& picture)> take);

}  // namespace chayan::ui
