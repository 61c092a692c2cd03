#include "core/domain/fold.h"
#include "core/services/goods_from_codes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chayan;

class TestGoodsFromCodes : public QObject {
    Q_OBJECT

    static domain::Fact fact(const domain::Dossier& dossier) {
        return {{}, {}, 0, 0, {}, dossier.id, {}, {}, {}};
    }
    /// Adds an original in which these codes were read.
    static void photograph(domain::Dossier& dossier, const std::vector<domain::ScannedCode>& codes) {
        const auto id = ItemId::random();
        domain::Item item{id};
        item.list = domain::originalsList.toString();
        item.added = static_cast<int>(dossier.history.size());
        item.presence.live = {{item.added, u"present"_s}};
        const domain::OriginalAdded original{id, {}, 1, u"image/jpeg"_s, u"imported"_s, {}};
        dossier.history.push_back({fact(dossier), original});
        item.scans = {static_cast<int>(dossier.history.size())};
        dossier.history.push_back({fact(dossier), domain::CodeScanned{id, codes}});
        dossier.itemAt[id] = dossier.items.size();
        dossier.items.push_back(item);
    }
    static QString valueOf(const services::ProposedGoods& goods, const QString& field) {
        for (const services::Typed& typed : goods.values)
            if (typed.field == field)
                return typed.value;
        return {};
    }

  private Q_SLOTS:
    void anArticleIsProposedOnceWithItsLot() {
        domain::Dossier dossier(DossierId::random());
        photograph(dossier,
                   {{u"EAN-13"_s, u"9521234543213"_s, {}, {}, {}},
                    {u"QRCode"_s, u"https://example.com/01/09521234543213/10/YR99C07"_s, {}, {}, {}}});
        photograph(dossier, {{u"EAN-13"_s, u"9521234543213"_s, {}, {}, {}}});
        photograph(dossier, {{u"Code128"_s, u"LK100000992CN"_s, {}, {}, {}}});  // a parcel, no article
        const auto proposals = services::goodsFromCodes(dossier);
        QCOMPARE(proposals.size(), 1u);
        QVERIFY(valueOf(proposals[0], u"gtin"_s).endsWith(u"9521234543213"_s));
        QCOMPARE(valueOf(proposals[0], u"lot"_s), u"YR99C07"_s);
        QCOMPARE(proposals[0].seenIn.size(), 2u);
    }

    // Nothing in the text says so, but what the decoder tells of the symbol.
    void aCodeIsGs1WhereItsSymbolSaysSo() {
        const QString text = u"172712310109521234543213"_s;
        domain::Dossier dossier(DossierId::random());
        photograph(dossier, {{u"Code128"_s, text, {}, {}, {}, u"]C0"_s}});
        QVERIFY(services::goodsFromCodes(dossier).empty());
        photograph(dossier, {{u"Code128"_s, text, {}, {}, {}, u"]C1"_s}});
        const auto proposals = services::goodsFromCodes(dossier);
        QCOMPARE(proposals.size(), 1u);
        QVERIFY(valueOf(proposals[0], u"gtin"_s).endsWith(u"9521234543213"_s));
    }

    void whatIsListedIsNotProposed() {
        domain::Dossier dossier(DossierId::random());
        photograph(dossier, {{u"EAN-13"_s, u"9521234543213"_s, {}, {}, {}}});
        QCOMPARE(services::goodsFromCodes(dossier).size(), 1u);
        domain::Item line{ItemId::random()};
        line.list = u"goods"_s;
        line.presence.live = {{0, u"present"_s}};
        line.values[u"gtin"_s].live = {{0, u"9521234543213"_s}};
        dossier.itemAt[line.id] = dossier.items.size();
        dossier.items.push_back(line);
        QCOMPARE(services::goodsFromCodes(dossier).size(), 0u);
    }
};

QTEST_APPLESS_MAIN(TestGoodsFromCodes)
#include "test_goods_from_codes.moc"
