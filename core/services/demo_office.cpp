#include "core/services/demo_office.h"

#include "core/base/safe_file.h"
#include "core/services/demo_visits.h"
#include "core/services/handing_over.h"
#include "core/services/items.h"
#include "core/services/office.h"
#include "core/services/receipts.h"
#include "core/services/receiving.h"
#include "core/services/records.h"
#include "core/services/trust.h"
#include "core/store/listing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace chayan::services {

namespace {

/// Says that a folder is a demonstration.
QString signIn(const QString& folder) {
    return folder + u"/DEMONSTRATION"_s;
}

using Signer = std::shared_ptr<const store::Signer>;

/// An office of the demonstration, with its officer at work.
struct DemoOffice {
    std::shared_ptr<Office> office;
    Signer signer;

    store::Store& store() const { return office->store(); }
    static Result<DemoOffice> found(const QString& folder, const crypto::OfficerName& officer,
                                    const QString& app) {
        CHAYAN_TRY(auto office, Office::found(folder, officer, demoPassphrase, app));
        CHAYAN_TRY(Signer signer, office->signer());
        return DemoOffice{std::move(office), std::move(signer)};
    }
    Result<HandedOver> send(const DossierId& dossier, const QString& out, const QString& recipient,
                            const QString& app) const {
        HandOver what{.dossiers = {dossier}, .out = out};
        what.recipient = recipient;
        what.purpose = u"协查"_s;
        what.program = app;
        return handOver(store(), signer, what, SystemClock().read().utc, {});
    }
};

const crypto::OfficerName ourOfficer{u"赵某丙"_s, u"川A-5101-0027"_s, u"成都市市场监督管理局"_s, u"510100"_s};
const crypto::OfficerName theirOfficer{u"钱某丁"_s, u"川B-5107-0113"_s, u"绵阳市市场监督管理局"_s,
                                       u"510700"_s};

/// The newest visit of a store: the one told in full.
Result<DossierId> newestVisit(const store::Store& store) {
    CHAYAN_TRY(store::Database database, store.reader());
    CHAYAN_TRY(const store::Listing visits, store::Listing::of(database, visitType.toString()));
    CHAYAN_TRY(const store::Listing::Page page, visits.page(database, {}, 1));
    if (page.rows.empty())
        return fail(ErrorKind::Internal, store.folder(), u"the demonstration has no visit"_s);
    return page.rows.front().id;
}

/// Both work on one visit, so that there is something to settle.
Status setDifferently(const DemoOffice& ours, const DemoOffice& theirs, const DossierId& visit) {
    CHAYAN_TRY(const domain::Dossier dossier, readDossier(ours.store(), visit));
    CHAYAN_CHECK(setFields(theirs.store(), theirs.signer, visit,
                           {{u"place"_s, u"成都市武侯区虚构二路16号3楼直播间"_s}}));
    CHAYAN_CHECK(
        setFields(ours.store(), ours.signer, visit, {{u"place"_s, u"成都市武侯区虚构二路18号2楼直播间"_s}}));
    const std::vector<const domain::Item*> goods = dossier.list(u"goods");
    if (goods.empty())
        return {};
    CHAYAN_CHECK(setItem(theirs.store(), theirs.signer, visit, goods[0]->id, {{u"quantity"_s, u"40"_s}}));
    return setItem(ours.store(), ours.signer, visit, goods[0]->id, {{u"quantity"_s, u"35"_s}});
}

/// The same file with one byte changed, in the middle of what is mostly photographs.
Status tamper(const QString& from, const QString& to) {
    constexpr qint64 most = 256LL * 1024 * 1024;
    CHAYAN_TRY(QByteArray bytes, readFile(from, most));
    const qsizetype middle = bytes.size() / 2;
    bytes[middle] = static_cast<char>(bytes[middle] ^ 1);
    return writeFileDurably(to, view(bytes), AtomicFile::Replace::No);
}

Result<DemoCounts> fillAll(const QString& folder, const DemoPlan& plan, const QString& app,
                           const Progress& progress) {
    const DemoPlaces places = demoPlaces(folder);
    const QString aside = folder + u"/aside"_s;
    CHAYAN_CHECK(makeFolder(QFileInfo(places.received).path()));
    CHAYAN_CHECK(makeFolder(aside));
    CHAYAN_TRY(const DemoOffice ours, DemoOffice::found(places.store, ourOfficer, app));
    CHAYAN_TRY(const DemoCounts counts, fillDemo(ours.office->photoTarget(ours.signer), plan, progress));
    CHAYAN_TRY(const DossierId shared, newestVisit(ours.store()));
    CHAYAN_CHECK(signRecord(ours.store(), ours.signer, shared, u"9"_s, {}));
    {
        CHAYAN_TRY(const DemoOffice theirs, DemoOffice::found(aside + u"/store"_s, theirOfficer, app));
        const QString sent = aside + u"/sent.bundle.zip"_s;
        CHAYAN_CHECK(ours.send(shared, sent, theirOfficer.agency, app));
        CHAYAN_TRY(const Imported arrived,
                   importBundle(theirs.store(), theirs.signer, {sent, true}, progress));
        CHAYAN_TRY(const QByteArray receipt, canonical(ledger::toJson(*arrived.receipt)));
        CHAYAN_CHECK(takeReceipt(ours.store(), ours.signer, receipt, sent, theirs.signer->certificate));
        CHAYAN_CHECK(setDifferently(ours, theirs, shared));
        CHAYAN_CHECK(theirs.send(shared, places.received, ourOfficer.agency, app));
        CHAYAN_CHECK(trust(ours.store(), ours.signer, theirs.signer->certificate));
        CHAYAN_CHECK(importBundle(ours.store(), ours.signer, {places.received, false}, progress));
        CHAYAN_CHECK(tamper(places.received, places.tampered));
    }
    if (!QDir(aside).removeRecursively())
        return fail(ErrorKind::Io, aside, u"cannot be removed"_s);
    return counts;
}

}  // namespace

QString demoPictures() {
    const QString program = QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).path();
    return QFileInfo(program).path() + u"/share/chayan/demo"_s;
}

DemoPlaces demoPlaces(const QString& folder) {
    return {folder + u"/store"_s, folder + u"/bundles/received.bundle.zip"_s,
            folder + u"/bundles/tampered.bundle.zip"_s};
}

std::optional<DemoPlaces> demoAround(const QString& store) {
    const QString folder = QFileInfo(QFileInfo(store).absoluteFilePath()).path();
    if (!QFileInfo::exists(signIn(folder)) || QFileInfo(demoPlaces(folder).store) != QFileInfo(store))
        return {};
    return demoPlaces(folder);
}

Result<DemoCounts> makeDemo(const QString& folder, const DemoPlan& plan, const QString& app,
                            const Progress& progress) {
    const QString whole = QDir(folder).absolutePath();
    if (QFileInfo::exists(whole))
        return fail(ErrorKind::AlreadyExists, whole, u"a file or folder of this name is already there"_s);
    // One that is being made is told apart by its name, and what an interrupted making left is made anew.
    const QString making = whole + u".making"_s;
    if (QFileInfo::exists(signIn(making)) && !QDir(making).removeRecursively())
        return fail(ErrorKind::Io, making, u"cannot be removed"_s);
    CHAYAN_CHECK(makeFolder(making));
    CHAYAN_CHECK(writeFileDurably(signIn(making), view(QByteArray(demoPassphrase) + '\n')));
    auto counts = fillAll(making, plan, app, progress);
    if (!counts) {
        QDir(making).removeRecursively();
        return counts;
    }
    if (!QDir().rename(making, whole))
        return fail(ErrorKind::Io, whole, u"cannot get its name"_s);
    return counts;
}

}  // namespace chayan::services
