#include "ui/visits/upright.h"

#include "core/services/pictures.h"

namespace chayan::ui {

Result<QImage> uprightOf(const services::Office& office, const Digest& sha256) {
    CHAYAN_TRY(const QByteArray jpeg, services::pictureOf(office, sha256));
    return QImage::fromData(jpeg);
}

void fetchUpright(Desk& desk, QObject* view, const std::optional<Photo>& photo, Notice* notice,
                  std::function<void(const QImage& picture)> take) {
    if (!photo)
        return;
    desk.lanes.run(
        Lane::Pictures, view,
        [office = desk.session.office(), sha256 = photo->sha256] { return uprightOf(*office, sha256); },
        [&desk, &photo, notice, take = std::move(take),
         sha256 = photo->sha256](const Result<QImage>& picture) {
            if (!photo || photo->sha256 != sha256)
                return;
            if (!picture)
                return notice->set(picture.error(), desk.texts());
            take(*picture);
        });
}

}  // namespace chayan::ui
