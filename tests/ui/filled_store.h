#pragma once

#include "core/services/office.h"
#include "core/services/visits.h"
#include "tests/support/programs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

/// A store with visits that look like work, for tests of the window and its screenshots. All of it is made
/// up.
namespace chayan::test {

inline const QByteArray passphrase = "纸鹤 北窗 四十二 paper";
inline const crypto::OfficerName officer{QStringLiteral("王建国"), QStringLiteral("川510100017"),
                                         QStringLiteral("成都市市场监督管理局"), QStringLiteral("510100")};

inline QStringList demoPictures() {
    QStringList files;
    const QDir folder(QStringLiteral(CHAYAN_SOURCE_DIR "/resources/demo"));
    for (const QString& name : folder.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name))
        files << folder.filePath(name);
    return files;
}

/// Lets a step of making a store succeed.
template <class T>
T must(Result<T> result) {
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().thing), qPrintable(result.error().detail));
    return std::move(*result);
}

/// Makes the store and gives the newest visit, which has all the demo pictures.
inline DossierId fill(const QString& folder) {
    using namespace Qt::StringLiterals;
    auto office = services::Office::found(folder, officer, passphrase, u"test"_s);
    if (!office)
        qFatal("%s", qPrintable(office.error().detail));
    const auto signer = (*office)->signer();
    const std::vector<std::vector<services::Typed>> visits{
        {{u"title"_s, u"农资门店日常检查"_s},
         {u"kind"_s, u"site_inspection"_s},
         {u"place"_s, u"彭州市濛阳街道双凤路18号"_s},
         {u"party_name"_s, u"云岭鹤农资经营部"_s},
         {u"started_at"_s, u"2026-11-19 09:40"_s},
         {u"status"_s, u"finished"_s}},
        {{u"title"_s, u"快递网点联合检查"_s},
         {u"kind"_s, u"courier_outlet"_s},
         {u"place"_s, u"双流区空港物流园3号库"_s},
         {u"party_name"_s, u"云岭鹤速递双流分部"_s},
         {u"started_at"_s, u"2026-11-21 14:05"_s},
         {u"status"_s, u"open"_s}},
        {{u"title"_s, u"医用敷料抽样"_s},
         {u"kind"_s, u"sampling"_s},
         {u"place"_s, u"锦江区东大路药店"_s},
         {u"party_name"_s, u"云岭鹤大药房"_s},
         {u"started_at"_s, u"2026-11-23 10:20"_s},
         {u"status"_s, u"open"_s}},
        {{u"title"_s, u"云岭鹤仓库现场检查"_s},
         {u"kind"_s, u"site_inspection"_s},
         {u"status"_s, u"open"_s},
         {u"category"_s, u"cosmetics"_s},
         {u"place"_s, u"成都市龙泉驿区经开区南四路66号"_s},
         {u"division"_s, u"510112"_s},
         {u"started_at"_s, u"2026-11-24 09:12"_s},
         {u"second_officer"_s, u"李敏 川510100023"_s},
         {u"party_name"_s, u"成都云岭鹤日化有限公司"_s},
         {u"party_representative"_s, u"陈某"_s},
         {u"party_address"_s, u"成都市龙泉驿区经开区南四路66号"_s},
         {u"party_phone"_s, u"028-5550123"_s},
         {u"credentials_shown"_s, u"yes"_s},
         {u"rights_told"_s, u"yes"_s},
         {u"on_site_person"_s, u"陈某"_s},
         {u"findings"_s,
          u"仓库北侧货架存放标称“云岭鹤”润肤乳36箱，外箱批号与瓶身批号不一致。"
          u"现场未能提供进货查验记录。"_s},
         {u"measures"_s, u"对上述货品拍照取证，抽取样品两瓶，封条编号YL-0042。"_s}},
    };
    std::optional<DossierId> newest;
    for (const auto& fields : visits) {
        auto id = services::openVisit((*office)->store(), *signer, fields);
        if (!id)
            qFatal("%s", qPrintable(id.error().detail));
        newest = *id;
    }
    const auto check = [](std::size_t, const Result<services::AddedPhoto>& photo) {
        if (!photo)
            qFatal("%s", qPrintable(photo.error().detail));
    };
    const Status added =
        services::addPhotos((*office)->photoTarget(*signer), *newest, demoPictures(), check, {});
    if (!added)
        qFatal("%s", qPrintable(added.error().detail));
    return *newest;
}

/// The same store again in a test's own folder: made once a program, then copied, which is much quicker.
inline DossierId fillAgain(const QString& folder) {
    static const QTemporaryDir once;
    static const DossierId newest = fill(once.filePath(QStringLiteral("store")));
    if (!copyFolder(once.filePath(QStringLiteral("store")), folder))
        qFatal("no copy");
    return newest;
}

}  // namespace chayan::test
