#pragma once

#include "core/services/dossiers.h"
#include "core/store/store.h"
#include "tests/bench/measure.h"

#include <random>

/// A store as years of work leave it, for what measures.
namespace chayan::bench {

inline const QStringList places{
    QStringLiteral("锦江区"), QStringLiteral("青羊区"),   QStringLiteral("金牛区"), QStringLiteral("武侯区"),
    QStringLiteral("成华区"), QStringLiteral("龙泉驿区"), QStringLiteral("双流区"), QStringLiteral("郫都区"),
    QStringLiteral("绵阳市"), QStringLiteral("乐山市")};
inline const QStringList goods{QStringLiteral("运动鞋"), QStringLiteral("手提包"), QStringLiteral("白酒"),
                               QStringLiteral("香烟"),   QStringLiteral("手表"),   QStringLiteral("太阳镜"),
                               QStringLiteral("化妆品"), QStringLiteral("充电器"), QStringLiteral("玩具"),
                               QStringLiteral("羽绒服"), QStringLiteral("茶叶"),   QStringLiteral("保健品"),
                               QStringLiteral("轴承"),   QStringLiteral("滤芯")};

/// A store of an officer, made anew.
struct BenchOffice {
    std::shared_ptr<const store::Signer> signer;
    std::unique_ptr<store::Store> store;
};

inline BenchOffice makeOffice(const QString& folder, const QByteArray& passphrase) {
    const auto key = need(crypto::OfficerKey::generate());
    const auto signer = std::make_shared<store::Signer>(
        store::Signer{key,
                      need(crypto::Certificate::selfSigned(
                          key, {QStringLiteral("张三"), QStringLiteral("1"), QStringLiteral("局"), {}}, 0)),
                      need(crypto::SealKey::random()),
                      {}});
    auto store = need(store::Store::create(folder, *signer, need(key.toEncryptedPem(passphrase)),
                                           std::make_shared<SystemClock>(), QStringLiteral("bench")));
    return {signer, std::move(store)};
}

/// Visits of ten entries, as officers write them.
inline void fillVisits(const BenchOffice& office, qint64 entries) {
    using namespace Qt::StringLiterals;
    constexpr int ofVisit = 10;
    constexpr int group = 200;
    std::mt19937 random(7);
    const auto one = [&](const QStringList& of) {
        return of[static_cast<qsizetype>(random() % static_cast<unsigned>(of.size()))];
    };
    qint64 number = 0;
    const auto visits = [&](store::Draft& draft) -> Status {
        for (int i = 0; i < group && number * ofVisit < entries; ++i, ++number) {
            const DossierId visit = DossierId::random();
            CHAYAN_CHECK(services::append(draft, visit, domain::DossierOpened{u"visit"_s, {}}));
            const QString place = one(places);
            const std::pair<QString, QString> fields[] = {
                {u"title"_s, u"%1%2第%3号检查"_s.arg(place, one(goods)).arg(number)},
                {u"place"_s, place + u"某某路%1号"_s.arg(random() % 900)},
                {u"party_name"_s, u"第%1商行"_s.arg(random() % 40'000)},
                {u"notes"_s, u"货架上有%1%2箱，%3%4件，标签与正品不同"_s.arg(one(goods))
                                 .arg(random() % 90)
                                 .arg(one(goods))
                                 .arg(random() % 900)},
                {u"kind"_s, u"routine"_s}};
            for (const auto& [field, value] : fields)
                CHAYAN_CHECK(services::append(draft, visit, domain::FieldSet{field, value}));
            for (int item = 0; item < 4; ++item)
                CHAYAN_CHECK(services::append(
                    draft, visit,
                    domain::ItemAdded{ItemId::random(),
                                      u"goods"_s,
                                      {{u"name"_s, one(goods) + u"%1型"_s.arg(random() % 500)}}}));
        }
        return {};
    };
    while (number * ofVisit < entries)
        need(office.store->write(office.signer, visits).get());
}

}  // namespace chayan::bench
