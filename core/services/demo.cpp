#include "core/services/demo.h"

#include "core/services/demo_visits.h"
#include "core/services/items.h"
#include "core/store/listing.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// With the three that are told they fill a screen of the list.
constexpr int drawn = 15;

Result<qint64> addVisit(const PhotoTarget& target, const DemoVisit& visit, const QString& folder) {
    CHAYAN_TRY(const DossierId id, openVisit(target.store, target.signer, visit.fields));
    for (const DemoItem& item : visit.items) {
        CHAYAN_TRY(const ItemId added, addItem(target.store, target.signer, id, item.list, item.values));
    }
    QStringList files;
    for (const QString& name : visit.pictures) {
        const QString file = folder + u'/' + name;
        if (!folder.isEmpty() && QFileInfo(file).isFile())
            files += file;
    }
    Status answered;
    const auto answer = [&](std::size_t, Result<AddedPhoto> photo) {
        if (!photo)
            answered = fail(photo.error());
    };
    CHAYAN_CHECK(addPhotos(target, id, files, answer, {}));
    CHAYAN_CHECK(answered);
    CHAYAN_CHECK(setFields(target.store, target.signer, id, visit.afterwards));
    return files.size();
}

}  // namespace

Result<DemoCounts> fillDemo(const PhotoTarget& target, const DemoPlan& plan, const Progress& progress) {
    CHAYAN_TRY(store::Database database, target.store.reader());
    CHAYAN_TRY(const store::Listing there, store::Listing::of(database, visitType.toString()));
    CHAYAN_TRY(const qint64 count, there.total(database));
    if (count > 0)
        return fail(ErrorKind::NotEmpty, target.store.folder(), u"the store holds visits already"_s);
    std::vector<DemoVisit> visits = drawnVisits(plan.seed, drawn);
    // Told last, they stand first in a list that begins with the newest.
    for (DemoVisit& visit : toldVisits())
        visits.push_back(std::move(visit));
    DemoCounts counts;
    for (const DemoVisit& visit : visits) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled, target.store.folder());
        CHAYAN_TRY(const qint64 photos, addVisit(target, visit, plan.pictures));
        ++counts.visits;
        counts.photos += photos;
        progress.tell(counts.visits, static_cast<qint64>(visits.size()));
    }
    return counts;
}

}  // namespace chayan::services
